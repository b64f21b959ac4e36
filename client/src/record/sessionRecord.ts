import type { PersonId } from '#shared/ids.ts';
import { zones, type Zone } from '#shared/method/phase.ts';
import type { Sealed } from '#shared/room/sealed.ts';
import type { Card, RoomState } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';
import { nameOf } from '../participant/nameOf.ts';
import { stepDraft } from '../participant/ownDrafts.ts';
import { ownStep, type StepLine } from './ownStep.ts';
import { timeTable, type TimeRow } from './timeTable.ts';
import { unsentWords } from './unsentWords.ts';

export interface RecordCard {
  readonly zone: Zone;
  readonly text: string;
  /** False for a card of somebody else, who agreed to its leaving. */
  readonly mine: boolean;
}

/** Everything that one person may take along. Every form of the copy is written from it, and from nothing else. */
export interface SessionRecord {
  readonly room: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** The coachee's name in their own record; nobody else's copy names them. */
  readonly coachee: string | null;
  readonly step: readonly StepLine[];
  /** Zone by zone, the focus first. */
  readonly cards: readonly RecordCard[];
  /** Words that were prepared and never put on the board. */
  readonly unsent: readonly string[];
  readonly notes: string;
  readonly time: readonly TimeRow[];
}

/**
 * What `me` may take. Everybody: what they wrote themselves, and how the time went. The coachee: their
 * step too, and of the cards others wrote in their turn those whose authors agreed. What was set aside
 * is taken by nobody.
 */
export function sessionRecord(
  room: RoomState,
  sealed: Sealed,
  me: PersonId,
  read: (draft: string) => string,
): SessionRecord {
  const turn = room.turns.findIndex(({ coachee }) => coachee === me);
  const own = room.turns[turn];
  const cards = room.cards
    .filter((card) => !card.aside)
    .map((card) => ({ ...card, mine: sealed.author[card.id] === me || writtenFor(card, turn) }))
    .filter((card) => card.mine || (card.turn === turn && card.released));
  return {
    room: room.name,
    startedAt: room.past[0]?.startedAt ?? room.openedAt,
    endedAt: room.endedAt ?? room.changedAt,
    coachee: own ? nameOf(room, me) : null,
    step: own ? ownStep(own.step, (field) => read(stepDraft(field))) : [],
    cards: zones.flatMap((zone) =>
      cards.filter((card) => card.zone === zone).map(({ text, mine }) => ({ zone, text, mine })),
    ),
    unsent: unsentWords(room, read),
    notes: read('notes'),
    time: timeTable(room),
  };
}

/** What a scribe wrote in the coachee's stead is the coachee's own. */
const writtenFor = (card: Card, turn: number): boolean => card.scribed && card.turn === turn;
