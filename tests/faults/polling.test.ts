import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { newId } from '#server/secrets.ts';
import { storeClock } from '#server/store/storeClock.ts';
import type { Answer, Snapshot } from '#shared/protocol/messages.ts';
import { rightWords } from '../support/knock.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterAll(() => server.stop());

test('a page whose network lets no WebSocket through takes part by polling', async () => {
  const room = await server.openRoom();
  const other = await server.page(room.links.join);
  const socket = io(server.origin, {
    auth: { ...rightWords(room) },
    transports: ['polling'],
    forceNew: true,
  });
  try {
    const snapshot = await new Promise<Snapshot>((resolve, reject) => {
      socket.once('snapshot', resolve);
      socket.once('connect_error', reject);
    });
    expect(snapshot.seat).toEqual({ power: 'participant', person: null });
    const joined = { id: newId(), command: { type: 'join', name: 'Amina' } };
    expect(await socket.emitWithAck('command', joined)).toMatchObject({ ok: true } satisfies Partial<Answer>);
    await other.until(({ confirmed }) => confirmed.people.length === 1);
    const heard = new Promise((resolve) => socket.once('frame', resolve));
    await other.send({ type: 'join', name: 'Ben' });
    expect(await heard).toMatchObject({ events: [{ type: 'personJoined', name: 'Ben' }] });
    expect(socket.connected).toBe(true);
  } finally {
    socket.disconnect();
  }
});
