import { describe, expect, test } from 'vitest';
import { plannedMinutes } from './plannedMinutes.ts';
import { practiceAt, withoutPractice, withPractice } from './practiceMinutes.ts';

const sum = (plan: readonly number[]): number => plan.reduce((a, b) => a + b, 0);

describe('practice on the start page', () => {
  test('is off until it is added, and then takes its eight minutes from the others', () => {
    const plan = plannedMinutes(60)!;
    expect(plan[practiceAt]).toBe(0);
    const added = withPractice(plan);
    expect(added[practiceAt]).toBe(8);
    expect(sum(added)).toBe(60);
    expect(added.slice(0, 3), 'opening, focus and listening give nothing').toEqual(plan.slice(0, 3));
  });

  test('added and taken out again leaves the plan as it was', () => {
    for (const total of [30, 45, 60, 90, 120])
      expect(withoutPractice(withPractice(plannedMinutes(total)!))).toEqual(plannedMinutes(total));
  });

  test('in the shortest meeting makes it longer by its minimum', () => {
    expect(sum(withPractice(plannedMinutes(20)!))).toBe(23);
  });
});
