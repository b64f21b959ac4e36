import { peoplePresent, personById } from './people.ts';
import { currentPhase, phaseById } from './phases.ts';
import type { RoomState } from './state.ts';

/**
 * What is true of every room that the rules have made. Returns the sentences that are not; an empty
 * list is a sound room. Checked by tests after every event.
 */
export function broken(room: RoomState): string[] {
  const phase = currentPhase(room);
  const { holder, round } = room.floor;
  const waiting = round?.waiting ?? [];
  const claims: [string, boolean][] = [
    [
      'the floor is held by somebody who is in the room',
      holder === null || peoplePresent(room).some((p) => p.id === holder),
    ],
    ['nobody holds the floor while no phase is going on', room.run !== null || holder === null],
    ['the running phase is one of the plan', room.run === null || phase !== null],
    ['a protected phase has no hands', phase?.protected !== true || room.hands.length === 0],
    [
      'in a phase that is the coachee’s, nobody else holds the floor',
      phase?.floor !== 'coachee' || holder === null || room.turns[phase.turn ?? 0]?.coachee === holder,
    ],
    ['a turn phase has a coachee', phase?.turn == null || room.turns[phase.turn]?.coachee != null],
    ['a round is there where the phase has one', (phase?.floor === 'round') === (round !== null)],
    ['nobody waits twice in a round', new Set(waiting).size === waiting.length],
    [
      'who has spoken does not wait',
      waiting.every((id) => !round?.spoke.includes(id) && !round?.passed.includes(id)),
    ],
    ['nobody has two hands', new Set(room.hands.map((hand) => hand.person)).size === room.hands.length],
    [
      'hands belong to people in the room',
      room.hands.every(({ person }) => peoplePresent(room).some((p) => p.id === person)),
    ],
    ['cards keep their ids', new Set(room.cards.map((card) => card.id)).size === room.cards.length],
    [
      'a coachee is a person of the room',
      room.turns.every(({ coachee }) => coachee === null || personById(room, coachee) !== null),
    ],
    [
      'runs are never used twice',
      distinct([...room.past.map((run) => run.id), ...(room.run ? [room.run.id] : [])]),
    ],
    [
      'past runs follow one another',
      room.past.every((run, i) => i === 0 || run.startedAt >= room.past[i - 1]!.endedAt),
    ],
    ['past runs are of the plan', room.past.every((run) => phaseById(room, run.phase) !== null)],
    ['after the end nothing runs', room.endedAt === null || room.run === null],
    ['an unanswered question is about the running phase', room.ask === null || room.ask.run === room.run?.id],
  ];
  return claims.filter(([, holds]) => !holds).map(([claim]) => claim);
}

const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
