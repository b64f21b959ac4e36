import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Follows who is connected. Returns the way to cut all of them: Node itself waits for a half-sent
 * request, and for a WebSocket whose device sleeps, and both would hold up a stop.
 */
export function openConnections(http: Server): () => void {
  const open = new Set<Socket>();
  http.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => open.forEach((socket) => socket.destroy());
}
