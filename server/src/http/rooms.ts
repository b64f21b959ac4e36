import { Router } from 'express';
import { openRoom, parseWish } from '../rooms/openRoom.ts';
import type { RoomHub } from '../rooms/roomHub.ts';
import type { Limits } from '../sockets/limits.ts';
import type { EventStore } from '../store/eventStore.ts';

interface World {
  readonly store: EventStore;
  readonly hub: RoomHub;
  readonly limits: Limits;
}

/** Opening a room, and finding one by its code (docs/protocol.md). */
export function roomRoutes(world: World): Router {
  const { store, limits } = world;
  const router = Router();

  router.post('/rooms', async (request, response) => {
    const parsed = parseWish(request.body);
    if (!('wish' in parsed)) return void response.status(400).json(parsed);
    if (!(await limits.mayOpenRoom(request.ip ?? '')))
      return void response.status(429).json({ problem: 'too-many-tries' });
    response.status(201).json(await openRoom(store, parsed.wish));
  });

  router.post('/join', async (request, response) => {
    const from = request.ip ?? '';
    const { code } = (request.body ?? {}) as { code?: unknown };
    if (typeof code !== 'string' || !/^\d{9}$/.test(code))
      return void response.status(400).json({ field: 'code', problem: 'Nine digits are needed.' });
    const tooMany = () => void response.status(429).json({ problem: 'too-many-tries' });
    if (!(await limits.mayTryCode(from))) return tooMany();
    const found = await doorByCode(world, code);
    // Asked again before anything is told, so that tries sent at once are worth no more than tries in turn.
    if (found) return (await limits.mayTryCode(from)) ? void response.json(found) : tooMany();
    if (!(await limits.wrongCode(from))) return tooMany();
    response.status(404).json({ problem: 'no-such-room' });
  });

  return router;
}

async function doorByCode(
  { store, hub }: World,
  code: string,
): Promise<{ room: string; door: string } | null> {
  const room = await store.roomByCode(code);
  const held = room && (await hub.open(room));
  return held ? { room, door: held.live.state.door } : null;
}
