import type { ClientToServer, ServerToClient } from '#shared/protocol/messages.ts';
import type { Server, Socket } from 'socket.io';
import type { Admitted } from './handshake.ts';

interface Data {
  admitted: Admitted;
}
type NoServerEvents = Record<string, never>;

export type RoomServer = Server<ClientToServer, ServerToClient, NoServerEvents, Data>;
export type RoomSocket = Socket<ClientToServer, ServerToClient, NoServerEvents, Data>;
