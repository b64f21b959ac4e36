import type { Floor, Voice } from '#shared/room/state.ts';
import { paraphraseAnswers, questionAnswers, type VoiceAnswer } from '#shared/room/state.ts';
import type { Replies } from '#shared/method/phase.ts';
import type { TextKey } from '../text/text.ts';

/** What the coachee can say to this voice, the likeliest first. */
export const answersTo = (replies: Replies): readonly VoiceAnswer[] =>
  replies === 'paraphrase' ? paraphraseAnswers : questionAnswers;

/** A question that rests or was passed has no follow-up any more either; only whoever speaks asks once more. */
export function voiceTitle(replies: Replies, voice: Voice, { holder }: Pick<Floor, 'holder'>): TextKey {
  if (replies === 'paraphrase') return 'turn.answer.heard';
  return voice.followedUp && holder === voice.person ? 'turn.answer.asksAgain' : 'turn.answer.asks';
}
