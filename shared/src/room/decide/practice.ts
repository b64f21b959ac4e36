import type { PersonId } from '../../ids.ts';
import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import type { RoomEvent } from '../events.ts';
import { isCoachee, stoppedNow } from '../permissions.ts';
import { players } from '../practice.ts';
import type { Practice, RoomState } from '../state.ts';
import { hasProcess } from './hand.ts';

/** The practice that is going on; null elsewhere, and after the coachee has stopped. */
const practiceOf = (room: RoomState): Practice | null =>
  stoppedNow(room) ? null : (room.run?.practice ?? null);

const changed = (room: RoomState, to: Partial<Practice>): RoomEvent => ({
  type: 'practiceChanged',
  run: room.run!.id,
  practice: { ...room.run!.practice!, ...to },
});

/** Volunteers only: a part is taken by whoever wants to play it. The coachee models nothing for themselves. */
export function takePart(room: RoomState, { part }: CommandOf<'takePart'>, { actor }: Context): Decision {
  const person = personOf(actor)!;
  const practice = practiceOf(room);
  if (!practice || isCoachee(room, person)) return refuse('practice/not-now');
  if (practice.running) return refuse('practice/run-going');
  if (practice[part] === person) return nothing;
  if (practice[part] !== null) return refuse('practice/part-taken');
  return happened(changed(room, { [part]: person }));
}

export function leavePart(room: RoomState, { actor }: Context): Decision {
  return happened(...withoutPlayer(room, personOf(actor)!));
}

/** Their parts are free again, and a run they play in is over. */
export function withoutPlayer(room: RoomState, person: PersonId): RoomEvent[] {
  const practice = room.run?.practice;
  if (!practice) return [];
  const { lead, other } = players(room);
  const plays = practice.running && (lead === person || other === person);
  if (!plays && practice.model !== person && practice.partner !== person) return [];
  const free = (one: PersonId | null) => (one === person ? null : one);
  const running = practice.running && !plays;
  return [changed(room, { model: free(practice.model), partner: free(practice.partner), running })];
}

export function swapParts(room: RoomState): Decision {
  const practice = practiceOf(room);
  if (!practice || practice.stage !== 'runs') return refuse('practice/not-now');
  if (practice.running) return refuse('practice/run-going');
  return happened(changed(room, { swapped: !practice.swapped }));
}

/** Somebody models it, then together, then short runs; a stage can be passed over, or come again. */
export function setStage(room: RoomState, { stage }: CommandOf<'setStage'>): Decision {
  const practice = practiceOf(room);
  if (!practice) return refuse('practice/not-now');
  if (practice.running) return refuse('practice/run-going');
  return practice.stage === stage ? nothing : happened(changed(room, { stage, remark: 'none' }));
}

/** A run begins: whoever speaks just now lets the players play. Runs are counted as runs and nothing else. */
export function beginRun(room: RoomState): Decision {
  const practice = practiceOf(room);
  if (!practice) return refuse('practice/not-now');
  if (practice.running) return refuse('practice/run-going');
  if (players(room).lead === null) return refuse('practice/nobody-plays');
  const { holder } = room.floor;
  const freed: RoomEvent[] = holder ? [{ type: 'floorFreed', person: holder, how: 'taken' }] : [];
  const runs = practice.runs + (practice.stage === 'runs' ? 1 : 0);
  return happened(...freed, changed(room, { running: true, runs, remark: 'none' }));
}

/** After a run of the coachee, one person says one thing they saw or heard. */
export function endRun(room: RoomState): Decision {
  const practice = practiceOf(room);
  if (!practice?.running) return refuse('practice/no-run');
  return happened(changed(room, { running: false, remark: practice.stage === 'runs' ? 'open' : 'none' }));
}

/** The remark is taken with the floor; a point of process is none. */
export const remarkTaken = (room: RoomState, person: PersonId): RoomEvent[] =>
  room.run?.practice?.remark === 'open' && !isCoachee(room, person) && !hasProcess(room, person)
    ? [changed(room, { remark: 'said' })]
    : [];
