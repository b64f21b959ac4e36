import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import type { Page } from './page.ts';
import type { TestServer } from './testServer.ts';

/** A room with a facilitator and a coachee who has offered, been asked and accepted, just before the start. */
export interface SmallSession {
  readonly room: OpenedRoom;
  readonly joel: Page;
  readonly amina: Page;
}

const must = async (answer: ReturnType<Page['send']>): Promise<void> => {
  const got = await answer;
  if (!got.ok) throw new Error(JSON.stringify(got));
};

export async function smallSession(server: TestServer): Promise<SmallSession> {
  const room = await server.openRoom();
  const [joel, amina] = await Promise.all([server.page(room.links.console), server.page(room.links.join)]);
  await must(joel.send({ type: 'join', name: 'Joel' }));
  await must(amina.send({ type: 'join', name: 'Amina' }));
  await must(amina.send({ type: 'offer', roles: ['coachee'] }));
  await must(joel.send({ type: 'invite', person: amina.person }));
  await must(amina.send({ type: 'acceptInvitation' }));
  await must(joel.send({ type: 'start' }));
  await Promise.all([joel, amina].map((page) => page.until(({ confirmed }) => confirmed.run !== null)));
  return { room, joel, amina };
}
