import { fitPhases, longestSession, shortestSession } from '#shared/method/fit.ts';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import type { Phase } from '#shared/method/phase.ts';
import { longest } from '#shared/room/lengths.ts';
import { emptyRoom, evolve } from '#shared/room/evolve.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import { forgetAt } from '#shared/room/retention.ts';
import { minutes } from '#shared/time.ts';
import * as v from 'valibot';
import { hashSecret, newCode, newId, newSecret, wallSecretOf } from '../secrets.ts';
import { StoreUnavailable, type EventStore } from '../store/eventStore.ts';

/** Kept for an hour after the end, then forgotten (PRODUCT.md, section 9). */
const keptUsually = 60;
/** And never longer than 30 days. */
const longestKept = 30 * 24 * 60;
/** The agreements every session begins with; their words are in the text files. */
const standardAgreements = ['standard-1', 'standard-2', 'standard-3', 'standard-4', 'standard-5'];
const codeTries = 20;

type RoomOpened = Extract<StoredEvent, { type: 'roomOpened' }>;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const wish = v.strictObject({
  minutes: whole(shortestSession, longestSession),
  name: v.optional(v.pipe(v.string(), v.maxLength(longest.name)), ''),
  people: v.optional(whole(2, 60), 6),
  waiting: v.optional(v.boolean(), true),
  keptMinutes: v.optional(whole(0, longestKept), keptUsually),
  lengths: v.optional(v.pipe(v.array(whole(0, longestSession)), v.length(oneFullTurn.length))),
});

/** What somebody wishes a room to be; `lengths` are whole minutes of each phase, in order. */
export type RoomWish = v.InferOutput<typeof wish>;

export interface OpenedRoom {
  readonly room: string;
  readonly code: string;
  /** Paths with their secrets in the fragment, which no browser sends to a server. */
  readonly links: { readonly join: string; readonly console: string; readonly wall: string };
}

/** A wish that parses, or the field that does not and what it may be. */
export function parseWish(body: unknown): { wish: RoomWish } | { field: string; problem: string } {
  const parsed = v.safeParse(wish, body);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { field: v.getDotPath(issue) ?? 'body', problem: issue.message };
  }
  const { minutes: total, lengths } = parsed.output;
  if (lengths && lengths.reduce((a, b) => a + b, 0) !== total)
    return { field: 'lengths', problem: `The phases add up to other than ${total} minutes.` };
  const short = lengths?.findIndex((length, i) => tooShort(oneFullTurn[i]!, length)) ?? -1;
  if (short >= 0) return { field: `lengths.${short}`, problem: 'This phase is shorter than its minimum.' };
  return { wish: parsed.output };
}

/** Only what is off from the beginning can be left off. */
const tooShort = (phase: Phase, length: number): boolean =>
  minutes(length) < phase.minimum && !(length === 0 && phase.length === 0);

const plannedPhases = ({ minutes: total, lengths }: RoomWish): readonly Phase[] =>
  lengths
    ? oneFullTurn.map((phase, i) => ({ ...phase, length: minutes(lengths[i]!) }))
    : fitPhases(oneFullTurn, total)!;

/** Makes the room. Rejects with `StoreUnavailable`. */
export async function openRoom(store: EventStore, wish: RoomWish): Promise<OpenedRoom> {
  const room = newId();
  const secret = newSecret();
  const wall = wallSecretOf(secret);
  for (let tries = 0; tries < codeTries; tries++) {
    const opened: RoomOpened = {
      type: 'roomOpened',
      id: newId(),
      at: store.now(),
      name: wish.name.trim(),
      code: newCode(),
      door: newSecret(),
      expected: wish.people,
      length: minutes(wish.minutes),
      keptFor: minutes(wish.keptMinutes),
      entry: { waiting: wish.waiting, locked: false },
      phases: plannedPhases(wish),
      agreements: standardAgreements.map((id) => ({ id, text: null })),
    };
    const grants = [
      { secretHash: hashSecret(secret), grant: { room, power: 'facilitator', person: null } as const },
      { secretHash: hashSecret(wall), grant: { room, power: 'wall', person: null } as const },
    ];
    const batch = {
      events: [opened],
      sealed: [],
      grants,
      receipts: [],
      forgetAt: forgetAt(evolve(emptyRoom(opened.at), opened)),
    };
    if (await store.create(room, opened.code, batch)) {
      const join = `/room/${room}#${opened.door}`;
      return {
        room,
        code: opened.code,
        links: { join, console: `/console/${room}#${secret}`, wall: `/wall/${room}#${wall}` },
      };
    }
  }
  throw new StoreUnavailable('No free join code was found.');
}
