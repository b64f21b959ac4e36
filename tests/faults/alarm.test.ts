import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { duration, minutes, seconds } from '#shared/time.ts';
import { smallSession } from '../support/session.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterEach(() => server.stop());

/** In focus, with all but a few hundred milliseconds taken away. */
async function nearlyAtZero() {
  const session = await smallSession(server);
  const { joel } = session;
  await joel.send({ type: 'next', run: joel.run });
  await joel.until(({ confirmed }) => confirmed.run?.phase === 'focus');
  return session;
}

const shorten = (length: number) => duration(-(length - seconds(0.3)));

test('TIM7 the alarm advances a phase that was set to move on, and everybody hears it', async () => {
  const { joel, amina } = await nearlyAtZero();
  await joel.send({ type: 'setAtZero', phase: 'focus', action: 'advance' });
  await joel.send({ type: 'addTime', run: joel.run, by: shorten(minutes(4)) });
  await Promise.all(
    [joel, amina].map((page) => page.until(({ confirmed }) => confirmed.run?.phase === 'listen')),
  );
  expect(amina.state.past.at(-1)).toMatchObject({ phase: 'focus', how: 'advance' });
});

test('TIM7 where store time goes faster, the alarm rings as much sooner', { timeout: 10_000 }, async () => {
  await server.stop();
  server = await TestServer.over(new MemoryStore(storeClock(400)));
  const { joel } = await smallSession(server);
  await joel.send({ type: 'next', run: joel.run });
  await joel.until(({ confirmed }) => confirmed.run?.phase === 'focus');
  await joel.until(({ confirmed }) => confirmed.run!.zeroAt !== null);
  expect(joel.state.run).toMatchObject({ phase: 'focus', length: minutes(4) });
});

test('TIM6 the alarm notices a zero that holds, and nothing else happens', async () => {
  const { joel } = await nearlyAtZero();
  await joel.send({ type: 'addTime', run: joel.run, by: shorten(minutes(4)) });
  await joel.until(({ confirmed }) => confirmed.run?.zeroAt !== null);
  expect(joel.state.run).toMatchObject({ phase: 'focus', clock: { kind: 'running' } });
});
