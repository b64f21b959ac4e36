import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyHead } from '#server/store/eventStore.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import { rightWords } from '../support/knock.ts';
import { RawSocket } from '../support/rawSocket.ts';
import { batchOf, cardWritten } from '../support/storedEvents.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterEach(() => server.stop());

/** Some 50 kB a frame: the line of this machine itself holds a few megabytes, and that has to fill first. */
const frames = 900;
const eventsPerFrame = 60;

test('a page that stops reading is left alone, and gets one snapshot when it reads again', async () => {
  const room = await server.openRoom();
  const reader = await server.page(room.links.join);
  const stuck = await RawSocket.ofOurs(server.origin).then((line) => line.enter(rightWords(room)));
  stuck.stopReading();

  const { head: first } = (await server.store.read(room.room, emptyHead))!;
  const card = cardWritten('first');
  let head = first;
  for (let i = 0; i < frames; i++) {
    const edits = Array.from({ length: eventsPerFrame }, (_, j): StoredEvent => ({
      type: 'cardEdited',
      card: 'card of first',
      text: `${i} ${'x'.repeat(800)}`,
      scribed: false,
      id: `edit-${i}-${j}`,
      at: card.at,
    }));
    const events = i === 0 ? [card, ...edits] : edits;
    const appended = await server.store.append(room.room, head, batchOf({ events }));
    if (!appended.ok) throw new Error(appended.reason);
    head = appended.head;
    // One frame each: the room is not let run ahead.
    await reader.until(({ version }) => version === head.version);
  }
  // Asking again and again while nothing is read heaps nothing up either.
  for (let i = 0; i < 30; i++) stuck.send('42["resync"]');
  const isLast = (text: string) => text.startsWith(`42["snapshot",{"version":${head.version},`);
  stuck.readAgain();
  await stuck.until((heard) => heard.some(isLast));
  stuck.send('421["time"]');
  await stuck.until((heard) => heard.some((text) => text.startsWith('431')));

  const count = (start: string) => stuck.heard.filter((text) => text.startsWith(start)).length;
  expect(count('42["frame"')).toBeLessThan(frames);
  // One on entering and one on catching up; then it is in the room's news again.
  expect(count('42["snapshot"')).toBe(2);
  await reader.send({ type: 'join', name: 'Amina' });
  await stuck.until((heard) => heard.some((text) => text.includes('"name":"Amina"')));
  stuck.close();
});
