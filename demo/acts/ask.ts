import { turnNow } from '#shared/room/people.ts';
import { isCoachee, mayTakeFloor } from '#shared/room/permissions.ts';
import { currentPhase } from '#shared/room/phases.ts';
import { mayRaiseHand } from '#shared/room/voices.ts';
import type { PersonId } from '#shared/ids.ts';
import type { RoomState } from '#shared/room/state.ts';
import { seconds } from '#shared/time.ts';
import type { Said } from '../script/coaches.ts';
import { parked } from '../script/others.ts';
import { firstOf, type Act } from './act.ts';
import { coachNumber, scriptOf } from './coaching.ts';
import { floorFor, gone, placeOf } from './moments.ts';
import { write } from './write.ts';

const timesAsked = (room: RoomState, person: PersonId): number => turnNow(room)?.asked[person] ?? 0;

/** What they say when they come to speak for the so-manieth time. */
const line = (room: RoomState, person: PersonId, time: number): Said | null =>
  scriptOf(room, person)?.says[time] ?? null;

/** What the voice who spoke last, or speaks now, has said. */
const saidBy = (room: RoomState, person: PersonId): Said | null =>
  line(room, person, timesAsked(room, person) - 1);

const raisesHand: Act = (view) => {
  const { room, me } = view;
  const says = line(room, me.id, timesAsked(room, me.id));
  const up = room.hands.some(({ person }) => person === me.id);
  if (!says || up || room.floor.voice?.person === me.id || !mayRaiseHand(room, me.id, false)) return null;
  const wanted = says.idea ? room.run!.ideas : gone(view) > 0.01 * placeOf(view);
  return wanted && gone(view) < 0.9 ? { type: 'raiseHand', run: room.run!.id, process: false } : null;
};

const speaks: Act = (view) => {
  const { room, me } = view;
  const run = room.run!.id;
  const { holder, voice } = room.floor;
  if (holder !== me.id || isCoachee(room, me.id)) return null;
  const following = voice?.person === me.id && voice.followedUp;
  const says = following ? null : saidBy(room, me.id);
  const time = timesAsked(room, me.id);
  const card = floorFor(view) >= seconds(10) && says;
  const key = `asked-${coachNumber(room, me.id)}-${time}`;
  const written = card ? write(view, key, 'questions', card.text) : null;
  return written ?? (floorFor(view) >= seconds(says ? 30 : 20) ? { type: 'finish', run } : null);
};

const followsUp: Act = (view) => {
  const { room, me } = view;
  const { voice } = room.floor;
  const wants = voice?.person === me.id && voice.answer === 'take' && saidBy(room, me.id)?.followsUp;
  if (!wants || floorFor(view) < seconds(25) || !mayTakeFloor(room, me.id)) return null;
  return { type: 'takeFloor', run: room.run!.id };
};

/** Taken, left to rest on the board, or passed, with no reason. */
const answers: Act = (view) => {
  const { room, me } = view;
  const { voice, holder } = room.floor;
  if (!voice || voice.person === holder || !isCoachee(room, me.id)) return null;
  if (voice.answer !== null || voice.followedUp || floorFor(view) < seconds(5)) return null;
  const answer = saidBy(room, voice.person)?.answer ?? 'take';
  return { type: 'answerVoice', run: room.run!.id, answer };
};

/** Advice has its place only while the coachee wants it, which here is for a quarter of the time. */
const letsIdeasIn: Act = (view) => {
  const { room, me } = view;
  if (!isCoachee(room, me.id) || !currentPhase(room)?.ideas) return null;
  const added = room.run!.length !== currentPhase(room)?.length;
  const open = gone(view) > 0.6 && gone(view) < 0.87 && !added;
  return room.run!.ideas === open ? null : { type: 'setIdeas', run: room.run!.id, open };
};

const asksForTime: Act = (view) => {
  const { room, me } = view;
  const untouched = room.wish === null && room.run!.length === currentPhase(room)?.length;
  if (!isCoachee(room, me.id) || !untouched || gone(view) < 0.92 || gone(view) >= 1) return null;
  return { type: 'askForTime', run: room.run!.id };
};

const parks: Act = (view) =>
  view.me.role === 'observer' && gone(view) > 0.4 ? write(view, 'parked', 'parking', parked) : null;

/** Questions, one at a time, and ideas while they are welcome. */
export const ask = firstOf(answers, letsIdeasIn, asksForTime, speaks, followsUp, raisesHand, parks);
