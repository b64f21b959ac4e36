import { wallAtFirst } from '#shared/room/evolve/settings.ts';
import type { PhaseId } from '#shared/ids.ts';
import { someFloor, somePastRun, someRun, someTurn, somebody } from '#tests/support/parts.ts';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import { runFor, untimed, type Clock } from '#shared/room/clock.ts';
import type { PastRun, Person, RoomState, Run } from '#shared/room/state.ts';
import {
  between,
  duration,
  hours,
  instant,
  later,
  minutes,
  type Duration,
  type Instant,
} from '#shared/time.ts';

/** For tests: the meeting of the Year 8 team, 15:45 to 16:45 on this device's clock. */
export const begin: Instant = instant(new Date(2026, 2, 12, 15, 45).getTime());
export const at = (minute: number): Instant => later(begin, minutes(minute));

const person = (id: string, name: string, role: Person['role']): Person => ({
  ...somebody,
  id,
  name,
  role,
});

/** Before the start, with everyone here and Amina as coachee. */
export const exampleRoom: RoomState = {
  name: 'Year 8 team',
  code: '472916358',
  door: 'door',
  openedAt: at(-10),
  expected: 6,
  length: minutes(60),
  keptFor: hours(1),
  agreements: ['standard-1', 'standard-2', 'standard-3', 'standard-4', 'standard-5'].map((id) => ({
    id,
    text: null,
  })),
  entry: { waiting: true, locked: false },
  namesShown: false,
  roleNames: {},
  deputy: null,
  scribe: null,
  undo: null,
  wish: null,
  people: [
    person('joel', 'Joel', 'facilitator'),
    person('amina', 'Amina', 'coachee'),
    person('ben', 'Ben', 'coach'),
    person('chloe', 'Chloé', 'coach'),
    person('dee', 'Dee', 'coach'),
    person('ines', 'Ines', 'observer'),
  ],
  phases: oneFullTurn,
  turns: [{ ...someTurn, coachee: 'amina', asked: {}, step: null }],
  run: null,
  past: [],
  floor: { ...someFloor, holder: null, since: begin, clock: untimed, round: null },
  hands: [],
  ask: null,
  cards: [],
  wall: wallAtFirst,
  endedAt: null,
  changedAt: at(-10),
};

/** The same room with nobody as coachee yet. */
export const withoutCoachee: RoomState = {
  ...exampleRoom,
  people: exampleRoom.people.map((one) => (one.role === 'coachee' ? { ...one, role: null } : one)),
  turns: [{ ...someTurn, coachee: null, asked: {}, step: null }],
};

/** A phase that was through after `took`, its planned length by default. */
export function pastRun(phase: PhaseId, startedAt: Instant, took?: Duration): PastRun {
  const planned = oneFullTurn.find((one) => one.id === phase)!;
  const length = took ?? planned.length;
  return {
    id: `past-${phase}`,
    phase,
    startedAt,
    endedAt: later(startedAt, length),
    length: planned.length,
    left: planned.timed ? duration(planned.length - length) : null,
    ...somePastRun,
    how: 'next',
    by: 'facilitator',
  };
}

/** `room` in a phase that began at `startedAt` and has `left` at `now`. */
export function running(
  room: RoomState,
  phase: PhaseId,
  startedAt: Instant,
  left: Duration,
  now: Instant,
): RoomState {
  return withClock(room, phase, startedAt, runFor(left, now));
}

export function withClock(room: RoomState, phase: PhaseId, startedAt: Instant, clock: Clock): RoomState {
  const planned = room.phases.find((one) => one.id === phase)!;
  const run: Run = {
    id: `run-${phase}`,
    phase,
    startedAt,
    length: planned.length,
    clock,
    ...someRun,
    zeroAt: null,
  };
  const holder = planned.floor === 'coachee' ? (room.turns[0]?.coachee ?? null) : null;
  const past = room.past.length > 0 ? room.past : pastBefore(room, phase, startedAt);
  return { ...room, run, past, floor: { ...room.floor, holder, since: startedAt } };
}

function pastBefore(room: RoomState, phase: PhaseId, startedAt: Instant): PastRun[] {
  const before = room.phases.slice(
    0,
    room.phases.findIndex((one) => one.id === phase),
  );
  const each = before.length > 0 ? duration(between(begin, startedAt) / before.length) : duration(0);
  return before.map((one, i) => pastRun(one.id, later(begin, duration(each * i)), each));
}

/** The device of this person has been gone for a while. */
export const withAway = (room: RoomState, id: string): RoomState => ({
  ...room,
  people: room.people.map((one) => (one.id === id ? { ...one, presence: 'away', awaySince: begin } : one)),
});
