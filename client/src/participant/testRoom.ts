import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import { someCard, someFloor, someRun, someTurn, somebody } from '#tests/support/parts.ts';
import type { Role } from '#shared/method/phase.ts';
import { emptyRoom } from '#shared/room/evolve.ts';
import type { Card, Hand, Person, RoomState } from '#shared/room/state.ts';
import { instant, later, minutes } from '#shared/time.ts';

/** For tests of pages: a hand-written room in the middle of a meeting. */
export const t0 = instant(1_800_000_000_000);

const person = (name: string, role: Role | null): Person => ({
  ...somebody,
  id: name.toLowerCase(),
  name,
  role,
});

/** Amina is the coachee, Ben, Chloé and Dee coach, Ines observes, Joel facilitates; the floor is at rest. */
export function roomIn(phaseId: string, change: Partial<RoomState> = {}): RoomState {
  const phase = oneFullTurn.find(({ id }) => id === phaseId)!;
  const people = [
    person('Joel', 'facilitator'),
    person('Amina', 'coachee'),
    person('Ben', 'coach'),
    { ...person('Chloé', 'coach'), id: 'chloe' },
    person('Dee', 'coach'),
    person('Ines', 'observer'),
  ];
  const round =
    phase.floor === 'round'
      ? { waiting: ['ben', 'chloe', 'dee'], spoke: [] as string[], passed: [] as string[] }
      : null;
  return {
    ...emptyRoom(t0),
    name: 'Year 8 team',
    phases: oneFullTurn,
    people,
    turns: [{ ...someTurn, coachee: 'amina', asked: {}, step: null }],
    run: {
      id: `run-${phaseId}`,
      phase: phaseId,
      startedAt: t0,
      length: phase.length,
      clock: phase.timed ? { kind: 'running', endsAt: later(t0, phase.length) } : { kind: 'untimed' },
      ...someRun,
      zeroAt: null,
    },
    floor: {
      ...someFloor,
      holder: phase.between === 'coachee' && phase.floor !== 'nobody' ? 'amina' : null,
      since: t0,
      clock: { kind: 'untimed' },
      round,
    },
    keptFor: minutes(60),
    ...change,
  };
}

/** The same room with somebody speaking. */
export const speaking = (room: RoomState, holder: string): RoomState => ({
  ...room,
  floor: { ...room.floor, holder },
});

export const hand = (who: string, minute: number, process = false): Hand => ({
  person: who,
  raisedAt: later(t0, minutes(minute)),
  process,
});

export const card = (id: string, change: Partial<Card> = {}): Card => ({
  id,
  zone: 'questions',
  ...someCard,
  text: `Words of ${id}`,
  ...change,
});
