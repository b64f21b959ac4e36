import type { PhaseKind } from '#shared/method/phase.ts';
import { timeLeft } from '#shared/room/clock.ts';
import { peoplePresent } from '#shared/room/people.ts';
import { stoppedNow } from '#shared/room/permissions.ts';
import { currentPhase, lacksCoachee, openTurn, phaseAfter, phasesAhead } from '#shared/room/phases.ts';
import { floorRests } from '#shared/room/voices.ts';
import { between, duration, minutes, seconds } from '#shared/time.ts';
import { firstOf, type Act } from './act.ts';
import { givesFloor } from './givesFloor.ts';
import { gone, quietFor } from './moments.ts';

/** Whoever knocks is let in; somebody who says that they were here before is looked at by a human. */
const admits: Act = ({ sealed, now }) => {
  const waits = Object.values(sealed.knock).some(
    ({ name, state, again, at }) =>
      name !== null && !again && state === 'waiting' && between(at, now) > seconds(3),
  );
  return waits ? { type: 'admit', knock: null, as: null } : null;
};

const answersSignal: Act = ({ sealed, now }) => {
  const found = Object.entries(sealed.signal).find(([, { at }]) => between(at, now) > seconds(8));
  return found ? { type: 'answerSignal', person: found[0] } : null;
};

/** Begins when everybody who is expected has come, or nobody else has for a while. */
const starts: Act = (view) => {
  const { room } = view;
  if (room.run || peoplePresent(room).length < 2) return null;
  const complete = peoplePresent(room).length >= room.expected;
  return quietFor(view) > seconds(complete ? 5 : 120) ? { type: 'start' } : null;
};

/** One who offered is asked; another only when there has been no answer for long. */
const invites: Act = (view) => {
  const { room, sealed } = view;
  const turn = openTurn(room);
  const early = currentPhase(room)?.kind === 'agree' ? gone(view) < 0.68 : room.run === null;
  if (turn === null || early) return null;
  const free = peoplePresent(room).filter(
    ({ id }) => sealed.offer[id]?.includes('coachee') && room.turns.every(({ coachee }) => coachee !== id),
  );
  const asked = free.filter(({ id }) => sealed.invitation[id]?.declined === false);
  const person = free.find(({ id }) => !sealed.invitation[id]);
  if (!person || (asked.length > 0 && quietFor(view) < seconds(60))) return null;
  return { type: 'invite', person: person.id };
};

const givesMinute: Act = ({ room: { run, wish }, now }) =>
  run && wish && between(wish.at, now) > seconds(6) ? { type: 'addTime', run: run.id, by: minutes(1) } : null;

/** Where the extra minute comes from: the last part that can spare it. */
const namesItsSource: Act = (view) => {
  const { room } = view;
  if (room.undo?.action !== 'addTime' || quietFor(view) < seconds(6)) return null;
  const source = phasesAhead(room).findLast(
    (part) => !part.protected && part.length - minutes(1) >= part.minimum,
  );
  if (!source) return null;
  const length = duration(source.length - minutes(1));
  return { type: 'setLengths', lengths: [{ phase: source.id, length }] };
};

/** A clock that a facilitator left standing; what the coachee paused is theirs. */
const resumes: Act = (view) => {
  const { run } = view.room;
  const rests =
    run?.clock.kind === 'ready' || (run?.clock.kind === 'paused' && run.clock.by === 'facilitator');
  return run && rests && !stoppedNow(view.room) && quietFor(view) > seconds(30)
    ? { type: 'resume', run: run.id }
    : null;
};

/** From which share of a part on the wall shows the board; where people listen or settle in, never. */
const boardFrom: Readonly<Record<PhaseKind, number>> = {
  agree: Infinity,
  focus: 0.45,
  listen: Infinity,
  echo: 0.1,
  ask: 0.1,
  reps: 0.1,
  plan: 0.82,
  close: 0.3,
};

const showsWall: Act = (view) => {
  const { room } = view;
  const phase = currentPhase(room);
  if (!phase) return null;
  const wanted = gone(view) > boardFrom[phase.kind] ? 'board' : 'time';
  return room.wall.view === wanted ? null : { type: 'setWall', wall: { view: wanted } };
};

/** At zero, when nobody speaks any more; the close also when everybody has spoken. */
const goesOn: Act = (view) => {
  const { room, now } = view;
  const phase = currentPhase(room);
  if (!room.run || !phase || lacksCoachee(room, phaseAfter(room))) return null;
  const next = { type: 'next', run: room.run.id } as const;
  if (stoppedNow(room)) return quietFor(view) > seconds(20) ? next : null;
  const left = timeLeft(room.run.clock, now);
  if (left === null) return gone(view) >= 1 ? next : null;
  const spoken = phase.kind === 'close' && room.floor.round?.waiting.length === 0 && floorRests(room);
  if (spoken && quietFor(view) > seconds(15)) return next;
  const extra = floorRests(room) || phase.floor === 'coachee' ? seconds(12) : seconds(50);
  return left <= -extra ? next : null;
};

/** What a facilitator does, in the order of what waits least. */
export const facilitate = firstOf(
  admits,
  answersSignal,
  starts,
  invites,
  givesMinute,
  namesItsSource,
  resumes,
  showsWall,
  goesOn,
  givesFloor,
);
