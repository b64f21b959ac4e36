import { instant, type Instant } from '../../time.ts';
import { pauseClock, resumeClock, runFor, timeLeft, type Clock } from '../clock.ts';
import type { StoredEvent } from '../events.ts';
import { isPresent, peoplePresent } from '../people.ts';
import { currentPhase } from '../phases.ts';
import { withThosePlaying } from '../practice.ts';
import type { Hand, Person, RoomState, Turn } from '../state.ts';
import { scopeOf, type Undo } from '../undo.ts';
import { holderBetween, isVoice, leftOut } from '../voices.ts';
import { joinRound } from './round.ts';
import { turnsOf } from './turn.ts';

type UndoEvent = Extract<StoredEvent, { type: 'facilitatorActed' | 'actionUndone' }>;

export function evolveUndo(room: RoomState, event: UndoEvent): RoomState {
  if (event.type === 'facilitatorActed') {
    const { id, at, action, events } = event;
    const { run, past, floor, phases, endedAt, wish } = room;
    const asked = room.turns.map((turn) => turn.asked);
    const roles = Object.fromEntries(room.people.map((one) => [one.id, roleOf(one)]));
    const before = { run, past, floor, phases, endedAt, wish, asked, roles };
    return { ...room, undo: { id, action, at, events, before } };
  }
  const { undo } = room;
  if (!undo) return room;
  const back = restored[scopeOf(undo.action)];
  return { ...back(room, undo, event), undo: null };
}

const roleOf = ({ role, nextRole }: Person): Pick<Person, 'role' | 'nextRole'> => ({ role, nextRole });

type Scope = ReturnType<typeof scopeOf>;
type Restore = (room: RoomState, undo: Undo, event: StoredEvent & { type: 'actionUndone' }) => RoomState;

/** With what was left when it was left, running if it ran. Who has gone meanwhile does not come back with it. */
function phase(room: RoomState, { before, at }: Undo, event: StoredEvent): RoomState {
  const { run, past, endedAt } = before;
  const id = event.type === 'actionUndone' ? event.run : null;
  const back = { ...withRoles(room, before.roles), past, endedAt, hands: [], ask: null, wish: null };
  if (!run || id === null) return back;
  const move = (clock: Clock) => moved(clock, at, event.at);
  const floor = { ...before.floor, clock: move(before.floor.clock), since: event.at };
  return withThosePresent({ ...back, run: { ...run, id, clock: move(run.clock) }, floor });
}

/** What a phase made of people's roles; what was wished since begins with the next one. */
const withRoles = (room: RoomState, roles: Undo['before']['roles']): RoomState => ({
  ...room,
  people: room.people.map((person) => {
    const was = roles[person.id];
    if (!was) return person;
    const next = person.nextRole ?? was.nextRole;
    return { ...person, role: was.role, nextRole: next === was.role ? null : next };
  }),
});

function withThosePresent(room: RoomState): RoomState {
  const { round, holder } = room.floor;
  const now = currentPhase(room)!;
  const waiting = round?.waiting.filter((id) => isPresent(room, id) && isVoice(room, id)) ?? [];
  const there = holder !== null && isPresent(room, holder) && !leftOut(room).includes(holder);
  const floor = {
    ...room.floor,
    holder: there ? holder : holderBetween(room, now),
    round: round && { ...round, waiting },
  };
  const practice = room.run!.practice && withThosePlaying(room, room.run!.practice);
  const then = { ...room, floor, run: { ...room.run!, practice } };
  return peoplePresent(room).reduce<RoomState>((each, { id }) => joinRound(each, id), then);
}

function time(room: RoomState, { action, at, before }: Undo, event: StoredEvent): RoomState {
  if (!room.run || !before.run) return room;
  const added = action === 'addTime';
  const clock = added ? before.run.clock : moved(before.run.clock, at, event.at);
  const { length, spent } = before.run;
  return {
    ...room,
    run: { ...room.run, clock, length, spent, zeroAt: before.run.zeroAt ?? zeroOf(clock, event.at) },
    floor: {
      ...room.floor,
      clock: added ? room.floor.clock : speakersClock(room, before, clock, at, event.at),
    },
    wish: added ? (room.wish ?? before.wish) : room.wish,
  };
}

/** A zero that minutes had put off is there at once, as if it had been noticed when it was due. */
const zeroOf = (clock: Clock, now: Instant): Instant | null =>
  clock.kind === 'running' && clock.endsAt <= now ? clock.endsAt : null;

/** Whoever spoke then and speaks now has what was left; somebody else's time goes or waits with the phase's. */
function speakersClock(
  room: RoomState,
  before: Undo['before'],
  clock: Clock,
  at: Instant,
  now: Instant,
): Clock {
  const { floor } = room;
  const same = floor.holder === before.floor.holder && floor.since === before.floor.since;
  if (same) return moved(before.floor.clock, at, now);
  return clock.kind === 'running'
    ? resumeClock(floor.clock, now)
    : pauseClock(floor.clock, now, 'facilitator');
}

/** The floor as it was; the hand that this action took goes up again where it was. */
function floor(room: RoomState, { at, before }: Undo, event: StoredEvent): RoomState {
  const { hand } = room.floor;
  const raised = hand && room.hands.every(({ person }) => person !== hand.person);
  return withThosePresent({
    ...room,
    run: room.run && { ...room.run, practice: before.run?.practice ?? null },
    floor: { ...before.floor, clock: moved(before.floor.clock, at, event.at) },
    hands: raised ? inOrder([...room.hands, hand]) : room.hands,
    turns: room.turns.map((turn, i): Turn => ({ ...turn, asked: before.asked[i] ?? turn.asked })),
  });
}

const inOrder = (hands: Hand[]): Hand[] => hands.sort((a, b) => a.raisedAt - b.raisedAt);

const structure = (room: RoomState, { before: { phases } }: Undo): RoomState => ({
  ...room,
  phases,
  turns: turnsOf(room, phases),
});

const restored: Readonly<Record<Scope, Restore>> = { phase, time, floor, structure };

/** A clock of `at`, as if no time had gone by until `now`. */
function moved(clock: Clock, at: Instant, now: Instant): Clock {
  const left = timeLeft(clock, at);
  return clock.kind === 'running' && left !== null ? runFor(left, instant(now)) : clock;
}
