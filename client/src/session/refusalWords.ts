import type { Answer } from '#shared/protocol/messages.ts';
import type { Rejection } from '#shared/room/rejections.ts';
import rejections from '../text/en/rejection.json';
import troubles from '../text/en/trouble.json';

/** A sentence for each reason of the closed list; a test checks that none is missing. */
const words: Readonly<Record<string, string>> = rejections;

export const rejectionWords = (rejection: Rejection): string => words[rejection] ?? rejection;

/** What to tell the person whose command was not done; null when it was. */
export function refusalWords(answer: Answer): string | null {
  if (answer.ok) return null;
  return 'rejection' in answer ? rejectionWords(answer.rejection) : troubles[answer.trouble];
}
