import { Manager, type Socket } from 'socket.io-client';
import {
  farewells,
  type ClientToServer,
  type Farewell,
  type Handshake,
  type ServerToClient,
} from '#shared/protocol/messages.ts';

export type RoomSocket = Socket<ServerToClient, ClientToServer>;

/** How long to wait before asking again a server that was there and could not answer, in milliseconds. */
const askAgainAfter = 2_000;

/** A room that has not been told after this, in milliseconds, is asked for another way (D10). */
const snapshotWithin = 5_000;

/**
 * Connects a page to its room and keeps at it: WebSocket first, polling behind it. Only a farewell
 * ends that; it is told once.
 */
export function openSocket(auth: Handshake, onFarewell: (why: Farewell) => void): RoomSocket {
  // Not `io`: it would bring what looks up other servers, and other rooms on one line.
  const manager = new Manager<ServerToClient, ClientToServer>({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    timeout: 5_000,
  });
  const socket: RoomSocket = manager.socket('/', { auth: { ...auth } });
  /* Some networks swallow a WebSocket without a word: with no snapshot in time, the next try is by polling. */
  let patience: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      manager.opts.transports = ['polling', 'websocket'];
      socket.disconnect().connect();
    }, snapshotWithin);
  };
  /* The server is about to stop, and tells each page another moment to come back. */
  let goes: ReturnType<typeof setTimeout> | undefined;
  socket.on('leaving', ({ inMs }) => {
    goes = setTimeout(() => {
      socket.disconnect().connect();
      wait();
    }, inMs);
  });
  socket.on('snapshot', () => clearTimeout(patience));
  socket.on('waiting', () => clearTimeout(patience));
  manager.on('reconnect_attempt', wait);
  wait();

  const end = (why: Farewell) => {
    clearTimeout(patience);
    socket.disconnect();
    onFarewell(why);
  };
  socket.on('farewell', end);
  socket.on('connect_error', (error: Error & { data?: { why?: string } }) => {
    const why = farewells.find((one) => one === error.data?.why);
    if (why) end(why);
    // Refused by the server itself: Socket.IO does not try again, and this may pass.
    else if (!socket.active) setTimeout(() => socket.connect(), askAgainAfter);
  });
  socket.on('disconnect', (reason) => {
    clearTimeout(goes);
    // What was not sent is sent again by the session, under its own id; a second copy would only wait here.
    socket.sendBuffer = [];
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), askAgainAfter);
  });
  return socket;
}
