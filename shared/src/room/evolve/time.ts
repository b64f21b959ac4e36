import { duration, type Instant } from '../../time.ts';
import { addToClock, pauseClock, resumeClock, timeLeft, untimed, type Clock } from '../clock.ts';
import type { StoredEvent } from '../events.ts';
import type { RoomState, Run } from '../state.ts';

type TimeEvent = Extract<
  StoredEvent,
  {
    type:
      | 'phaseStarted'
      | 'phaseEnded'
      | 'timePaused'
      | 'timeResumed'
      | 'timeAdded'
      | 'phaseRestarted'
      | 'zeroReached'
      | 'atZeroSet'
      | 'coacheeAsked'
      | 'coacheeAnswered'
      | 'sessionEnded';
  }
>;

export function evolveTime(room: RoomState, event: TimeEvent): RoomState {
  switch (event.type) {
    case 'phaseStarted': {
      const { run: id, phase, length, clock, holder, round } = event;
      const waiting = round && { waiting: round, spoke: [], passed: [] };
      return {
        ...room,
        run: { id, phase, startedAt: event.at, length, clock, zeroAt: inExtraTime(clock, event.at) },
        floor: { holder, since: event.at, clock: untimed, round: waiting },
      };
    }
    case 'phaseEnded':
      return ended(room, event);
    case 'timePaused':
      return bothClocks(room, (clock) => pauseClock(clock, event.at, event.by));
    case 'timeResumed':
      return bothClocks(room, (clock) => resumeClock(clock, event.at));
    case 'timeAdded': {
      const changed = changeRun(room, (run) => ({
        clock: addToClock(run.clock, event.by),
        length: duration(run.length + event.by),
      }));
      return rearmed(event.by < 0 ? { ...changed, ask: null } : changed, event.at);
    }
    case 'phaseRestarted':
      return {
        ...changeRun(room, (run) => ({ clock: { kind: 'ready', left: run.length }, zeroAt: null })),
        floor: { ...room.floor, clock: pauseClock(room.floor.clock, event.at, 'facilitator') },
        ask: null,
      };
    case 'zeroReached':
      return { ...changeRun(room, () => ({ zeroAt: event.at })), ask: null };
    case 'atZeroSet':
      return {
        ...room,
        phases: room.phases.map((phase) =>
          phase.id === event.phase ? { ...phase, atZero: event.action } : phase,
        ),
      };
    case 'coacheeAsked':
      return { ...room, ask: { run: event.run, change: event.change, askedAt: event.at } };
    case 'coacheeAnswered':
      return { ...room, ask: null };
    case 'sessionEnded':
      return { ...room, endedAt: event.at };
  }
}

/** A run that goes on in extra time has its zero behind it: it is not noticed again. */
const inExtraTime = (clock: Clock, at: Instant): Instant | null =>
  clock.kind === 'running' && clock.endsAt <= at ? at : null;

function ended(room: RoomState, event: StoredEvent & { type: 'phaseEnded' }): RoomState {
  if (!room.run) return room;
  const { id, phase, startedAt, length, clock } = room.run;
  const left = timeLeft(clock, event.at);
  return {
    ...room,
    run: null,
    past: [
      ...room.past,
      { id, phase, startedAt, endedAt: event.at, length, left, how: event.how, by: event.by },
    ],
    floor: { holder: null, since: event.at, clock: untimed, round: null },
    hands: [],
    ask: null,
  };
}

const changeRun = (room: RoomState, to: (run: Run) => Partial<Run>): RoomState =>
  room.run ? { ...room, run: { ...room.run, ...to(room.run) } } : room;

/** A speaker's own time waits whenever the phase does. */
const bothClocks = (room: RoomState, to: (clock: Clock) => Clock): RoomState => ({
  ...changeRun(room, (run) => ({ clock: to(run.clock) })),
  floor: { ...room.floor, clock: to(room.floor.clock) },
});

/** With time left again, zero is still to come. */
const rearmed = (room: RoomState, at: StoredEvent['at']): RoomState =>
  changeRun(room, (run) => ((timeLeft(run.clock, at) ?? 0) > 0 ? { zeroAt: null } : {}));
