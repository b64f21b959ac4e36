import { isCoachee, mayTakeFloor } from '#shared/room/permissions.ts';
import { nextVoice } from '#shared/room/voices.ts';
import { seconds } from '#shared/time.ts';
import { firstOf, type Act, type View } from './act.ts';
import { coachNumber, scriptOf } from './coaching.ts';
import { quietFor, spoken } from './moments.ts';
import { write } from './write.ts';

/** A voice waits for the coachee's answer to the one before, and not for ever. */
const waited = (view: View): boolean => {
  const { voice } = view.room.floor;
  return quietFor(view) >= seconds(voice && voice.answer === null ? 40 : 10);
};

const saysBack: Act = (view) => {
  const { room, me } = view;
  const { id: run } = room.run!;
  const heard = scriptOf(room, me.id)?.heard ?? null;
  if (room.floor.holder !== me.id) {
    if (nextVoice(room) !== me.id || !mayTakeFloor(room, me.id) || !waited(view)) return null;
    return heard ? { type: 'takeFloor', run } : { type: 'pass', run };
  }
  if (isCoachee(room, me.id)) return null;
  const card = spoken(view) > 0.5 && heard;
  const written = card ? write(view, `heard-${coachNumber(room, me.id)}`, 'heard', card.text) : null;
  return written ?? (spoken(view) > 0.8 ? { type: 'finish', run } : null);
};

/** The coachee answers when the voice has finished. */
const answers: Act = (view) => {
  const { room, me } = view;
  const { voice, holder } = room.floor;
  if (!voice || voice.person === holder || !isCoachee(room, me.id) || quietFor(view) < seconds(6))
    return null;
  const line = scriptOf(room, voice.person)?.heard;
  const answer = line?.answer ?? 'fits';
  if (voice.answer === null) return { type: 'answerVoice', run: room.run!.id, answer };
  const beside = voice.answer === answer && line?.beside;
  return beside ? write(view, `beside-${coachNumber(room, voice.person)}`, 'heard', beside) : null;
};

/** Everyone has spoken: what is left is the coachee's. */
const takesTheRest: Act = (view) => {
  const { room, me } = view;
  const rests = isCoachee(room, me.id) && room.floor.holder === null && mayTakeFloor(room, me.id);
  return rests && quietFor(view) > seconds(8) ? { type: 'takeFloor', run: room.run!.id } : null;
};

/** Paraphrase: a round of those who wish, and the coachee's answers. */
export const echo = firstOf(answers, saysBack, takesTheRest);
