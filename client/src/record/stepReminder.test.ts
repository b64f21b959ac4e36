import { expect, it } from 'vitest';
import { stepReminder } from './stepReminder.ts';

it('says the step, and what helps to do it; what the coachee came to see stays out', () => {
  const reminder = stepReminder([
    { field: 'insight', text: 'I rush', kept: true },
    { field: 'what', text: 'Ask first', kept: false },
    { field: 'sentence', text: 'What would you like?', kept: false },
    { field: 'tell', text: 'Ben', kept: true },
  ]);
  expect(reminder).toEqual({
    title: 'My step: Ask first',
    text: 'First sentence\nWhat would you like?\n\nWho I tell\nBen',
  });
});

it('has a title without a step as well', () => {
  expect(stepReminder([{ field: 'when', text: 'Thursday', kept: false }]).title).toBe('My next step');
});
