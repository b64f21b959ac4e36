import { duration, type Instant } from '../../time.ts';
import { addToClock, pauseClock, resumeClock, timeLeft, type Clock } from '../clock.ts';
import type { StoredEvent } from '../events.ts';
import { withPlannedRoles } from '../people.ts';
import { phaseById } from '../phases.ts';
import { atFirst, withThosePlaying } from '../practice.ts';
import type { RoomState, Run } from '../state.ts';
import { practised } from './practice.ts';
import { goesOn } from './round.ts';
import { emptyFloor, turnsOf } from './turn.ts';

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
      | 'sessionEnded'
      | 'planChanged'
      | 'moreTimeAsked'
      | 'moreTimeDeclined'
      | 'draftsCalled'
      | 'ideasOpened'
      | 'ideasClosed'
      | 'practiceChanged';
  }
>;

export function evolveTime(room: RoomState, event: TimeEvent): RoomState {
  switch (event.type) {
    case 'phaseStarted': {
      const { run: id, phase, length, clock, holder, round } = event;
      const begun = { id, phase, startedAt: event.at, length, clock, zeroAt: inExtraTime(clock, event.at) };
      const last = room.past.findLast((past) => past.phase === phase);
      const repeats = phaseById(room, phase)?.repeats === 'runs';
      const practice = repeats
        ? withThosePlaying(room, { ...(last?.practice ?? atFirst), running: false, remark: 'none' })
        : null;
      return {
        ...withPlannedRoles(room),
        run: { ...begun, spent: duration(0), ideas: false, practice, draftsAt: null },
        floor: { ...emptyFloor(event.at), holder, round: round && goesOn(round, last) },
        wall: { ...room.wall, page: 0, check: false },
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
      return rearmed({ ...changed, ...(event.by < 0 ? { ask: null } : { wish: null }) }, event.at);
    }
    case 'phaseRestarted':
      return {
        ...changeRun(room, (run) => ({
          clock: { kind: 'ready', left: run.length },
          spent: duration(run.spent + run.length - (timeLeft(run.clock, event.at) ?? run.length)),
          zeroAt: null,
        })),
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
    case 'planChanged':
      return { ...room, phases: event.phases, turns: turnsOf(room, event.phases) };
    case 'moreTimeAsked':
      return { ...room, wish: { run: event.run, at: event.at } };
    case 'moreTimeDeclined':
      return { ...room, wish: null };
    case 'draftsCalled':
      return changeRun(room, () => ({ draftsAt: event.at }));
    case 'ideasOpened':
      return changeRun(room, () => ({ ideas: true }));
    case 'ideasClosed':
      return changeRun(room, () => ({ ideas: false }));
    case 'practiceChanged':
      return practised(room, event.practice, event.at);
  }
}

/** A run that goes on in extra time has its zero behind it: it is not noticed again. */
const inExtraTime = (clock: Clock, at: Instant): Instant | null =>
  clock.kind === 'running' && clock.endsAt <= at ? at : null;

function ended(room: RoomState, event: StoredEvent & { type: 'phaseEnded' }): RoomState {
  if (!room.run) return room;
  const { id, phase, startedAt, length, clock, spent, practice } = room.run;
  const { how, by, at: endedAt } = event;
  const left = timeLeft(clock, endedAt);
  const planned = phaseById(room, phase)?.length ?? length;
  const round = room.floor.round && { spoke: room.floor.round.spoke, passed: room.floor.round.passed };
  const past = { id, phase, startedAt, endedAt, length, left, planned, spent, round, practice, how, by };
  return {
    ...room,
    run: null,
    past: [...room.past, past],
    floor: emptyFloor(event.at),
    hands: [],
    ask: null,
    wish: null,
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
