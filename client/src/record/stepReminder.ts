import { t } from '../text/text.ts';
import type { StepLine } from './ownStep.ts';

/** What the calendar says: the step above, and below what helps to do it. What the coachee came to see stays out. */
export function stepReminder(step: readonly StepLine[]): { readonly title: string; readonly text: string } {
  const what = step.findLast(({ field }) => field === 'what')?.text;
  const below = step.filter(({ field, text }) => field !== 'insight' && text !== what);
  return {
    title: what === undefined ? t('end.reminder.untitled') : t('end.reminder.event', { step: what }),
    text: below.map(({ field, text }) => `${t(`end.${field}`)}\n${text}`).join('\n\n'),
  };
}
