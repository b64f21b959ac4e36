import type { PersonId } from '../ids.ts';
import { isPresent, peoplePresent, personById } from './people.ts';
import { currentPhase, isStopped, phaseById } from './phases.ts';
import type { RoomState } from './state.ts';
import { leftOut } from './voices.ts';

/**
 * What is true of every room that the rules have made. Returns the sentences that are not; an empty
 * list is a sound room. Checked by tests after every event.
 */
export function broken(room: RoomState): string[] {
  const phase = currentPhase(room);
  const { holder, round } = room.floor;
  const waiting = round?.waiting ?? [];
  const practice = room.run?.practice;
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
    [
      'who passes always is not waited for',
      waiting.every((id) => id === holder || !leftOut(room).includes(id)),
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
    [
      'there is a turn for each in the plan',
      room.turns.length === 1 + Math.max(0, ...room.phases.map(({ turn }) => turn ?? 0)),
    ],
    ['nobody is the coachee of two turns', distinct(room.turns.flatMap(({ coachee }) => coachee ?? []))],
    [
      'in a stopped turn nobody has the floor or waits for it',
      phase === null || !isStopped(room, phase) || (holder === null && waiting.length === 0),
    ],
    [
      'who plays is in the room',
      [practice?.model, practice?.partner].every((id) => id == null || isPresent(room, id)),
    ],
    ['after the end nothing runs', room.endedAt === null || room.run === null],
    ['an unanswered question is about the running phase', room.ask === null || room.ask.run === room.run?.id],
    ['the deputy is in the room', isHere(room, room.deputy)],
    ['the scribe is in the room', isHere(room, room.scribe?.person ?? null)],
    [
      'whoever facilitates has a device',
      room.people.every(({ role, device }) => role !== 'facilitator' || device),
    ],
    ['what is forgotten has no words', room.cards.every((card) => !card.forgotten || card.text === '')],
  ];
  return claims.filter(([, holds]) => !holds).map(([claim]) => claim);
}

/** Whoever has a function has it while they are in the room. After the end it means nothing any more. */
const isHere = (room: RoomState, id: PersonId | null): boolean =>
  id === null || isPresent(room, id) || room.endedAt !== null;

const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
