/** A bare Socket.IO relay: what one says, all in the room hear. It keeps nothing and checks nothing. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answerCalls } from '../processes/answerCalls.ts';
import { inspection } from './inspection.ts';

const http = createServer();
const io = new Server(http, {
  serveClient: false,
  pingInterval: 10_000,
  pingTimeout: 10_000,
  perMessageDeflate: false,
});
io.on('connection', (socket) => {
  const { room } = socket.handshake.auth as { room: string };
  void socket.join(room);
  socket.on('change', (change: unknown, answer: (done: true) => void) => {
    io.to(room).emit('change', change);
    answer(true);
  });
});
const listening = new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

const calls = {
  ...inspection,
  port: (_: null): Promise<number> => listening.then(() => (http.address() as AddressInfo).port),
};
export type RelayCalls = typeof calls;
answerCalls(calls);
