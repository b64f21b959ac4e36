import type { Farewell } from '#shared/protocol/messages.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { RoomHub } from '../rooms/roomHub.ts';
import type { EventStore } from '../store/eventStore.ts';
import { takeCommand } from './command.ts';
import { seatOrWait } from './door.ts';
import { admit } from './handshake.ts';
import type { Limits } from './limits.ts';
import { addressOf } from './origin.ts';
import { lostOf } from './lostCommands.ts';
import { snapshotWhenRead } from './outbox.ts';
import { Pace, type Rate } from './pace.ts';
import { qrRows } from './qrRows.ts';
import { recognise } from './recognise.ts';
import type { RoomServer } from './roomSocket.ts';

interface World {
  readonly io: RoomServer;
  readonly store: EventStore;
  readonly hub: RoomHub;
  readonly limits: Limits;
  readonly trustProxy: number;
  /** Of the commands of one page. */
  readonly most: Rate;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Lets pages in, tells them the room, and hears what they ask for. */
export function acceptPages({ io, store, hub, limits, trustProxy, most, log, metrics }: World): void {
  /** Socket.IO would take any number of handshakes that come on one line before the first is through. */
  const taken = new WeakSet<object>();
  io.use((socket, next) => {
    if (taken.has(socket.conn)) return next(refusal('not-let-in'));
    taken.add(socket.conn);
    const { headers, address } = socket.handshake;
    const from = addressOf(headers['x-forwarded-for'], address, trustProxy);
    const check = async (): Promise<Farewell | 'store-unavailable' | null> => {
      const admitted = await admit(store, hub, socket.handshake.auth);
      if (typeof admitted !== 'string') {
        socket.data.admitted = admitted;
        socket.data.mayKnock = () => limits.mayKnock(from, admitted.held.live.state.door);
        return null;
      }
      if (admitted === 'page-too-old') return admitted;
      return (await limits.wrongLink(from)) ? admitted : 'too-many-tries';
    };
    check().then(
      (why) => {
        if (why !== null) taken.delete(socket.conn);
        next(why === null ? undefined : refusal(why));
      },
      (error: unknown) => {
        taken.delete(socket.conn);
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a page could not be let in');
        next(refusal('store-unavailable'));
      },
    );
  });

  io.on('connection', (socket) => {
    const { held, seat, secretHash } = socket.data.admitted;
    // Their device may have joined on another page since this one was let in, here or on another node.
    const known = seat.power !== 'wall' && secretHash !== null ? held.live.personBy(secretHash) : null;
    const person = seat.person ?? known;
    seatOrWait(socket, { ...socket.data.admitted, seat: { ...seat, person } });
    recognise(socket, store);
    const pace = new Pace(most);
    socket.on('command', (message, answer) => takeCommand(metrics, socket, pace, message, answer));
    socket.on('time', (answer) => {
      if (typeof answer === 'function') answer(store.now());
    });
    socket.on('qr', (address, answer) => {
      if (typeof answer === 'function' && pace.take()) answer(qrRows(address));
    });
    socket.on('lost', (acted, answer) => {
      if (typeof answer !== 'function') return;
      // Who stands at the door is told nothing of the room; what was theirs comes back once they are in.
      if (socket.data.admitted.visits) return answer([]);
      if (!pace.take()) return answer(null);
      void lostOf(store, held.live.id, acted).then(answer);
    });
    socket.on('resync', () => {
      if (pace.take() && !socket.data.admitted.visits) snapshotWhenRead(socket);
    });
    socket.on('disconnect', () => held.presence.remove(socket.id));
  });
}

const refusal = (why: Farewell | 'store-unavailable'): Error =>
  Object.assign(new Error(why), { data: { why } });
