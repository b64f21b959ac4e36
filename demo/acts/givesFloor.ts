import { turnNow } from '#shared/room/people.ts';
import { currentPhase } from '#shared/room/phases.ts';
import { floorRests, handsInOrder, nextVoice } from '#shared/room/voices.ts';
import { minutes, seconds, type Duration } from '#shared/time.ts';
import type { Act, View } from './act.ts';
import { floorFor, gone, quietFor } from './moments.ts';

/** How long the coachee stays with what they were asked; in a short phase less. */
function thinking({ room }: View): Duration {
  const { voice } = room.floor;
  if (!voice) return seconds(12);
  const whole = seconds(voice.answer === 'take' ? 60 : 20);
  return (room.run!.length < minutes(8) ? whole / 2 : whole) as Duration;
}

/** The next hand, in the fair order. */
const inQueue: Act = (view) => {
  const { room } = view;
  const [hand] = handsInOrder(room, turnNow(room)?.asked ?? {});
  if (!hand || !floorRests(room) || gone(view) >= 1) return null;
  if (!hand.process && floorFor(view) < thinking(view)) return null;
  return { type: 'giveFloor', run: room.run!.id, person: hand.person };
};

/** Somebody who is next and does not begin is not waited for by all: the one after them speaks. */
const inRound: Act = (view) => {
  const { room } = view;
  const next = nextVoice(room);
  const after = room.floor.round?.waiting.find((id) => id !== next);
  if (!next || !after || !floorRests(room) || quietFor(view) < seconds(60)) return null;
  return { type: 'giveFloor', run: room.run!.id, person: after };
};

/** Gives the floor where people wait for it, and takes it back from who has had it for very long. */
export const givesFloor: Act = (view) => {
  const { room } = view;
  const kind = currentPhase(room)?.floor;
  if (kind !== 'queue' && kind !== 'round') return null;
  if (!floorRests(room) && floorFor(view) > minutes(2))
    return { type: 'giveFloor', run: room.run!.id, person: null };
  return kind === 'queue' ? inQueue(view) : inRound(view);
};
