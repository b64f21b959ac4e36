import type { Practice } from '#shared/room/state.ts';
import { isCoachee, mayTakeFloor } from '#shared/room/permissions.ts';
import { seconds } from '#shared/time.ts';
import { evidence, runs } from '../script/others.ts';
import { firstOf, type Act } from './act.ts';
import { coachNumber } from './coaching.ts';
import { floorFor, gone, quietFor } from './moments.ts';
import { write } from './write.ts';

/** When something is tried, as shares of the phase: shown once, then together, then three short runs. */
const tries: readonly (readonly [from: number, to: number])[] = [
  [0.12, 0.22],
  [0.34, 0.44],
  [0.54, 0.61],
  [0.69, 0.76],
  [0.85, 0.92],
];

const stageAt = (share: number): Practice['stage'] =>
  share < 0.3 ? 'model' : share < 0.5 ? 'together' : 'runs';

const leads: Act = (view) => {
  const { room, me } = view;
  const { id: run, practice } = room.run!;
  const share = gone(view);
  if (!practice || !isCoachee(room, me.id)) return null;
  const going = tries.some(([from, to]) => share >= from && share < to);
  if (practice.running) return going ? null : { type: 'endRun', run };
  if (practice.stage !== stageAt(share)) return { type: 'setStage', run, stage: stageAt(share) };
  if (share > 0.8 && practice.runs === 2 && !practice.swapped && practice.partner)
    return { type: 'swapParts', run };
  const played = practice.stage !== 'model' || practice.model !== null;
  return going && played ? { type: 'beginRun', run } : null;
};

/** Two coaches play the other parts. */
const plays: Act = (view) => {
  const { room, me } = view;
  const { id: run, practice } = room.run!;
  const part = (['model', 'partner'] as const)[coachNumber(room, me.id)];
  if (!practice || !part || practice.running || practice[part] !== null || gone(view) < 0.04) return null;
  return { type: 'takePart', run, part };
};

/** After a run one coach says one thing they saw. */
const remarks: Act = (view) => {
  const { room, me } = view;
  const { id: run, practice } = room.run!;
  if (!practice || practice.running) return null;
  if (room.floor.holder === me.id && !isCoachee(room, me.id)) {
    const text = runs[practice.runs - 1];
    const written = text ? write(view, `run-${practice.runs}`, 'runs', text) : null;
    return written ?? (floorFor(view) > seconds(12) ? { type: 'finish', run } : null);
  }
  const mine = coachNumber(room, me.id) === 2 && practice.remark === 'open' && quietFor(view) > seconds(4);
  return mine && mayTakeFloor(room, me.id) ? { type: 'takeFloor', run } : null;
};

const records: Act = (view) => {
  if (view.me.role !== 'observer') return null;
  const due = evidence.filter((_, i) => gone(view) > 0.65 + 0.2 * i);
  const written = due.map((text, i) => write(view, `evidence-${i}`, 'evidence', text));
  return written.find((command) => command !== null) ?? null;
};

/** Practice: shown, together, then in short runs. */
export const reps = firstOf(leads, plays, remarks, records);
