import type { PhaseKind } from '#shared/method/phase.ts';
import { isCoachee, stoppedNow } from '#shared/room/permissions.ts';
import { currentPhase } from '#shared/room/phases.ts';
import { between, seconds } from '#shared/time.ts';
import { firstOf, type Act } from './act.ts';
import { after } from './after.ts';
import { agree } from './agree.ts';
import { ask } from './ask.ts';
import { close } from './close.ts';
import { echo } from './echo.ts';
import { facilitate } from './facilitate.ts';
import { focus } from './focus.ts';
import { listen } from './listen.ts';
import { quietFor } from './moments.ts';
import { plan } from './plan.ts';
import { reps } from './reps.ts';

const inPhase: Readonly<Record<PhaseKind, Act>> = { agree, focus, listen, echo, ask, reps, plan, close };

/** Asked to be the coachee, they say yes. */
const accepts: Act = (view) =>
  view.sealed.invitation[view.me.id]?.declined === false && quietFor(view) > seconds(4)
    ? { type: 'acceptInvitation' }
    : null;

/** Asked whether the listening may end early, the coachee says yes. */
const agreesToGoOn: Act = ({ room, me, now }) =>
  room.run && room.ask && isCoachee(room, me.id) && between(room.ask.askedAt, now) > seconds(6)
    ? { type: 'answerAsk', run: room.run.id, yes: true }
    : null;

const acts: Act = (view) => {
  const phase = currentPhase(view.room);
  return phase && !stoppedNow(view.room) ? inPhase[phase.kind](view) : null;
};

const leads: Act = (view) => (view.me.role === 'facilitator' ? facilitate(view) : null);

/** What somebody in this seat would do now; null where they would wait. */
export const nextAct: Act = (view) => {
  if (view.me.presence === 'left' || view.me.presence === 'removed') return null;
  return view.room.endedAt === null ? firstOf(leads, accepts, agreesToGoOn, acts)(view) : after(view);
};
