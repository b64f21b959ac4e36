import { describe, expect, test } from 'vitest';
import { somebody } from '#tests/support/parts.ts';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import { phaseKinds, roles } from '#shared/method/phase.ts';
import { emptyRoom } from '#shared/room/evolve.ts';
import type { Person, RoomState } from '#shared/room/state.ts';
import { instant } from '#shared/time.ts';
import { agreementText, cardLines, personLabel, phaseTitle, quoted, stemsFor } from './phaseWords.ts';

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

test('a phase has the group’s own name, or the name of its kind', () => {
  const listen = oneFullTurn.find(({ id }) => id === 'listen')!;
  expect(phaseTitle(listen)).toBe('Timed listening');
  expect(phaseTitle({ ...listen, title: 'The long quiet' })).toBe('The long quiet');
});

test('standard agreements have their words here, the group’s bring their own', () => {
  expect(agreementText({ id: 'standard-2', text: null })).toBe(
    'The coachee owns the topic and may stop at any time.',
  );
  expect(agreementText({ id: 'a', text: 'Phones away.' })).toBe('Phones away.');
});

test('people of one name are told apart in the order they came, until one renames', () => {
  const person = (id: string, name: string): Person => ({
    ...somebody,
    id,
    name,
    role: null,
  });
  const room = (...people: Person[]): RoomState => ({ ...emptyRoom(instant(0)), people });
  const labels = (among: RoomState) => among.people.map((one) => personLabel(among, one));
  expect(labels(room(person('1', 'Sam'), person('2', 'Ben'), person('3', 'Sam')))).toEqual([
    'Sam',
    'Ben',
    'Sam 2',
  ]);
  expect(labels(room(person('1', 'Sam'), person('2', 'Samira')))).toEqual(['Sam', 'Samira']);
});
