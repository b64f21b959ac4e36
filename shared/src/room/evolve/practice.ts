import { duration, type Instant } from '../../time.ts';
import { runFor, untimed, type Clock } from '../clock.ts';
import { currentPhase } from '../phases.ts';
import type { Practice, RoomState } from '../state.ts';

/** A run has its own time, as a voice has: it begins and ends with the run, and waits with the phase. */
export function practised(room: RoomState, practice: Practice, at: Instant): RoomState {
  if (!room.run) return room;
  const then = { ...room, run: { ...room.run, practice } };
  if (practice.running === (room.run.practice?.running ?? false)) return then;
  const clock = practice.running ? runClock(room, at) : untimed;
  return { ...then, floor: { ...room.floor, since: at, clock } };
}

function runClock(room: RoomState, at: Instant): Clock {
  const own = currentPhase(room)?.speakerTime?.usual ?? duration(0);
  if (own === 0) return untimed;
  const { kind } = room.run!.clock;
  const rests = kind === 'paused' || kind === 'ready';
  return rests ? { kind: 'paused', left: own, by: 'facilitator' } : runFor(own, at);
}
