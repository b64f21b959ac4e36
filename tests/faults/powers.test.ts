import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyHead } from '#server/store/eventStore.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import type { Answer } from '#shared/protocol/messages.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { personById } from '#shared/room/people.ts';
import { barrier } from '#shared/room/permissions.ts';
import { rejections } from '#shared/room/rejections.ts';
import { oneOfEach } from '../support/oneOfEach.ts';
import type { Page } from '../support/page.ts';
import { smallSession } from '../support/session.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterAll(() => server.stop());

/** A stranger, the wall and a participant, before the start and in every phase. */
const phases = ['lobby', 'agree', 'focus', 'listen', 'echo', 'ask', 'plan', 'close'] as const;
const powers = ['wall', 'stranger', 'participant', 'nameless facilitator'] as const;
const cases = phases.flatMap((phase) => powers.map((power) => [power, phase] as const));

test.each(cases)(
  'what a %s may not do in %s is refused over the wire, by the one table',
  async (power, phase) => {
    const { room, page, link, joel, other } = await scene(power, phase);
    const commands = oneOfEach(joel?.state.run?.id ?? 'none', other.person);
    const actor = actorOf(power, page);
    const forbidden = commands.filter(({ type }) => barrier(other.state, type, actor) !== null);
    const before = await server.store.read(room, emptyHead);

    for (const [{ type }, answer] of await asks({ page, link }, forbidden))
      expect(answer, type).toEqual({ ok: false, rejection: barrier(other.state, type, actor) });
    if (power === 'wall') expect(forbidden).toHaveLength(commands.length);
    else expect(forbidden.length).toBeGreaterThan(power === 'stranger' ? 25 : 2);
    expect(await server.store.read(room, emptyHead)).toEqual(before);
  },
);

test('whatever else they try is answered by the closed list, and never ends the page', async () => {
  for (const power of powers) {
    const { page, link, joel, other } = await scene(power, 'ask');
    const withoutEnd = ({ type }: PersonCommand) => type !== 'endSession' && type !== 'leave';
    const answers = await asks({ page, link }, oneOfEach(joel!.run, other.person).filter(withoutEnd));
    for (const [{ type }, answer] of answers)
      if (!answer.ok) expect(rejections, type).toContain('rejection' in answer ? answer.rejection : '');
    expect(page.ended).toBeNull();
  }
});

/** One page may not ask so much at once: after a while the same device asks from another. */
async function asks(
  { page, link }: { readonly page: Page; readonly link: string },
  commands: readonly PersonCommand[],
): Promise<readonly (readonly [PersonCommand, Answer])[]> {
  const answers: (readonly [PersonCommand, Answer])[] = [];
  for (let from = 0; from < commands.length; from += 30) {
    const asking = from === 0 ? page : await server.page(link, page.device);
    for (const command of commands.slice(from, from + 30))
      answers.push([command, await asking.send(command)]);
  }
  return answers;
}

const actorOf = (power: (typeof powers)[number], { replica }: Page) =>
  power === 'wall'
    ? ({ kind: 'wall' } as const)
    : ({
        kind: power === 'nameless facilitator' ? 'facilitator' : 'participant',
        person: replica.seat.person,
      } as const);

/** `page` has the power; `other` is somebody else in the same room. */
async function scene(power: (typeof powers)[number], phase: (typeof phases)[number]) {
  const { room, joel, amina } = phase === 'lobby' ? await lobby() : await smallSession(server);
  const link = {
    wall: room.links.wall,
    stranger: room.links.join,
    participant: room.links.join,
    'nameless facilitator': room.links.console,
  }[power];
  while (joel && phase !== 'agree' && joel.state.run?.phase !== phase) {
    const from = joel.run;
    // The listening is the coachee's own, and so is its end.
    await (joel.state.run?.phase === 'listen' ? amina : joel).send({ type: 'next', run: from });
    await joel.until(({ confirmed }) => confirmed.run?.id !== from);
  }
  const page = await server.page(link);
  if (power === 'participant') await page.send({ type: 'join', name: 'Ben' });
  await amina.until(({ confirmed }) =>
    page.replica.seat.person ? personById(confirmed, page.person) !== null : true,
  );
  await amina.until(({ version }) => version >= page.replica.version);
  return { room: room.room, page, link, joel, other: amina };
}

async function lobby() {
  const room = await server.openRoom();
  const amina = await server.page(room.links.join);
  await amina.send({ type: 'join', name: 'Amina' });
  return { room, joel: null, amina };
}
