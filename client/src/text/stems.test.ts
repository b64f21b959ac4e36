import { describe, expect, test } from 'vitest';
import { roles } from '#shared/method/phase.ts';
import { stemsFor } from './stems.ts';

describe('stems', () => {
  test('for ideas have no place until the coachee welcomes them', () => {
    const groups = (ideas: boolean) => stemsFor('ask', 'coach', ideas).map(({ group }) => group);
    expect(groups(false)).not.toContain('tentative');
    expect(groups(true)).toEqual(['tentative']);
    expect(stemsFor('ask', 'coachee', true)).toEqual([]);
  });

  test('are none in listening, on purpose', () => {
    expect(roles.flatMap((role) => stemsFor('listen', role))).toEqual([]);
  });

  test('of the plan are the coachee’s, and the others have none then', () => {
    expect(stemsFor('plan', 'coachee').map(({ group }) => group)).toEqual(['plan']);
    expect(stemsFor('plan', 'coach')).toEqual([]);
  });
});
