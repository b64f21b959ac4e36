import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { newId, newSecret } from '#server/secrets.ts';
import { sqliteFolders, type SqliteFolders } from '../contract/sqliteFolders.ts';
import { ChildServer } from '../support/childServer.ts';
import { knock, rightWords, secretOf } from '../support/knock.ts';
import { Page } from '../support/page.ts';
import { RawSocket } from '../support/rawSocket.ts';

let folders: SqliteFolders;
let children: ChildServer[];
let base: Record<string, string>;
beforeEach(() => {
  folders = sqliteFolders();
  children = [];
  base = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: folders.dataDir, KEYS_DIR: folders.keysDir };
});
afterEach(async () => {
  await Promise.all(children.map((child) => child.kill('SIGKILL')));
  await folders.dispose();
});

function start(settings: Readonly<Record<string, string>> = {}): ChildServer {
  const child = new ChildServer({ ...base, ...settings });
  children.push(child);
  return child;
}

const post = (address: string, path: string, body: string) =>
  fetch(address + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

const openRoom = async (address: string, name = ''): Promise<OpenedRoom> =>
  (
    await post(address, '/api/rooms', JSON.stringify({ minutes: 60, name, waiting: false }))
  ).json() as Promise<OpenedRoom>;

/** The start is refused in one sentence that names the setting and says what to do. */
async function refusedInWords(child: ChildServer, words: RegExp): Promise<void> {
  const { code, stdout, stderr } = await child.ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^Fullturn could not start\. [A-Z][^\n]+\.\n$/);
  expect(stderr).toMatch(words);
}

describe('a start', () => {
  test('is one under a watcher too, as in `npm run dev`', async () => {
    const address = await start({ WATCH_REPORT_DEPENDENCIES: '1' }).address();
    expect((await fetch(`${address}/readyz`)).ok).toBe(true);
  });

  // Which values are wrong is in config.test.ts.
  test.each([
    ['PORT', 'abc'],
    ['TRUST_PROXY', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'fullturn'],
    ['HOST', '203.0.113.1'],
    ['HOST', 'no such host'],
  ])('with a wrong %s, such as %s, is refused in one sentence', (name, value) =>
    refusedInWords(start({ [name]: value }), new RegExp(`\\b${name}\\b`)),
  );

  test('in folders it cannot use is refused in one sentence', async () => {
    const file = join(dirname(folders.dataDir), 'a-file');
    writeFileSync(file, '');
    await refusedInWords(start({ DATA_DIR: file }), /DATA_DIR/);
    await refusedInWords(start({ KEYS_DIR: join(file, 'keys') }), /KEYS_DIR/);
  });

  test('on a taken port is refused in one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    await refusedInWords(start({ PORT: `${(other.address() as AddressInfo).port}` }), /port is taken.*PORT/);
    other.close();
  });

  test('on folders that another one has is refused in one sentence, and that one goes on', async () => {
    const address = await start().address();
    await refusedInWords(start(), /already running on the data folder/);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a stop by %s ends well and loses nothing acknowledged, whoever keeps the line',
  async (signal) => {
    const child = start();
    const address = await child.address();
    const room = await openRoom(address);
    // A request half sent, a device that sleeps, and one that only holds the line.
    const slow = connect(Number(new URL(address).port), '127.0.0.1');
    slow.write(
      'POST /api/rooms HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    );
    const idle = connect(Number(new URL(address).port), '127.0.0.1');
    const sleeping = await RawSocket.ofOurs(address).then((line) => line.enter(rightWords(room)));
    sleeping.stopReading();

    const page = new Page(address, room.links.join);
    await page.told();
    await page.send({ type: 'join', name: 'Amina' });
    const acknowledged: string[] = [];
    const sent = Array.from({ length: 30 }, (_, i) => {
      const id = `command-${i}`;
      // Some of them are still under way when the signal comes.
      page.socket.emit('command', { id, command: { type: 'sayReady', ready: i % 2 === 0 } }, (answer) => {
        if (answer.ok) acknowledged.push(id);
        if (answer.ok && acknowledged.length === 5) void child.kill(signal);
      });
      return id;
    });
    const { code, stderr } = await child.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const line of [slow, idle] satisfies Socket[]) line.destroy();
    sleeping.close();
    page.close();

    expect(acknowledged).toEqual(sent.slice(0, acknowledged.length));
    const store = await folders.open();
    for (const id of acknowledged) expect(await store.receipt(room.room, id), id).not.toBeNull();
  },
);

test('at the most talkative level the log says no name, word, code, link, secret or id', async () => {
  const child = start({ LOG_LEVEL: 'debug', DEBUG: '' });
  const address = await child.address();
  const planted = {
    room: `room-${randomUUID()}`,
    person: `person ${randomUUID()}`.slice(0, 40),
    card: `card ${randomUUID()}`,
    refused: `refused ${randomUUID()}`,
    body: `body-${randomUUID()}`,
    command: newId(),
    device: newSecret(),
    wrongLink: newSecret(),
    wrongRoom: newId(),
    wrongCode: '123454321',
  };
  const room = await openRoom(address, planted.room);
  const page = new Page(address, room.links.join, planted.device);
  const console = new Page(address, room.links.console);
  await Promise.all([page.told(), console.told()]);
  await page.send({ type: 'join', name: planted.person });
  await console.send({ type: 'join', name: 'Joel' });
  await console.send({ type: 'start' });
  await console.until(({ confirmed }) => confirmed.run !== null);
  await console.send({ type: 'next', run: console.run });
  const cardWith = (text: string) =>
    ({ type: 'writeCard', run: console.run, card: newId(), zone: 'focus', text }) as const;
  await page.send(cardWith(planted.card), planted.command);
  await page.send({ type: 'askForAgreement', agreement: newId(), text: planted.card });
  await page.send({ ...cardWith(planted.refused), run: 'none' });
  await page.socket.emitWithAck('command', { id: planted.command, [planted.refused]: 1 } as never);
  await knock(address, { ...rightWords(room), link: planted.wrongLink });
  await knock(address, { ...rightWords(room), room: planted.wrongRoom });
  await post(address, '/api/rooms', `{"minutes":"${planted.body}"}`);
  await post(address, '/api/rooms', `{"name":"${planted.body}`);
  await post(address, '/api/join', JSON.stringify({ code: planted.wrongCode }));
  await post(address, '/api/join', JSON.stringify({ code: room.code }));
  await fetch(`${address}/room/${planted.wrongRoom}?code=${planted.wrongCode}`);
  await fetch(`${address}/assets/${planted.body}`);
  const line = await RawSocket.ofOurs(address).then((opened) => opened.enter(rightWords(room)));
  line.send(`42["command","${planted.refused}`);
  await line.hungUp();
  const person = page.person;
  page.close();
  console.close();

  const { stdout, stderr } = await child.kill('SIGTERM');
  const secrets = [room.code, room.room, person, ...Object.values(room.links).map(secretOf)];
  for (const word of [...Object.values(planted), ...secrets]) expect(stdout + stderr).not.toContain(word);
  expect(stdout).toContain('"msg":"stopping"');
});
