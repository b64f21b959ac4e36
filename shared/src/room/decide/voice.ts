import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Decision } from '../decision.ts';
import { currentPhase } from '../phases.ts';
import { stoppedNow } from '../permissions.ts';
import { coacheeOf } from '../people.ts';
import type { RoomEvent } from '../events.ts';
import { paraphraseAnswers, type RoomState } from '../state.ts';

const isOf = (answers: readonly string[], answer: string): boolean => answers.includes(answer);

/**
 * The coachee says whether a paraphrase fits, or takes a question, lets it rest or passes. The floor
 * comes back to them; what they say is theirs, and gone with the next voice.
 */
export function answerVoice(room: RoomState, { run, answer }: CommandOf<'answerVoice'>): Decision {
  const { voice, holder } = room.floor;
  const replies = currentPhase(room)?.replies ?? null;
  if (!voice || replies === null || stoppedNow(room)) return refuse('turn/no-voice');
  if ((replies === 'paraphrase') !== isOf(paraphraseAnswers, answer)) return refuse('turn/no-voice');
  if (answer === 'pass' ? voice.passed : voice.answer === answer) return nothing;
  const speaking = holder === voice.person && holder !== coacheeOf(room)?.id;
  const freed: RoomEvent[] = speaking ? [{ type: 'floorFreed', person: voice.person, how: 'finished' }] : [];
  return happened(...freed, { type: 'voiceAnswered', run, answer });
}

/** Advice has its place only while the coachee wants it. */
export function setIdeas(room: RoomState, { run, open }: CommandOf<'setIdeas'>): Decision {
  if (currentPhase(room)?.ideas !== true || stoppedNow(room)) return refuse('turn/not-now');
  if (room.run!.ideas === open) return nothing;
  return happened({ type: open ? 'ideasOpened' : 'ideasClosed', run });
}
