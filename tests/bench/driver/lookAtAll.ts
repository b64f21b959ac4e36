import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { cardsInARoom } from '../scenario.ts';
import { FullturnSeat } from './fullturnSeat.ts';

/** A wall in each room, all at once. Resolves when every one has been told its room, whole. */
export async function lookAtAll({ origin, opened }: Looking): Promise<void> {
  const walls = await Promise.all(opened.map(({ links }) => FullturnSeat.open(origin, links.wall)));
  const short = walls.filter(({ snapshot }) => snapshot.state.cards.length !== cardsInARoom).length;
  if (short > 0) throw new Error(`${short} rooms came back without all their cards.`);
  for (const { seat } of walls) seat.close();
}
interface Looking {
  readonly origin: string;
  readonly opened: readonly OpenedRoom[];
}
