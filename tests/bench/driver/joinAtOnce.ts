import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { peopleInARoom } from '../scenario.ts';
import { FullturnSeat } from './fullturnSeat.ts';

interface Joining {
  readonly origin: string;
  readonly opened: readonly OpenedRoom[];
  readonly people: number;
}

/** People come into rooms of eight, all at once: milliseconds from connecting until their name is in, of each. */
export async function joinAtOnce({ origin, opened, people }: Joining): Promise<number[]> {
  const from = performance.now();
  const joined = await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      const { links } = opened[Math.floor(person / peopleInARoom)]!;
      const { seat } = await FullturnSeat.open(origin, links.join);
      await seat.must({ type: 'join', name: `Person ${person}` });
      return { seat, took: performance.now() - from };
    }),
  );
  for (const { seat } of joined) seat.close();
  return joined.map(({ took }) => took);
}
