import { stepFields, type Step } from '#shared/room/state.ts';
import { stepDraft } from './ownDrafts.ts';

/** The worksheet as it is typed. */
export const typedStep = (read: (draft: string) => string): Step => {
  const of = (field: (typeof stepFields)[number]) => read(stepDraft(field));
  return {
    insight: of('insight'),
    what: of('what'),
    sentence: of('sentence'),
    when: of('when'),
    sign: of('sign'),
    tell: of('tell'),
  };
};

export const isEmptyStep = (step: Step): boolean => stepFields.every((field) => step[field].trim() === '');

/** How what is typed stands to what is on the board. */
export function stepStanding(
  typed: Step,
  shared: Step | null,
  kept: boolean,
): 'shared' | 'changed' | 'kept' | 'private' {
  if (shared) return stepFields.every((field) => typed[field] === shared[field]) ? 'shared' : 'changed';
  return kept ? 'kept' : 'private';
}
