import { expect, it } from 'vitest';
import { isEmptyStep, stepStanding, typedStep } from './typedStep.ts';

const drafts: Record<string, string> = { 'step.what': 'Ask first', 'step.when': 'Thursday' };
const typed = typedStep((name) => drafts[name] ?? '');

it('reads the worksheet from what was typed', () => {
  expect(typed).toEqual({
    insight: '',
    what: 'Ask first',
    sentence: '',
    when: 'Thursday',
    sign: '',
    tell: '',
  });
  expect(isEmptyStep(typed)).toBe(false);
  expect(isEmptyStep(typedStep(() => ' '))).toBe(true);
});

it('says whether the step is only here, kept on purpose, on the board, or changed since', () => {
  expect(stepStanding(typed, null, false)).toBe('private');
  expect(stepStanding(typed, null, true)).toBe('kept');
  expect(stepStanding(typed, typed, true)).toBe('shared');
  expect(stepStanding({ ...typed, tell: 'Ben' }, typed, false)).toBe('changed');
});
