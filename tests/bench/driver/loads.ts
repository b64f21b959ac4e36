import { setTimeout as wait } from 'node:timers/promises';
import { cardsOf, peopleInARoom, textOf } from '../scenario.ts';
import type { Room } from './person.ts';
import type { Tally } from './tally.ts';

export type Load = 'steady' | 'saturated';

const everySteady = 2_000;
const inFlight = 2;

/** One person sets the next of their cards. `count`: how many they have set before. */
async function act(room: Room, person: number, count: number, tally: Tally): Promise<void> {
  const cards = cardsByPerson[person]!;
  const change = tally.say();
  tally.answered(change, await room[person]!.set(cards[count % cards.length]!, textOf(change)));
}
const cardsByPerson = Array.from({ length: peopleInARoom }, (_, person) => cardsOf(person));

/** Each person acts once in two seconds, spread evenly over them. */
function steady(rooms: readonly Room[], until: number, tally: Tally): Promise<unknown> {
  const from = performance.now();
  const everyone = rooms.flatMap((room) => room.map((_, person) => ({ room, person })));
  return Promise.all(
    everyone.map(async ({ room, person }, index) => {
      // The golden ratio spreads neighbours far from each other, whatever their number.
      let at = from + ((index * 0.618) % 1) * everySteady;
      for (let count = 0; at < until; count++, at += everySteady) {
        await wait(Math.max(0, at - performance.now()));
        await act(room, person, count, tally);
      }
    }),
  );
}

/** Two people of each room act at any moment, each at once when the one before them was answered. */
function saturated(rooms: readonly Room[], until: number, tally: Tally): Promise<unknown> {
  const share = peopleInARoom / inFlight;
  const goOn = async (room: Room, first: number) => {
    for (let count = 0; performance.now() < until; count++)
      await act(room, first + (count % share), Math.floor(count / share), tally);
  };
  return Promise.all(rooms.flatMap((room) => [goOn(room, 0), goOn(room, share)]));
}

/** Resolves with how many seconds it took until the last was answered. */
export async function loadFor(
  load: Load,
  seconds: number,
  rooms: readonly Room[],
  tally: Tally,
): Promise<number> {
  const from = performance.now();
  await (load === 'steady' ? steady : saturated)(rooms, from + seconds * 1_000, tally);
  return (performance.now() - from) / 1_000;
}
