import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import type { Page } from '../support/page.ts';
import { TestServer } from '../support/testServer.ts';

/** What is secret about a meeting: who said what they could be, who was asked and declined, who wrote. */
interface Secrets {
  /** Offers to be coachee, is asked first and declines. */
  readonly declines: 'Ben' | 'Dee' | null;
  /** Offers what they become anyway. */
  readonly coaches: 'Ben' | 'Dee';
  readonly writes: 'Ben' | 'Dee';
}

const names = ['Amina', 'Ben', 'Dee', 'Eve'] as const;
type Name = (typeof names)[number] | 'Joel' | 'the wall' | 'a stranger';

let server: TestServer;
/** By which those who were in these meetings are known again. */
const devices: string[] = [];
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterAll(() => server.stop());

/** Plays the same meeting over whatever secrets it has, and gives everything each page was ever told. */
async function meeting(secrets: Secrets): Promise<Record<Name, unknown[]>> {
  const { links } = await server.openRoom();
  const pages = {} as Record<Name, Page>;
  pages.Joel = await server.page(links.console);
  pages['the wall'] = await server.page(links.wall);
  pages['a stranger'] = await server.page(links.join);
  await must(pages.Joel, { type: 'join', name: 'Joel' });
  for (const name of names) {
    pages[name] = await server.page(links.join);
    await must(pages[name], { type: 'join', name });
  }
  const { Joel, Amina, Eve } = pages;
  devices.push(...Object.values(pages).map(({ device }) => device));
  const everybody = Object.values(pages);

  await must(pages[secrets.coaches], { type: 'offer', roles: ['coach'] });
  if (secrets.declines) {
    const asked = pages[secrets.declines];
    await must(asked, { type: 'offer', roles: ['coachee', 'coach'] });
    await must(Joel, { type: 'invite', person: asked.person });
    await must(asked, { type: 'declineInvitation' });
  }
  await must(Amina, { type: 'offer', roles: ['coachee'] });
  await must(Joel, { type: 'invite', person: Amina.person });
  const answers: unknown[] = [];
  const eveTries = async () => {
    const { Ben, Dee } = pages;
    for (const person of [Ben.person, Dee.person, Amina.person, 'nobody'])
      answers.push(await Eve.send({ type: 'invite', person }));
    answers.push(await Eve.send({ type: 'acceptInvitation' }));
    answers.push(await Eve.send({ type: 'declineInvitation' }));
    answers.push(
      await Eve.send({ type: 'writeCard', run: 'none', card: 'card-one', zone: 'heard', text: '' }),
    );
    answers.push(await pages['the wall'].send({ type: 'setAside', card: 'card-one' }));
  };
  await eveTries();
  await must(Amina, { type: 'acceptInvitation' });
  await must(Joel, { type: 'start' });
  for (const phase of ['agree', 'focus', 'listen', 'echo']) {
    await Joel.until(({ confirmed }) => confirmed.run?.phase === phase);
    const { run } = Joel;
    if (phase !== 'echo') await must(phase === 'listen' ? Amina : Joel, { type: 'next', run });
  }
  const { run } = Joel;
  const writer = pages[secrets.writes];
  await must(writer, { type: 'writeCard', run, card: 'card-one', zone: 'heard', text: 'What I heard' });
  await must(writer, { type: 'editCard', run, card: 'card-one', text: 'What I really heard', edition: 1 });
  await eveTries();
  answers.push(await Eve.send({ type: 'editCard', run, card: 'card-one', text: 'Other', edition: 1 }));

  // Coming back, asking anew, and a second page of the same person are told the same.
  await Promise.all(everybody.map((page) => page.until(({ version }) => version >= Joel.replica.version)));
  for (const page of everybody) {
    const before = page.heard.length;
    page.socket.emit('resync');
    await heardMore(page, before);
    const again = page.heard.length;
    page.socket.disconnect().connect();
    await heardMore(page, again);
  }
  const told = Object.entries(pages).map(([name, { heard }]) => [name, heard]);
  const all = Object.fromEntries(told) as Record<Name, unknown[]>;
  return { ...all, Eve: [...all.Eve, ...answers] };
}

async function must(page: Page, command: PersonCommand): Promise<void> {
  const answer = await page.send(command);
  if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
}

async function heardMore(page: Page, than: number): Promise<void> {
  const snapshots = () => page.heard.slice(than).filter((message) => (message as [string])[0] === 'snapshot');
  while (snapshots().length === 0) await new Promise((resolve) => page.socket.once('snapshot', resolve));
}

const random = /^([\w-]{16}|[\w-]{22}|\d{9})$/;

/** The same for two meetings that are the same: ids by order of appearance, moments as moments. */
function alike(heard: readonly unknown[]): unknown[] {
  const seen: string[] = [];
  const named = (text: string) => {
    if (!seen.includes(text)) seen.push(text);
    return `random ${seen.indexOf(text)}`;
  };
  const plainly = (key: string, value: unknown): unknown => {
    if (key === 'presence') return 'whoever is connected';
    if (typeof value === 'number' && (value > 1e12 || key === 'left')) return 'a moment';
    if (typeof value === 'string') return random.test(value) ? named(value) : value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const fields = Object.entries(value as Record<string, unknown>);
    return Object.fromEntries(fields.map(([name, part]) => [random.test(name) ? named(name) : name, part]));
  };
  return heard
    .filter((message) => (message as [string])[0] !== 'presence')
    .map((message) => JSON.parse(JSON.stringify(message), plainly) as unknown);
}

const one: Secrets = { declines: 'Ben', coaches: 'Dee', writes: 'Ben' };
const others: [string, Secrets][] = [
  ['somebody else had declined', { ...one, declines: 'Dee', coaches: 'Ben' }],
  ['nobody had declined', { ...one, declines: null }],
  ['somebody else had written the card', { ...one, writes: 'Dee' }],
];

describe('nothing that a page is told, by frame, box, snapshot, answer or return, would differ', () => {
  let told: Record<Name, unknown[]>;
  beforeAll(async () => {
    told = await meeting(one);
  });

  test.each(others)('for the wall, a stranger and an uninvolved person if %s', async (_what, secrets) => {
    const other = await meeting(secrets);
    for (const name of ['the wall', 'a stranger', 'Eve'] as const)
      expect(alike(other[name]), name).toEqual(alike(told[name]));
  });

  test('and a difference would be seen: the facilitator and who was asked are told', async () => {
    const other = await meeting({ ...one, declines: null });
    expect(alike(other.Joel)).not.toEqual(alike(told.Joel));
    expect(alike(other.Ben)).not.toEqual(alike(told.Ben));
  });

  test('who wrote a card is told to its author and to nobody else, the facilitator neither', () => {
    for (const [name, heard] of Object.entries(told)) {
      const hears = expect(JSON.stringify(heard).includes('"author"'), name);
      hears.toBe(name === 'Ben');
    }
  });

  test('offers, invitations and declines are told to the facilitator and to whom they are about', () => {
    for (const [name, heard] of Object.entries(told)) {
      const text = JSON.stringify(heard);
      const [offer, declined] = [text.includes('"kind":"offer"'), text.includes('"declined":true')];
      expect([name, offer, declined]).toEqual([
        name,
        ['Joel', 'Amina', 'Ben', 'Dee'].includes(name),
        ['Joel', 'Ben'].includes(name),
      ]);
    }
  });

  test('no secret by which somebody is known is told to anyone', () => {
    const text = JSON.stringify(told);
    expect(text).not.toContain('secretHash');
    for (const secret of devices) expect(text).not.toContain(secret);
  });
});
