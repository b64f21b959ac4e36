import { turnNow } from '#shared/room/people.ts';
import { isCoachee, mayTakeFloor } from '#shared/room/permissions.ts';
import { coachee } from '../script/coachee.ts';
import { firstOf, type Act } from './act.ts';
import { gone } from './moments.ts';
import { write } from './write.ts';

const takesFloor: Act = ({ room, me }) =>
  mayTakeFloor(room, me.id) ? { type: 'takeFloor', run: room.run!.id } : null;

const sharesStep: Act = ({ room }) =>
  turnNow(room)?.step === null ? { type: 'shareStep', step: coachee.step } : null;

/** Quiet first; then the coachee says the step. */
export const plan: Act = (view) => {
  const from = (share: number, act: Act): Act => (gone(view) > share ? act : () => null);
  if (!isCoachee(view.room, view.me.id)) return null;
  return firstOf(
    from(0.3, () => write(view, 'insight', 'insights', coachee.insight)),
    from(0.5, takesFloor),
    from(0.7, sharesStep),
    from(0.8, () => write(view, 'first-step', 'steps', coachee.firstStep)),
  )(view);
};
