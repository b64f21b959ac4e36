import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqliteFolders, type SqliteFolders } from '../contract/sqliteFolders.ts';
import { ChildServer, type Ended } from '../support/childServer.ts';
import { LivingRoom } from '../support/livingRoom.ts';
import { newSecret } from '#server/secrets.ts';
import { Page } from '../support/page.ts';

/** What only some may know, each as something that stands nowhere else. */
const planted = {
  knocked: 'Zaunkönig 鶺鴒 Žluť',
  turnedAway: 'Unbekannt 駒鳥 Zlý',
  invited: 'Rohrdommel 葦鷺 Bukač',
  card: 'Only Ben wrote this 翡翠',
  released: 'Dee lets this go 山雀',
  forgotten: 'To be taken out 鸚鵡',
  told: 'What everyone may read 雀',
};

let folders: SqliteFolders;
let ended: Ended;
/** Of personal links: one that somebody comes in by, and one that nobody opens. */
const secrets = [newSecret(), newSecret()] as const;

let heard: Record<string, string>;
let ids: Record<'ben' | 'dee' | 'knock', string>;
let before: { readonly clear: string[]; readonly sealed: string[] };
let live: LivingRoom;
let lena: Page;

const toldTo = ({ heard: all }: Page) => JSON.stringify(all);

beforeAll(async () => {
  folders = sqliteFolders();
  const { dataDir: DATA_DIR, keysDir: KEYS_DIR } = folders;
  const settings = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'debug', DATA_DIR, KEYS_DIR };
  const child = new ChildServer(settings);
  const address = await child.address();
  live = await LivingRoom.open(address, { waiting: false, name: 'Year 9 team' });
  await live.page('the wall').told();
  await live.joins('Joel', 'Amina', 'Ben', 'Dee', 'Eve');
  // Two offer, one is asked first and declines, nobody else hears of it.
  for (const name of ['Amina', 'Ben']) await live.does(name, { type: 'offer', roles: ['coachee'] });
  await live.does('Joel', { type: 'invite', person: live.id('Ben') });
  await live.does('Ben', { type: 'declineInvitation' });
  await live.does('Joel', { type: 'invite', person: live.id('Amina') });
  await live.does('Amina', { type: 'acceptInvitation' });
  await live.does('Dee', { type: 'signal', on: true });
  await live.does('Joel', { type: 'offerConsole', person: live.id('Dee'), stay: true });
  await live.does('Dee', { type: 'declineConsole' });
  await live.does('Joel', { type: 'setEntry', entry: { waiting: true, locked: false } });
  const knocks = async (name: string, as: string) => {
    await live.page(as).waits('unnamed');
    await live.page(as).send({ type: 'join', name });
    await live.page(as).waits('knocked');
  };
  await knocks(planted.knocked, 'a stranger');
  await knocks(planted.turnedAway, 'another');
  const sealed = () => Object.entries(live.page('Joel').replica.sealed.knock);
  const knockOf = (name: string) => sealed().find(([, knock]) => knock.name === name)![0];
  await live.page('Joel').until(() => sealed().length === 2);
  await live.does('Joel', { type: 'turnAway', knock: knockOf(planted.turnedAway) });
  for (const secret of secrets) await live.does('Joel', { type: 'makeLink', name: planted.invited, secret });
  lena = new Page(address, `/room/${live.room.room}#${secrets[0]}`);
  await lena.waits('invited');
  await lena.send({ type: 'join', name: 'Lena' });
  await lena.told();
  await live.does('Joel', { type: 'start' });
  for (const phase of ['agree', 'focus', 'listen'])
    await live.does(phase === 'listen' ? 'Amina' : 'Joel', { type: 'next' });
  const writes = (name: string, card: string, text: string) =>
    live.does(name, { type: 'writeCard', card, zone: 'heard', text });
  await writes('Ben', 'card-ben', planted.card);
  await writes('Dee', 'card-dee', planted.released);
  await writes('Ben', 'card-out', planted.forgotten);
  await writes('Amina', 'card-all', planted.told);
  await live.does('Dee', { type: 'releaseCard', card: 'card-dee', released: true });
  const words = Object.values(planted);
  const [clear, opened] = [folders.scan('without keys'), folders.scan('with keys')];
  before = {
    clear: words.filter((word) => clear.finds(word)),
    sealed: words.filter((word) => opened.finds(word)),
  };
  await live.does('Ben', { type: 'forgetCard', card: 'card-out' });
  await live.page('Eve').until(({ confirmed }) => confirmed.cards.some(({ forgotten }) => forgotten));
  ids = { ben: live.id('Ben'), dee: live.id('Dee'), knock: knockOf(planted.knocked) };
  heard = Object.fromEntries(
    [...live.pages, ['Lena', lena] as const].map(([name, page]) => [name, toldTo(page)]),
  );
  live.close();
  lena.close();
  ended = await child.kill('SIGTERM');
});
afterAll(() => folders.dispose());

describe('on the way', () => {
  test('who knocked is told to the facilitator, and to whoever knocked only that they did', () => {
    for (const [name, text] of Object.entries(heard)) {
      const own = name === 'Joel';
      expect([name, text.includes(planted.knocked)]).toEqual([name, own]);
      expect([name, text.includes(planted.turnedAway)]).toEqual([name, own]);
      expect([name, text.includes(ids.knock)]).toEqual([name, own]);
    }
  });

  test('a sealed entry is told to nobody but those it is open to', () => {
    for (const [name, text] of Object.entries(heard)) {
      const kinds = [
        ...text.matchAll(/"kind":"(offer|invitation|signal|handover|knock|link|author)","key":"([^"]+)"/g),
      ];
      const seen = [...new Set(kinds.map(([, kind]) => kind))].sort();
      const expected: Record<string, string[]> = {
        Joel: ['handover', 'invitation', 'knock', 'link', 'offer', 'signal'],
        Amina: ['author', 'invitation', 'offer'],
        Ben: ['author', 'invitation', 'offer'],
        Dee: ['author', 'handover', 'signal'],
      };
      expect([name, seen]).toEqual([name, expected[name] ?? []]);
    }
  });

  test('whom a personal link is for is told to the facilitator, and to whoever opens it', () => {
    for (const [name, text] of Object.entries(heard))
      expect([name, text.includes(planted.invited)]).toEqual([name, name === 'Joel' || name === 'Lena']);
  });

  test('the secret of a personal link is told to nobody', () => {
    for (const text of Object.values(heard)) for (const secret of secrets) expect(text).not.toContain(secret);
  });

  test('who stands at the door is told no word of the room', () => {
    for (const name of ['a stranger', 'another']) {
      for (const word of [planted.card, planted.told, 'Amina', 'standard-1'])
        expect(heard[name]).not.toContain(word);
    }
  });
});

test('no log line says any of it', () => {
  const logged = ended.stdout + ended.stderr;
  expect(logged).toContain('"msg":"stopping"');
  for (const word of [...Object.values(planted), ...secrets, ids.ben, ids.dee, ids.knock])
    expect(logged).not.toContain(word);
});

describe('in the data folder', () => {
  test('every word is found with the key, and none without it', () => {
    expect(before.sealed).toEqual(Object.values(planted));
    expect(before.clear).toEqual([]);
  });

  test('the secret of a personal link is found neither with the key nor without it', () => {
    for (const scan of [folders.scan('with keys'), folders.scan('without keys')])
      for (const secret of secrets) expect(scan.finds(secret)).toBe(false);
  });

  test('after the stop no name and no word lies open either', () => {
    const clear = folders.scan('without keys');
    for (const word of ['Amina', 'Year 9 team', ...Object.values(planted)])
      expect([word, clear.finds(word)]).toEqual([word, false]);
  });

  test('the words of a forgotten card are gone for somebody with the key too, and the others are there', () => {
    const opened = folders.scan('with keys');
    expect(opened.finds(planted.forgotten)).toBe(false);
    expect(opened.finds(planted.card)).toBe(true);
  });
});
