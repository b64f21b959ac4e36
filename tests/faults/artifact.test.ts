import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mostBytes } from '#shared/artifact/plainJpeg.ts';
import { sqliteFolders, type SqliteFolders } from '../contract/sqliteFolders.ts';
import { secretOf } from '../support/knock.ts';
import type { Page } from '../support/page.ts';
import { smallSession, type SmallSession } from '../support/session.ts';
import { someJpeg, tellingJpeg } from '../support/someJpeg.ts';
import { TestServer } from '../support/testServer.ts';

const marked = 'DRAWN-BY-A-PUPIL';
let folders: SqliteFolders;
let server: TestServer;
beforeAll(async () => {
  folders = sqliteFolders();
  server = await TestServer.over(await folders.open());
});
afterAll(async () => {
  await server.stop();
  await folders.dispose();
});

interface Scene extends SmallSession {
  readonly wall: Page;
  readonly ben: Page;
}
let scene: Scene;

/** In the focus, where Amina, the coachee, holds the floor; Ben is somebody else, and the wall looks on. */
beforeEach(async () => {
  const small = await smallSession(server);
  const wall = await server.page(small.room.links.wall);
  const ben = await server.page(small.room.links.join);
  await ben.send({ type: 'join', name: 'Ben' });
  await small.joel.send({ type: 'next', run: small.joel.run });
  await small.amina.until(({ confirmed }) => confirmed.run?.phase === 'focus');
  scene = { ...small, wall, ben };
});

const path = () => `${server.origin}/api/rooms/${scene.room.room}/artifact`;
const ask = (method: string, device: string, body?: Uint8Array<ArrayBuffer>, type = 'image/jpeg') =>
  fetch(path(), {
    method,
    headers: { 'fullturn-device': device, ...(body && { 'content-type': type }) },
    ...(body && { body }),
  });
const show = (picture = someJpeg({ scan: marked }), device = scene.amina.device) =>
  ask('POST', device, picture);

type Told = ['artifact', { id: string | null }];
/** What a page was told about pictures, in order. */
const told = ({ heard }: Page): (string | null)[] =>
  (heard as Told[]).filter(([type]) => type === 'artifact').map(([, { id }]) => id);
const fetched = (id: string) => fetch(`${path()}/${id}`);

test('the wall shows it, and nobody but the wall and the coachee is told where it is', async () => {
  expect((await show()).status).toBe(204);
  const id = await scene.wall.untilPicture(true);
  expect(await scene.amina.untilPicture(true)).toBe(id);
  const answer = await fetched(id);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(someJpeg({ scan: marked }));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  for (const page of [scene.ben, scene.joel]) {
    page.socket.emit('resync');
    const before = page.heard.length;
    while (page.heard.length === before) await new Promise<void>((more) => page.socket.onAny(() => more()));
    expect(JSON.stringify(page.heard)).not.toContain(id);
  }
});

test('a wall that comes later, or comes back, shows it as well', async () => {
  await show();
  const id = await scene.wall.untilPicture(true);
  const later = await server.page(scene.room.links.wall);
  expect(await later.untilPicture(true)).toBe(id);
});

test('it lies in no file: not in the data, not beside the keys', async () => {
  await show();
  const id = await scene.wall.untilPicture(true);
  const files = [folders.dataDir, folders.keysDir].flatMap((dir) =>
    readdirSync(dir).map((name) => readFileSync(join(dir, name))),
  );
  expect(files.length).toBeGreaterThan(1);
  for (const words of [marked, id])
    for (const form of [words, Buffer.from(words).toString('hex'), Buffer.from(words).toString('base64')])
      expect(files.some((bytes) => bytes.includes(form))).toBe(false);
});

test('what a camera adds does not come through, whoever built the page that sent it', async () => {
  await show(tellingJpeg('51.0N 7.0E', { scan: marked }));
  const bytes = Buffer.from(await (await fetched(await scene.wall.untilPicture(true))).arrayBuffer());
  expect(bytes.includes(marked)).toBe(true);
  expect(bytes.includes('51.0N')).toBe(false);
});

describe('it is gone', () => {
  const endings: [string, () => Promise<unknown>][] = [
    ['when the coachee takes it away', () => ask('DELETE', scene.amina.device)],
    ['when the phase ends', () => scene.joel.send({ type: 'next', run: scene.joel.run })],
    ['when the coachee stops', () => scene.amina.send({ type: 'stop', run: scene.amina.run })],
    ['when the coachee leaves', () => scene.amina.send({ type: 'leave' })],
    ['when the session ends', () => scene.joel.send({ type: 'endSession' })],
  ];
  test.each(endings)('%s', async (_what, happens) => {
    await show();
    const id = await scene.wall.untilPicture(true);
    await happens();
    await scene.wall.untilPicture(false);
    expect((await fetched(id)).status).toBe(404);
  });

  test('when the floor moves to somebody else, and does not come back with it', async () => {
    for (const [phase, by] of [
      ['listen', scene.joel],
      ['echo', scene.amina],
    ] as const) {
      await by.send({ type: 'next', run: by.run });
      for (const page of [scene.joel, scene.amina, scene.ben])
        await page.until(({ confirmed }) => confirmed.run?.phase === phase);
    }
    await show();
    const id = await scene.wall.untilPicture(true);
    const { run } = scene.ben;
    expect(await scene.ben.send({ type: 'takeFloor', run })).toMatchObject({ ok: true });
    await scene.wall.untilPicture(false);
    await scene.ben.send({ type: 'finish', run });
    expect((await fetched(id)).status).toBe(404);
    expect(told(scene.wall).at(-1)).toBeNull();
  });
});

describe('it is not shown', () => {
  const problem = async (answer: Response) => [
    answer.status,
    ((await answer.json()) as { problem: string }).problem,
  ];

  test('by anybody else, whatever secret they hold', async () => {
    expect(await problem(await show(someJpeg(), scene.ben.device))).toEqual([403, 'not-yours-to-show']);
    for (const secret of ['', 'x'.repeat(22), 'y'.repeat(5000), scene.room.code])
      expect(await problem(await show(someJpeg(), secret))).toEqual([403, 'not-let-in']);
    const joels = secretOf(scene.room.links.console);
    expect(await problem(await show(someJpeg(), joels))).toEqual([403, 'not-yours-to-show']);
    const walls = secretOf(scene.room.links.wall);
    expect(await problem(await show(someJpeg(), walls))).toEqual([403, 'not-let-in']);
    expect(told(scene.wall).filter((id) => id !== null)).toEqual([]);
  });

  test('in another room', async () => {
    const amina = scene.amina.device;
    const other = await server.openRoom();
    const there = `${server.origin}/api/rooms/${other.room}/artifact`;
    const answer = await fetch(there, { method: 'POST', headers: { 'fullturn-device': amina } });
    expect(await problem(answer)).toEqual([403, 'not-let-in']);
  });

  test('when it is no picture, too large, or packed', async () => {
    const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
    expect(await problem(await show(page))).toEqual([415, 'no-picture']);
    expect(await problem(await ask('POST', scene.amina.device, someJpeg(), 'image/png'))).toEqual([
      415,
      'no-picture',
    ]);
    expect((await show(new Uint8Array(mostBytes + 1))).status).toBe(413);
    const packed = await fetch(path(), {
      method: 'POST',
      headers: {
        'fullturn-device': scene.amina.device,
        'content-type': 'image/jpeg',
        'content-encoding': 'gzip',
      },
      body: someJpeg(),
    });
    expect(packed.status).toBe(415);
    expect((await fetched('x'.repeat(22))).status).toBe(404);
  });

  test('again and again: after a dozen in a minute it waits', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 13; i++) answers.push((await show()).status);
    expect(answers).toEqual([...Array<number>(12).fill(204), 429]);
  });
});
