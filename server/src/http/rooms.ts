import { Router } from 'express';
import { openRoom, parseWish } from '../rooms/openRoom.ts';
import type { Limits } from '../sockets/limits.ts';
import { emptyHead, type EventStore } from '../store/eventStore.ts';

/** Opening a room, and finding one by its code (docs/protocol.md). */
export function roomRoutes(store: EventStore, limits: Limits): Router {
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
    const found = await doorByCode(store, code);
    // Asked again before anything is told, so that tries sent at once are worth no more than tries in turn.
    if (found) return (await limits.mayTryCode(from)) ? void response.json(found) : tooMany();
    if (!(await limits.wrongCode(from))) return tooMany();
    response.status(404).json({ problem: 'no-such-room' });
  });

  return router;
}

async function doorByCode(store: EventStore, code: string): Promise<{ room: string; door: string } | null> {
  const room = await store.roomByCode(code);
  const tail = room && (await store.read(room, emptyHead));
  const opened = tail && tail.events.find((event) => event.type === 'roomOpened');
  return opened ? { room, door: opened.door } : null;
}
