import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyHead } from '#server/store/eventStore.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { parseCommand } from '#shared/room/commands.ts';
import { rightWords } from '../support/knock.ts';
import { oneOfEach } from '../support/oneOfEach.ts';
import type { Page } from '../support/page.ts';
import { RawSocket } from '../support/rawSocket.ts';
import { smallSession, type SmallSession } from '../support/session.ts';
import { TestServer } from '../support/testServer.ts';

const seed = 20261103;
const payloads = 2_000;
/** Below what a flood is cut at. */
const perPage = 200;

let server: TestServer;
let session: SmallSession;
const prototype = Object.getOwnPropertyNames(Object.prototype).sort();
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
  session = await smallSession(server);
});
afterAll(() => server.stop());

const wholeRoom = () => server.store.read(session.room.room, emptyHead);

/** What must hold after each attack: nothing was written, nothing was poisoned, and the room goes on. */
async function unharmed(before: unknown): Promise<void> {
  expect(await wholeRoom()).toEqual(before);
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(prototype);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  const page = await server.page(session.room.links.join);
  const joining = await page.send({ type: 'join', name: 'Late' });
  expect(joining).toMatchObject({ ok: true });
  await session.joel.until(({ confirmed }) => confirmed.people.some(({ id }) => id === page.person));
  await page.send({ type: 'leave' });
  page.close();
}

function nested(depth: number): unknown {
  let deep: unknown = 1;
  for (let i = 0; i < depth; i++) deep = i % 2 ? [deep] : { a: deep };
  return deep;
}

const poison = (key: string): unknown => JSON.parse(`{${JSON.stringify(key)}:{"polluted":true}}`);

/** Values that are no field of any command where they are put. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, [], {}, [[]], Number.NaN, Infinity, -0.5, 1e308, 2 ** 53, [null], [{}]),
  fc.constantFrom('__proto__', 'constructor', 'prototype').map(poison),
  fc.nat(2_000).map(nested),
  fc.string({ unit: 'binary', minLength: 501, maxLength: 900 }),
  fc
    .constantFrom('\ud800', '\udfff\ud800', '\u0000', '../..', "' OR 1=1 --", '<script>', '${1}')
    .map((text) => text.repeat(600)),
  fc.object({ maxDepth: 5 }),
);

const bytes = fc.uint8Array({ maxLength: 32 }).map((array) => Buffer.from(array));

/** Things that are no command, most of them nearly one. */
function nearly(page: Page): fc.Arbitrary<unknown> {
  const good = fc.constantFrom(...oneOfEach(page.run, page.person));
  const spoilt = fc.oneof(
    fc
      .tuple(good, fc.oneof(odd, bytes))
      .map(([command, value]) => ({ ...command, [Object.keys(command).at(-1)!]: value })),
    fc.tuple(good, fc.string(), odd).map(([command, key, value]) => ({ ...command, [`${key}!`]: value })),
    fc
      .tuple(good, fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty'), odd)
      .map(([command, key, value]) =>
        Object.defineProperty({ ...command }, key, { value, enumerable: true, writable: true }),
      ),
    fc
      .tuple(good, fc.constantFrom('tick', 'noteAway', 'noteBack', 'evolve', '', '__proto__'))
      .map(([command, type]) => ({ ...command, type })),
    odd,
  );
  const id = fc.constantFrom('command-1', 'command-2');
  const wrongId = fc.oneof(odd, fc.constantFrom('short', 'a'.repeat(65), 'not a word', '', 7));
  return fc.oneof(
    fc.record({ id, command: spoilt.filter((command) => parseCommand(command) === null) }),
    fc.record({ id: wrongId, command: good }),
    fc.record({ id, command: good, actor: odd }),
    fc.record({ id, command: good, seat: fc.constant({ power: 'facilitator' }) }),
    odd,
    bytes,
    fc.constantFrom('command', 7, true, ''),
  );
}

test(`${payloads} malformed commands are each answered so, and change nothing`, async () => {
  const before = await wholeRoom();
  const wrong = fc.sample(nearly(session.amina), { seed, numRuns: payloads });
  for (let from = 0; from < payloads; from += perPage) {
    const page = await server.page(session.room.links.join, session.amina.device);
    const answers = await Promise.all(
      wrong
        .slice(from, from + perPage)
        .map((message) => page.socket.emitWithAck('command', message as never)),
    );
    answers.forEach((answer, i) =>
      expect(answer, JSON.stringify(wrong[from + i])).toEqual({ ok: false, trouble: 'malformed' }),
    );
    page.close();
  }
  await unharmed(before);
});

describe('on a bare line', () => {
  const command = (rest: string) => `["command",{"id":"command-1","command":{"type":"leave"}}${rest}]`;
  const packets: [string, (string | Buffer)[]][] = [
    ['a command without an ack', [`42${command('')}`]],
    ['an ack that is no ack', [`42${command(',"ack"')}`, `42${command(',{}')}`]],
    ['an ack in the wrong place', ['421["command"]', `422${command(',1')}`]],
    [
      'unknown events',
      ['42["admin",1]', '42["__proto__",{}]', '42["constructor"]', '42["toString",1]', '42["snapshot"]'],
    ],
    ['an event that Node would throw', ['42["error","x"]']],
    ['events of Socket.IO itself', ['42["disconnect"]']],
    ['a new listener', ['42["newListener","command"]']],
    ['no event name', ['42[]']],
    ['an event name of another type', ['42[{"toString":1}]']],
    ['no array', ['42{"command":1}']],
    ['broken JSON', ['42["command",']],
    ['a depth bomb', [`421["command",${'['.repeat(8_000)}${']'.repeat(8_000)}]`]],
    ['an endless ack id', ['429999999999999999999999["time"]']],
    ['answers nobody asked for', ['431[1]', '43999[]']],
    ['binary that never comes', ['451-["command",{"_placeholder":true,"num":0}]']],
    ['binary where none was said', [Buffer.from('bomb')]],
    ['a placeholder out of range', ['451-["command",{"_placeholder":true,"num":9}]', Buffer.from('x')]],
    [
      'a prototype and binary',
      ['451-["command",{"__proto__":{"polluted":1},"b":{"_placeholder":true,"num":0}}]', Buffer.from('x')],
    ],
    ['a thousand attachments', ['451000-["command"]']],
    ['no attachment', ['450-["command",{"_placeholder":true,"num":0}]']],
    ['other namespaces', ['40/admin,{"token":1}', '42/admin,["command",1]', '41/admin,']],
    ['a second handshake', ['40{}', '40[]', '40"text"']],
    ['an unknown packet', ['49', '4', '', '9', 'b!!!!', '\u0000']],
    ['an upgrade that is none', ['5', '2probe', '6', '1']],
    ['20 kB', [`42["command","${'x'.repeat(20_000)}"]`]],
  ];

  test.each(packets)('%s: harms nobody, before a page is let in and after', async (_name, sent) => {
    for (const entered of [false, true]) {
      const before = await wholeRoom();
      const line = await RawSocket.ofOurs(server.origin);
      if (entered) await line.enter(rightWords(session.room));
      for (const packet of sent) line.send(packet);
      // Whether the server hangs up on it or not, it serves what comes after on other lines.
      await unharmed(before);
      line.close();
    }
  });
});
