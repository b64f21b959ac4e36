import type { PersonId } from '#shared/ids.ts';
import type { Phase } from '#shared/method/phase.ts';
import { turnNow } from '#shared/room/people.ts';
import { floorClosedTo, isCoachee, mayTakeFloor } from '#shared/room/permissions.ts';
import { currentPhase } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { floorRests, handsInOrder, leftOut, mayRaiseHand, nextVoice } from '#shared/room/voices.ts';

/** Where one person stands in the order of voices or of hands. */
export type Place =
  /** They speak: the whole page says so. */
  | { readonly kind: 'stage' }
  | { readonly kind: 'mayTake' }
  /** Everyone has had their turn, and what is left of the time is theirs if they want it. */
  | { readonly kind: 'timeLeft' }
  /** They asked last, and may follow up once. */
  | { readonly kind: 'followUp' }
  /** A run is over, and one person says one thing they saw or heard. */
  | { readonly kind: 'remark' }
  /** `after`: who speaks until then. */
  | { readonly kind: 'next'; readonly after: PersonId | null }
  /** How many speak before them, the one who is speaking included. */
  | { readonly kind: 'waiting'; readonly before: number }
  | { readonly kind: 'spoke' }
  | { readonly kind: 'passed' }
  /** They pass in every round, and may say otherwise while this one goes on. */
  | { readonly kind: 'passesAlways' }
  /** `forFacilitator`: the floor is not given to it, who facilitates takes it up. */
  | { readonly kind: 'process'; readonly forFacilitator: boolean }
  | { readonly kind: 'handUp'; readonly before: number }
  /** No hand of theirs is up. `before`: how many would come before it. */
  | { readonly kind: 'mayRaise'; readonly up: number; readonly before: number }
  | { readonly kind: 'none' };

export function myPlace(room: RoomState, me: PersonId): Place {
  const phase = currentPhase(room);
  if (!phase) return { kind: 'none' };
  const ordered = phase.floor === 'round' || phase.floor === 'queue' || room.run?.practice != null;
  if (ordered && speaks(room, me)) return { kind: 'stage' };
  const hand = placeOfHand(room, me);
  if (hand) return hand;
  if (mayTakeFloor(room, me)) return placeOfTaking(room, phase, me);
  if (phase.floor === 'round') return placeInRound(room, me);
  if (phase.floor === 'queue' && mayRaiseHand(room, me, false)) return placeOfNewHand(room, me);
  return { kind: 'none' };
}

function placeOfTaking(room: RoomState, phase: Phase, me: PersonId): Place {
  if (phase.floor === 'queue') return { kind: 'followUp' };
  if (room.run?.practice) return { kind: isCoachee(room, me) ? 'none' : 'remark' };
  return { kind: room.floor.round?.waiting.length === 0 ? 'timeLeft' : 'mayTake' };
}

/** Speaking as a voice; the coachee between two voices only has the floor back. */
export const speaks = (room: RoomState, me: PersonId): boolean =>
  room.floor.holder === me && !floorRests(room);

function placeInRound(room: RoomState, me: PersonId): Place {
  const { holder, round } = room.floor;
  if (!round) return { kind: 'none' };
  if (round.passed.includes(me)) return { kind: 'passed' };
  if (round.spoke.includes(me)) return { kind: 'spoke' };
  if (leftOut(room).includes(me)) return { kind: 'passesAlways' };
  const upcoming = upcomingVoices(room);
  const ahead = upcoming.indexOf(me);
  if (ahead < 0) return { kind: 'none' };
  const speaking = floorRests(room) ? null : holder;
  if (ahead === 0) return { kind: 'next', after: speaking };
  return { kind: 'waiting', before: ahead + (speaking === null ? 0 : 1) };
}

/** The voices still to come, in the order the floor will go to them as things stand. */
export function upcomingVoices(room: RoomState): PersonId[] {
  const voices: PersonId[] = [];
  let rest = room;
  for (let next = nextVoice(rest); next !== null; next = nextVoice(rest)) {
    voices.push(next);
    rest = withoutVoice(rest, next);
  }
  return voices;
}

function withoutVoice(room: RoomState, person: PersonId): RoomState {
  const round = room.floor.round;
  if (!round) return room;
  const waiting = round.waiting.filter((id) => id !== person);
  return { ...room, floor: { ...room.floor, round: { ...round, waiting } } };
}

function placeOfHand(room: RoomState, me: PersonId): Place | null {
  const hands = handsInOrder(room, turnNow(room)?.asked ?? {});
  const before = hands.findIndex((hand) => hand.person === me);
  if (before < 0) return null;
  return hands[before]?.process
    ? { kind: 'process', forFacilitator: floorClosedTo(room, me) }
    : { kind: 'handUp', before };
}

function placeOfNewHand(room: RoomState, me: PersonId): Place {
  const mine = { person: me, raisedAt: room.changedAt, process: false };
  const hands = handsInOrder({ ...room, hands: [...room.hands, mine] }, turnNow(room)?.asked ?? {});
  return { kind: 'mayRaise', up: room.hands.length, before: hands.indexOf(mine) };
}
