import type { PersonId } from '../ids.ts';
import type { Phase } from '../method/phase.ts';
import { coacheeOf, hasRole, isPresent, peoplePresent, personById } from './people.ts';
import { currentPhase, isStopped } from './phases.ts';
import type { Hand, RoomState } from './state.ts';

/**
 * Whose voices a round or a queue is made of by their role, in order. Where two people meet, the
 * facilitator is the coach as well.
 */
function voicesByRole(room: RoomState, phase: Phase): PersonId[] {
  const present = peoplePresent(room);
  const wanted = present.filter((person) => person.role !== null && phase.voices.includes(person.role));
  const voices = wanted.length > 0 ? wanted : present.filter((person) => person.role === 'facilitator');
  const coachee = coacheeOf(room)?.id;
  const last = (id: PersonId) => phase.coacheeLast && id === coachee;
  const ids = voices.map((person) => person.id);
  return [...ids.filter((id) => !last(id)), ...ids.filter(last)];
}

/** Those of them who are asked: who passes always is left out of a round, and of nothing else. */
export const voicesOf = (room: RoomState, phase: Phase): PersonId[] =>
  voicesByRole(room, phase).filter((id) => phase.floor !== 'round' || !passes(room, id));

/** Whoever leads or has the turn says each time themselves what they say; passing always is for listeners. */
export const passes = (room: RoomState, id: PersonId): boolean =>
  personById(room, id)?.passesAlways === true && hasRole(room, id, ['coach', 'observer']);

/** Who would have a voice in the round that is going on, and passes always. */
export function leftOut(room: RoomState): PersonId[] {
  const phase = currentPhase(room);
  return phase?.floor === 'round' ? voicesByRole(room, phase).filter((id) => passes(room, id)) : [];
}

export function isVoice(room: RoomState, person: PersonId): boolean {
  const phase = currentPhase(room);
  return phase !== null && voicesOf(room, phase).includes(person);
}

/** Who speaks when no voice does: the coachee where the phase says so and they are there. After a stop nobody. */
export function holderBetween(room: RoomState, phase: Phase): PersonId | null {
  if (phase.between !== 'coachee' || phase.floor === 'nobody' || isStopped(room, phase)) return null;
  const coachee = coacheeOf(room);
  return coachee && isPresent(room, coachee.id) ? coachee.id : null;
}

/** No voice is speaking: the floor is silent, open, or back with the coachee between two voices. */
export function floorRests(room: RoomState): boolean {
  const phase = currentPhase(room);
  if (!phase || room.floor.holder === null) return true;
  const betweenVoices = phase.floor === 'round' || phase.floor === 'queue';
  return betweenVoices && phase.between === 'coachee' && room.floor.holder === coacheeOf(room)?.id;
}

/** Whoever has the floor has it for a point of process, which is no turn of theirs. */
export const speaksOfProcess = (room: RoomState): boolean => room.floor.hand?.process === true;

/** Who is still to speak in the round, in order, but for the voice that speaks now. */
export const stillToSpeak = (room: RoomState): PersonId[] =>
  (room.floor.round?.waiting ?? []).filter((id) => id !== room.floor.holder || speaksOfProcess(room));

/** Whose turn in the round comes next. Somebody whose device is gone is waited for, but not in front. */
export function nextVoice(room: RoomState): PersonId | null {
  const waiting = stillToSpeak(room);
  return waiting.find((id) => personById(room, id)?.presence === 'here') ?? waiting[0] ?? null;
}

/** A point of process first, then who has asked least in this turn, then arrival. */
export function handsInOrder(room: RoomState, asked: Readonly<Record<PersonId, number>>): Hand[] {
  const times = (hand: Hand) => (hand.process ? -1 : (asked[hand.person] ?? 0));
  return [...room.hands].sort((a, b) => times(a) - times(b) || a.raisedAt - b.raisedAt);
}

export const mayRaiseHand = (room: RoomState, person: PersonId, process: boolean): boolean => {
  const phase = currentPhase(room);
  if (!phase || phase.protected) return false;
  if (process) return true;
  if (isStopped(room, phase)) return false;
  if (phase.floor === 'open') return true;
  return phase.floor === 'queue' && isVoice(room, person) && !hasRole(room, person, ['coachee']);
};
