import type { PersonCommand } from '#shared/room/commands.ts';
import { timeLeft } from '#shared/room/clock.ts';
import { backBarrier, needsCoacheesYes, stoppedNow } from '#shared/room/permissions.ts';
import { phaseAfter, phaseBefore } from '#shared/room/phases.ts';
import type { ProtectedChange, RoomState, Run } from '#shared/room/state.ts';
import { minutes, type Instant } from '#shared/time.ts';
import { coacheeName, lacksCoachee } from './primaryAction.ts';
import type { Words } from './words.ts';

export const transportActs = ['pause', 'less', 'more', 'back', 'skip', 'restart'] as const;
export type TransportAct = (typeof transportActs)[number];

export interface TransportButton {
  readonly label: Words;
  /** Null when it cannot act now; `reason` says why. */
  readonly command: PersonCommand | null;
  readonly reason: Words | null;
  /** The coachee is asked before anything changes. */
  readonly asks: boolean;
}

/** Everything that can be done to time and structure besides going on. */
export function transport(room: RoomState, now: Instant): Record<TransportAct, TransportButton> {
  const run = room.endedAt === null ? room.run : null;
  if (!run) {
    const rests = (label: Words) => waits(label, { key: 'console.why.notStarted' });
    return {
      pause: rests({ key: 'console.act.pause' }),
      less: rests({ key: 'console.act.less' }),
      more: rests({ key: 'console.act.more' }),
      back: rests({ key: 'console.act.back' }),
      skip: rests({ key: 'console.act.skip' }),
      restart: rests({ key: 'console.act.restart' }),
    };
  }
  return {
    pause: pauseOrResume(room, run),
    less: less(room, run, 1, now),
    more: more(run, 1),
    back: back(room, run),
    skip: skip(room, run, now),
    restart: restart(room, run),
  };
}

function pauseOrResume(room: RoomState, run: Run): TransportButton {
  const resume = { type: 'resume', run: run.id } as const;
  switch (run.clock.kind) {
    case 'untimed':
      return waits({ key: 'console.act.pause' }, noClock);
    case 'running':
      return does({ key: 'console.act.pause' }, { type: 'pause', run: run.id });
    case 'ready':
      return does({ key: 'console.act.startTime' }, resume);
    case 'paused':
      return run.clock.by === 'coachee'
        ? waits({ key: 'console.act.resume' }, coacheePaused(room))
        : does({ key: 'console.act.resume' }, resume);
  }
}

/** `whole` minutes less; the coachee is asked where the part is theirs. */
export function less(room: RoomState, run: Run, whole: number, now: Instant): TransportButton {
  const label: Words = { key: 'console.act.less' };
  const left = timeLeft(run.clock, now);
  if (left === null) return waits(label, noClock);
  if (left <= 0) return waits(label, { key: 'console.why.nothingLeft' });
  const by = minutes(-whole);
  return unlessProtected(
    room,
    run,
    label,
    { kind: 'shorten', by },
    { type: 'addTime', run: run.id, by },
    now,
  );
}

/** `whole` minutes more, up to two hours in all. */
export function more(run: Run, whole: number): TransportButton {
  const label: Words = { key: 'console.act.more' };
  if (run.clock.kind === 'untimed') return waits(label, noClock);
  if (run.length + minutes(whole) > minutes(120)) return waits(label, { key: 'console.why.tooLong' });
  return does(label, { type: 'addTime', run: run.id, by: minutes(whole) });
}

function back(room: RoomState, run: Run): TransportButton {
  const label: Words = { key: 'console.act.back' };
  if (!phaseBefore(room)) return waits(label, { key: 'console.why.firstPart' });
  const barred = backBarrier(room);
  if (barred === null) return does(label, { type: 'back', run: run.id });
  const theirs: Words = { key: 'console.why.coacheeEnded', values: { name: coacheeName(room) } };
  return waits(label, barred === 'time/coachee-paused' ? coacheePaused(room) : theirs);
}

function skip(room: RoomState, run: Run, now: Instant): TransportButton {
  const label: Words = { key: 'console.act.skip' };
  const after = phaseAfter(room);
  if (!after) return waits(label, { key: 'console.why.lastPart' });
  if (lacksCoachee(room, after)) return waits(label, { key: 'console.why.noCoachee' });
  return unlessProtected(room, run, label, { kind: 'skip' }, { type: 'skip', run: run.id }, now);
}

/** The coachee's own pause is not to be lifted by starting the part over. */
function restart(room: RoomState, run: Run): TransportButton {
  const label: Words = { key: 'console.act.restart' };
  if (run.clock.kind === 'untimed') return waits(label, noClock);
  if (run.clock.kind === 'paused' && run.clock.by === 'coachee') return waits(label, coacheePaused(room));
  return does(label, { type: 'restart', run: run.id });
}

function unlessProtected(
  room: RoomState,
  run: Run,
  label: Words,
  change: ProtectedChange,
  command: PersonCommand,
  now: Instant,
): TransportButton {
  if (!needsCoacheesYes(room, change, now)) return does(label, command);
  if (room.ask?.run === run.id)
    return waits(label, { key: 'console.why.askedNow', values: { name: coacheeName(room) } });
  return { ...does(label, { type: 'askCoachee', run: run.id, change }), asks: true };
}

const noClock: Words = { key: 'console.why.noClock' };
const coacheePaused = (room: RoomState): Words => ({
  key: stoppedNow(room) ? 'console.why.stopped' : 'console.why.coacheePaused',
  values: { name: coacheeName(room) },
});
const does = (label: Words, command: PersonCommand): TransportButton => ({
  label,
  command,
  reason: null,
  asks: false,
});
const waits = (label: Words, reason: Words): TransportButton => ({
  label,
  command: null,
  reason,
  asks: false,
});
