import { expect, test } from 'vitest';
import { somebody } from '#tests/support/parts.ts';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import { emptyRoom } from '#shared/room/evolve.ts';
import type { Person, RoomState } from '#shared/room/state.ts';
import { instant } from '#shared/time.ts';
import { agreementText, personLabel, phaseTitle } from './phaseWords.ts';

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
