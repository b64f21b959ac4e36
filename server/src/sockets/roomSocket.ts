import type { ClientToServer, ServerToClient, Waiting } from '#shared/protocol/messages.ts';
import type { Server, Socket } from 'socket.io';
import type { Admitted } from './handshake.ts';

interface Data {
  admitted: Admitted;
  /** Counts a knock of this page's source; false when it was one too many. */
  mayKnock: () => Promise<boolean>;
  /** What this page was last told at the door. */
  waiting?: Waiting;
}
type NoServerEvents = Record<string, never>;

export type RoomServer = Server<ClientToServer, ServerToClient, NoServerEvents, Data>;
export type RoomSocket = Socket<ClientToServer, ServerToClient, NoServerEvents, Data>;
