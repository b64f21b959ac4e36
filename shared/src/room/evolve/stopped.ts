import type { Instant } from '../../time.ts';
import { timeLeft, untimed, type Clock } from '../clock.ts';
import { currentPhase } from '../phases.ts';
import type { RoomState } from '../state.ts';
import { holderBetween, voicesOf } from '../voices.ts';

/** The coachee has stopped: nobody has the floor, nobody is waited for, and the clock rests with them. */
export function stopped(room: RoomState, at: Instant): RoomState {
  if (!room.run) return room;
  const left = timeLeft(room.run.clock, at);
  const clock: Clock = left === null ? untimed : { kind: 'paused', left, by: 'coachee' };
  const { round, practice } = { round: room.floor.round, practice: room.run.practice };
  return {
    ...room,
    run: { ...room.run, clock, practice: practice && { ...practice, running: false, remark: 'none' } },
    floor: {
      ...room.floor,
      holder: null,
      since: at,
      clock: untimed,
      round: round && { ...round, waiting: [] },
      hand: null,
      voice: null,
    },
    hands: [],
    ask: null,
    wish: null,
  };
}

/** The turn goes on: the floor is where it is between voices, and who had not had their time waits for it again. */
export function goesOn(room: RoomState, at: Instant): RoomState {
  const { round } = room.floor;
  const phase = currentPhase(room);
  if (!phase) return room;
  const had = [...(round?.spoke ?? []), ...(round?.passed ?? [])];
  const waiting = voicesOf(room, phase).filter((id) => !had.includes(id));
  const holder = holderBetween(room, phase);
  return { ...room, floor: { ...room.floor, holder, since: at, round: round && { ...round, waiting } } };
}
