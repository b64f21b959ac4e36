import { expect, it } from 'vitest';
import { ownStep } from './ownStep.ts';

const shared = { insight: '', what: 'Ask first', sentence: '', when: 'Thursday', sign: '', tell: '' };

it('takes along what was shared, and marks what was kept', () => {
  const typed: Record<string, string> = { what: 'Ask first', when: 'Friday', tell: ' Ben ' };
  expect(ownStep(shared, (field) => typed[field] ?? '')).toEqual([
    { field: 'what', text: 'Ask first', kept: false },
    { field: 'when', text: 'Thursday', kept: false },
    { field: 'when', text: 'Friday', kept: true },
    { field: 'tell', text: 'Ben', kept: true },
  ]);
});

it('is empty for a coachee who wrote nothing', () => {
  expect(ownStep(null, () => '  ')).toEqual([]);
});
