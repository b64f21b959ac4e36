import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { PersonId } from '#shared/ids.ts';
import { sourceOf } from './sourceOf.ts';

/**
 * Wrong codes, by source: nine digits can be guessed. A whole school may come from one address, so only
 * failures count.
 */
const codesBySource = { points: 20, duration: 60 };
/** The same over all sources, against guessing from many. Links, which no one guesses, work on. */
const codesByAll = { points: 600, duration: 60 };
/** Wrong links, by source. They are counted apart, so that old links never stop anybody's code. */
const linksBySource = { points: 20, duration: 60 };
/** Pictures shown, by person: each is decoded on every wall. */
const picturesByPerson = { points: 12, duration: 60 };
/** Knocks at one door, by source: as many as a large room has people, all behind one address. */
const knocksBySource = { points: 64, duration: 600 };
/** Rooms opened, by source. */
const roomsBySource = { points: 60, duration: 3600 };

type Limit = { readonly points: number; readonly duration: number };
type Counter = Pick<RateLimiterMemory, 'get' | 'consume'>;

/** Makes what counts one kind of thing, by source or person. `duration` in seconds. */
export type NewCounter = (name: string, limit: Limit) => Counter;

export const inMemory: NewCounter = (_name, limit) => new RateLimiterMemory(limit);

/** Counts what one source does too often. */
export class Limits {
  readonly #codes: Counter;
  readonly #allCodes: Counter;
  readonly #links: Counter;
  readonly #pictures: Counter;
  readonly #knocks: Counter;
  readonly #rooms: Counter;

  constructor(counter: NewCounter) {
    this.#codes = counter('codes', codesBySource);
    this.#allCodes = counter('all-codes', codesByAll);
    this.#links = counter('links', linksBySource);
    this.#pictures = counter('pictures', picturesByPerson);
    this.#knocks = counter('knocks', knocksBySource);
    this.#rooms = counter('rooms', roomsBySource);
  }

  /** Whether a code from this address is looked up, or its answer given. */
  async mayTryCode(address: string): Promise<boolean> {
    const [own, all] = await Promise.all([this.#codes.get(sourceOf(address)), this.#allCodes.get('all')]);
    return (own?.remainingPoints ?? 1) > 0 && (all?.remainingPoints ?? 1) > 0;
  }

  /** Counts it at once; false when it was one too many. */
  async wrongCode(address: string): Promise<boolean> {
    const counted = [taken(this.#codes.consume(sourceOf(address))), taken(this.#allCodes.consume('all'))];
    return (await Promise.all(counted)).every(Boolean);
  }

  /** As `wrongCode`. Right links are never held back: they are 128 random bits. */
  wrongLink = (address: string): Promise<boolean> => taken(this.#links.consume(sourceOf(address)));

  mayShowPicture = (person: PersonId): Promise<boolean> => taken(this.#pictures.consume(person));

  /** `door` is the room's secret one: another code begins another count. */
  mayKnock = (address: string, door: string): Promise<boolean> =>
    taken(this.#knocks.consume(`${sourceOf(address)} ${door}`));

  mayOpenRoom = (address: string): Promise<boolean> => taken(this.#rooms.consume(sourceOf(address)));
}

const taken = (consumed: Promise<unknown>): Promise<boolean> =>
  consumed.then(
    () => true,
    () => false,
  );
