import type { Phase } from '#shared/method/phase.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { coacheeOf } from '#shared/room/people.ts';
import { needsCoacheesYes, patience, unreached } from '#shared/room/permissions.ts';
import { phaseAfter, timeAhead } from '#shared/room/phases.ts';
import type { Ask, RoomState, Run } from '#shared/room/state.ts';
import { between, minutes, type Instant } from '#shared/time.ts';
import { clockTime } from '../measure/digits.ts';
import { personLabel, phaseTitle } from '../text/phaseWords.ts';
import { t } from '../text/text.ts';
import type { Words } from './words.ts';

/** What the big button says and does. Without a command it waits, and says for what. */
export interface PrimaryAction extends Words {
  readonly command: PersonCommand | null;
  readonly reason: Words | null;
}

/** The one next thing, as things stand at `now`. */
export function primaryAction(room: RoomState, now: Instant): PrimaryAction {
  const after = phaseAfter(room);
  if (room.endedAt !== null) return waits({ key: 'console.next.end' }, { key: 'console.why.ended' });
  if (!room.run) return after ? does(startOf(room, after), { type: 'start' }) : end;
  const { run } = room;
  if (room.ask?.run === run.id) return whileAsked(room, room.ask, run, after, now);
  if (after && lacksCoachee(room, after))
    return waits(startOf(room, after), { key: 'console.why.noCoachee' });
  if (needsCoacheesYes(room, { kind: 'next' }, now)) return asks(room, run, after);
  return after ? does(startOf(room, after), { type: 'next', run: run.id }) : end;
}

/** Volunteers only: a part of a turn cannot begin before somebody has accepted to be its coachee. */
export const lacksCoachee = (room: RoomState, phase: Phase): boolean =>
  phase.turn !== null && (room.turns[phase.turn]?.coachee ?? null) === null;

export function coacheeName(room: RoomState): string {
  const coachee = coacheeOf(room);
  return coachee ? personLabel(room, coachee) : t('console.coachee');
}

function whileAsked(room: RoomState, ask: Ask, run: Run, after: Phase | null, now: Instant): PrimaryAction {
  const name = coacheeName(room);
  if (!unreached(room, now)) {
    if (between(ask.askedAt, now) >= patience) return asks(room, run, after);
    const waited = clockTime(between(ask.askedAt, now));
    return waits({ key: 'console.next.asked', values: { name, waited } }, askedReason(ask, name));
  }
  if (ask.change.kind === 'shorten') return asks(room, run, after);
  if (!after) return end;
  const values = { phase: phaseTitle(after) };
  return ask.change.kind === 'next'
    ? does({ key: 'console.next.unanswered', values }, { type: 'next', run: run.id })
    : does({ key: 'console.next.skipUnanswered', values }, { type: 'skip', run: run.id });
}

function askedReason(ask: Ask, name: string): Words {
  switch (ask.change.kind) {
    case 'next':
      return { key: 'console.why.asked', values: { name } };
    case 'skip':
      return { key: 'console.why.askedSkip', values: { name } };
    case 'shorten':
      return { key: 'console.why.askedShorten', values: { name } };
  }
}

function asks(room: RoomState, run: Run, after: Phase | null): PrimaryAction {
  const name = coacheeName(room);
  const words: Words = after
    ? { key: 'console.next.ask', values: { name, phase: phaseTitle(after), minutes: minutesOf(room, after) } }
    : { key: 'console.next.askEnd', values: { name } };
  return does(words, { type: 'askCoachee', run: run.id, change: { kind: 'next' } });
}

function startOf(room: RoomState, phase: Phase): Words {
  const left = minutesOf(room, phase);
  return phase.title === null
    ? { key: `console.next.start.${phase.kind}`, values: { minutes: left } }
    : { key: 'console.next.start.own', values: { phase: phase.title, minutes: left } };
}

/** What it will really start with: a part that Back interrupted goes on with what was left. */
const minutesOf = (room: RoomState, phase: Phase): number =>
  Math.max(0, Math.round(timeAhead(room, phase).left / minutes(1)));

const does = (words: Words, command: PersonCommand): PrimaryAction => ({ ...words, command, reason: null });
const waits = (words: Words, reason: Words): PrimaryAction => ({ ...words, command: null, reason });
const end = does({ key: 'console.next.end' }, { type: 'endSession' });
