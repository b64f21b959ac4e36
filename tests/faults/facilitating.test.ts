import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import type { Page } from '../support/page.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
let room: OpenedRoom;
let joel: Page;
let amina: Page;
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterAll(() => server.stop());
beforeEach(async () => {
  room = await server.openRoom();
  [joel, amina] = await Promise.all([server.page(room.links.console), server.page(room.links.join)]);
  await acts(joel, { type: 'join', name: 'Joel' });
  await acts(amina, { type: 'join', name: 'Amina' });
});

async function acts(page: Page, command: PersonCommand, as?: string): Promise<void> {
  const answer = await page.sendAs(command, as);
  if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
}

const wish = (page: Page) => page.send({ type: 'setEntry', entry: { waiting: true, locked: false } });

test('whoever accepts the console has its power and its sight on their own device, and on its console page', async () => {
  const ben = await server.page(room.links.join);
  await acts(ben, { type: 'join', name: 'Ben' });
  await acts(ben, { type: 'offer', roles: ['coachee'] });
  expect(amina.replica.sealed.offer).toEqual({});
  expect(await wish(amina)).toMatchObject({ ok: false, rejection: 'role/not-facilitator' });

  await acts(joel, { type: 'offerConsole', person: amina.person, stay: false });
  await acts(amina, { type: 'acceptConsole' });
  await amina.until(({ sealed }) => sealed.offer[ben.person] !== undefined);
  expect(await wish(amina)).toMatchObject({ ok: true });
  const console = await server.page(`/console/${room.room}#${amina.device}`);
  expect(console.person).toBe(amina.person);
  expect(console.replica.sealed.offer).toHaveProperty(ben.person);
});

test('whoever gave the console away has neither its power nor its sight, whatever link they hold', async () => {
  await acts(joel, { type: 'offerConsole', person: amina.person, stay: false });
  await acts(amina, { type: 'acceptConsole' });
  await joel.until(({ confirmed }) => confirmed.people[0]?.role === 'coach');
  await acts(amina, { type: 'addPerson', name: 'Ida' });
  await amina.until(({ confirmed }) => confirmed.people.length === 3);
  const ida = amina.state.people[2]!.id;
  await acts(amina, { type: 'offer', roles: ['coachee'] }, ida);
  expect(await wish(joel)).toMatchObject({ ok: false, rejection: 'role/not-facilitator' });
  const again = await server.page(room.links.console);
  expect(again.replica.sealed.offer).toEqual({});
  expect(await wish(again)).toMatchObject({ ok: false, rejection: 'role/not-facilitator' });
});

test('the new facilitator’s console has a link for a wall that needs no waiting', async () => {
  await acts(joel, { type: 'setEntry', entry: { waiting: true, locked: true } });
  await acts(joel, { type: 'offerConsole', person: amina.person, stay: true });
  await acts(amina, { type: 'acceptConsole' });
  const isWall = (message: unknown) => {
    const [name, snapshot] = message as [string, { wall?: string | null }];
    return name === 'snapshot' && typeof snapshot.wall === 'string';
  };
  await amina.until(() => amina.heard.some(isWall));
  const [, { wall }] = amina.heard.findLast(isWall) as [string, { wall: string }];
  expect((await server.page(`/wall/${room.room}#${wall}`)).replica.seat.power).toBe('wall');
});

test('only a facilitator speaks for somebody, and only for who has no device', async () => {
  await acts(joel, { type: 'addPerson', name: 'Ida' });
  await joel.until(({ confirmed }) => confirmed.people.length === 3);
  const ida = joel.state.people[2]!.id;
  await acts(joel, { type: 'rename', name: 'Ida B.' }, ida);
  await joel.until(({ confirmed }) => confirmed.people[2]?.name === 'Ida B.');
  const leave = { type: 'leave' } as const;
  expect(await joel.sendAs(leave, amina.person)).toMatchObject({ ok: false, rejection: 'people/has-device' });
  expect(await amina.sendAs(leave, ida)).toMatchObject({ ok: false });
  expect(await amina.sendAs(leave, joel.person)).toMatchObject({ ok: false });
  await acts(amina, { type: 'sayReady', ready: true });
  await joel.until(({ confirmed }) => confirmed.people[1]?.ready === true);
  expect(joel.state.people.map(({ presence }) => presence)).toEqual(['here', 'here', 'here']);
});
