import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { Gate, gatedStore } from '../support/gatedStore.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterEach(() => server.stop());

test('one device is one person, however often and on however many tabs it says its name at once', async () => {
  const { links } = await server.openRoom();
  const tab = await server.page(links.join);
  const otherTab = await server.page(links.join, tab.device);
  const joining = [tab, tab, otherTab].map((page, i) => page.send({ type: 'join', name: `Sam ${i}` }));
  const [first, ...later] = await Promise.all(joining);

  expect(first).toMatchObject({ ok: true });
  for (const answer of later) expect(answer).toEqual({ ok: false, rejection: 'people/already-here' });
  await otherTab.until(({ seat }) => seat.person !== null);
  expect(otherTab.person).toBe(tab.person);
  expect(tab.state.people.map(({ name }) => name)).toEqual(['Sam 0']);
});

test('a join whose answer was lost has made one person, who is found again', async () => {
  const gate = new Gate();
  const bad = await TestServer.over(gatedStore(new MemoryStore(storeClock()), gate));
  const { links } = await bad.openRoom();
  const page = await bad.page(links.join);
  gate.loseNext = 1;
  const id = 'the-same-id-twice';
  expect(await page.send({ type: 'join', name: 'Sam' }, id)).toEqual({
    ok: false,
    trouble: 'store-unavailable',
  });
  const again = await page.send({ type: 'join', name: 'Sam' }, id);
  expect(again).toMatchObject({ ok: true, seat: { power: 'participant' } });
  expect(page.person).not.toBeNull();
  expect(await page.send({ type: 'join', name: 'Sam' })).toEqual({
    ok: false,
    rejection: 'people/already-here',
  });
  await page.until(({ confirmed }) => confirmed.people.length === 1);
  await bad.stop();
});
