/** A bare WebSocket relay: what one says, all in the room hear. It keeps nothing and checks nothing. */
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { answerCalls } from '../processes/answerCalls.ts';
import { inspection } from './inspection.ts';
import type { RelayCalls } from './relaySocketIo.ts';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
const rooms = new Map<string, Set<WebSocket>>();
server.on('connection', (socket, { url = '' }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('message', (change) => room.forEach((each) => each.send(change, { binary: false })));
  socket.on('close', () => room.delete(socket));
});
const listening = new Promise<void>((resolve) => server.once('listening', resolve));

const calls: RelayCalls = {
  ...inspection,
  port: () => listening.then(() => (server.address() as AddressInfo).port),
};
answerCalls(calls);
