import { turnNow } from '#shared/room/people.ts';
import type { Session } from '../session/session.ts';
import { isEmptyStep, stepStanding, typedStep } from './typedStep.ts';

/** The coachee's worksheet as it stands: where it is, and whether they have decided about it. */
export function stepStandingNow({ room, drafts }: Session) {
  const step = typedStep((name) => drafts.read(name));
  const standing = stepStanding(step, turnNow(room)?.step ?? null, drafts.read('step.kept') !== '');
  return {
    step,
    standing,
    empty: isEmptyStep(step),
    decided: standing === 'shared' || standing === 'kept',
  };
}
