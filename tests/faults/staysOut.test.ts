import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { Gate, gatedStore } from '../support/gatedStore.ts';
import { rightWords } from '../support/knock.ts';
import { Page } from '../support/page.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
let room: OpenedRoom;
let joel: Page;
const gate = new Gate();
/** The next question for a grant lets the appends go on with its answer. */
let answersTogether = false;
beforeAll(async () => {
  const store = gatedStore(new MemoryStore(storeClock()), gate);
  const grant = async (secretHash: string) => {
    const found = await store.grant(secretHash);
    if (answersTogether) gate.open();
    answersTogether = false;
    return found;
  };
  server = await TestServer.over({ ...store, grant });
});
afterAll(() => server.stop());
beforeEach(async () => {
  room = await server.openRoom();
  joel = await server.page(room.links.console);
  await acts(joel, { type: 'join', name: 'Joel' });
});

async function acts(page: Page, command: PersonCommand): Promise<void> {
  const answer = await page.send(command);
  if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
}

/** A page over long polling, that reads only when it is told to. */
async function slowReader(words: object) {
  const url = `${server.origin}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(url)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const heard: string[] = [];
  const read = async () => {
    const answer = await fetch(`${url}&sid=${sid}`);
    if (answer.ok) heard.push(await answer.text());
    return answer.ok;
  };
  const send = (packet: string) => fetch(`${url}&sid=${sid}`, { method: 'POST', body: packet });
  const until = async (words: string) => {
    while (!heard.some((text) => text.includes(words))) if (!(await read())) return;
  };
  await send(`40${JSON.stringify(words)}`);
  await until('42["snapshot"');
  return { heard, send, until };
}

test('somebody who is removed while they do not read hears nothing of it later either', async () => {
  const eve = await slowReader(rightWords(room));
  await eve.send('420["command",{"id":"join-of-eve","command":{"type":"join","name":"Eve"}}]');
  await eve.until('430[');
  // Something stays unread, and the room is asked for anew: it comes when that is read.
  await acts(joel, { type: 'rename', name: 'Joël' });
  await eve.send('42["resync"]');
  await eve.send('42["resync"]');
  const { id } = joel.state.people.find(({ name }) => name === 'Eve')!;
  await acts(joel, { type: 'remove', person: id });
  await joel.until(({ confirmed }) => confirmed.people.some(({ presence }) => presence === 'removed'));
  await eve.until('42["farewell","removed"]\x1e41');
  expect(eve.heard.join()).not.toContain(joel.state.code);
  expect(eve.heard.join()).toContain('42["farewell","removed"]');
});

type Told = [string, { readonly wall: string | null }];

/** The link of a wall that somebody who facilitates was told. */
async function wallLinkOf(page: Page): Promise<string> {
  const told = () =>
    (page.heard as Told[]).findLast(([message, { wall }]) => message === 'snapshot' && wall !== null);
  await page.until(() => told() !== undefined);
  return `/wall/${room.room}#${told()![1].wall}`;
}

test('a wall by the link of somebody who led and was removed shows nothing more', async () => {
  const amina = await server.page(room.links.join);
  await acts(amina, { type: 'join', name: 'Amina' });
  await acts(joel, { type: 'offerConsole', person: amina.person, stay: true });
  await acts(amina, { type: 'acceptConsole' });
  const link = await wallLinkOf(amina);
  const wall = await server.page(link);
  await acts(amina, { type: 'setRole', person: amina.person, role: 'coach' });
  await acts(joel, { type: 'remove', person: amina.person });
  expect(await wall.sentAway()).toBe('removed');
  await expect(server.page(link)).rejects.toThrow('removed');
  await joel.until(({ confirmed }) => confirmed.people.some(({ presence }) => presence === 'removed'));
  expect(JSON.stringify(wall.heard)).not.toContain(joel.state.code);
});

test('so does one by the link that came with the room, once its facilitator is removed', async () => {
  const amina = await server.page(room.links.join);
  await acts(amina, { type: 'join', name: 'Amina' });
  const wall = await server.page(room.links.wall);
  await acts(joel, { type: 'offerConsole', person: amina.person, stay: false });
  await acts(amina, { type: 'acceptConsole' });
  await wall.until(({ confirmed }) => confirmed.people[0]?.role === 'coach');
  await acts(amina, { type: 'remove', person: joel.person });
  await expect(server.page(room.links.wall)).rejects.toThrow('removed');
  await expect(server.page(await wallLinkOf(amina))).resolves.toBeDefined();
});

test('somebody who is removed while they connect hears nothing of the room', async () => {
  const eve = await server.page(room.links.join);
  await acts(eve, { type: 'join', name: 'Eve' });
  await joel.until(({ confirmed }) => confirmed.people.length === 2);
  gate.close();
  const removed = acts(joel, { type: 'remove', person: eve.person });
  await joel.socket.timeout(5_000).emitWithAck('time');
  eve.socket.disconnect();
  // The store answers both in one breath: whether they may come in, and that they are out.
  answersTogether = true;
  const back = new Page(server.origin, room.links.join, eve.device);
  expect(await back.sentAway()).toBe('removed');
  await removed;
  expect(JSON.stringify(back.heard)).not.toContain(joel.state.code);
});
