import type { Answer } from '#shared/protocol/messages.ts';
import { t } from '../text/text.ts';

/** What to tell the person whose command was not done; null when it was. */
export function refusalWords(answer: Answer): string | null {
  if (answer.ok) return null;
  return 'rejection' in answer ? t(`rejection.${answer.rejection}`) : t(`trouble.${answer.trouble}`);
}
