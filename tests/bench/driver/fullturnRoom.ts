import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import type { Frame } from '#shared/protocol/messages.ts';
import type { RunId } from '#shared/ids.ts';
import { cardsOf, peopleInARoom, textOf } from '../scenario.ts';
import { FullturnSeat } from './fullturnSeat.ts';
import type { Person, Room, Told } from './person.ts';

const startedRun = ({ events }: Frame): RunId | undefined =>
  events.flatMap((event) => (event.type === 'phaseStarted' ? [event.run] : []))[0];

/** Eight people who have come as far as the questions, where everybody may write, with fifty cards before them. */
export async function fullturnRoom(origin: string, { links }: OpenedRoom, told: Told): Promise<Room> {
  const seats: FullturnSeat[] = [];
  for (let person = 0; person < peopleInARoom; person++) {
    const { seat } = await FullturnSeat.open(origin, person === 0 ? links.console : links.join);
    await seat.must({ type: 'join', name: `Person ${person + 1}` });
    seats.push(seat);
  }
  const run = await toTheQuestions(seats[0]!, seats[1]!);
  const people = seats.map((seat) => new FullturnPerson(seat, run));
  await Promise.all(people.map((person, at) => person.writeAll(cardsOf(at))));
  seats.forEach((seat, person) => seat.hear((message) => told(person, message)));
  return people;
}

async function toTheQuestions(facilitator: FullturnSeat, coachee: FullturnSeat): Promise<RunId> {
  const { seat } = await coachee.must({ type: 'offer', roles: ['coachee'] });
  await facilitator.must({ type: 'invite', person: seat.person! });
  await coachee.must({ type: 'acceptInvitation' });
  const begun = facilitator.find(startedRun);
  await facilitator.must({ type: 'start' });
  let run = await begun;
  // Out of the agreements by the facilitator; the coachee then leads through focus, listening and paraphrase.
  for (const leader of [facilitator, coachee, coachee, coachee]) {
    const next = facilitator.find(startedRun);
    await leader.must({ type: 'next', run });
    run = await next;
  }
  return run;
}

class FullturnPerson implements Person {
  readonly #seat: FullturnSeat;
  readonly #run: RunId;
  readonly #editions = new Map<number, number>();

  constructor(seat: FullturnSeat, run: RunId) {
    this.#seat = seat;
    this.#run = run;
  }

  async writeAll(cards: readonly number[]): Promise<void> {
    for (const card of cards) {
      const words = { card: `card-${card}`, zone: 'parking', text: textOf(0) } as const;
      await this.#seat.must({ type: 'writeCard', run: this.#run, ...words });
      this.#editions.set(card, 1);
    }
  }

  async set(card: number, text: string): Promise<boolean> {
    const edition = this.#editions.get(card)!;
    const words = { card: `card-${card}`, text, edition };
    const { ok } = await this.#seat.send({ type: 'editCard', run: this.#run, ...words });
    if (ok) this.#editions.set(card, edition + 1);
    return ok;
  }

  close(): void {
    this.#seat.close();
  }
}
