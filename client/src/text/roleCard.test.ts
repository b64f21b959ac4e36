import { describe, expect, test } from 'vitest';
import { phaseKinds, roles } from '#shared/method/phase.ts';
import { cardLines, quoted } from './roleCard.ts';

describe('the role card', () => {
  test.each(phaseKinds.flatMap((kind) => roles.map((role) => ({ kind, role }))))(
    'of the $role in $kind has three lines, with the coachee’s name in them',
    ({ kind, role }) => {
      const card = cardLines(kind, role, 'Amina');
      expect(card.filter((line) => line === '' || line.includes('{'))).toEqual([]);
    },
  );

  test('says which line is spoken', () => {
    expect(quoted(cardLines('ask', 'coach', 'Amina')[2])).toBe(true);
    expect(quoted(cardLines('ask', 'coach', 'Amina')[0])).toBe(false);
  });
});

test.each(roles)('the role card of the %s is another one while ideas are welcome', (role) => {
  const card = cardLines('ask', role, 'Amina', true);
  expect(card).not.toEqual(cardLines('ask', role, 'Amina'));
  expect(card.filter((line) => line === '' || line.includes('{'))).toEqual([]);
});
