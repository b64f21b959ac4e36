import { expect, test } from 'vitest';
import { cardsInARoom, cardsOf, changesIn, peopleInARoom, textOf } from './scenario.ts';

test('every card belongs to one person', () => {
  const all = Array.from({ length: peopleInARoom }, (_, person) => cardsOf(person)).flat();
  expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: cardsInARoom }, (_, card) => card));
});

test('a text has eighty characters', () => {
  expect([textOf(0).length, textOf(99_999_999).length]).toEqual([80, 80]);
});

test('changes are found in whatever wraps their text, several in one message as well', () => {
  const events = [1, 20_000_003].map((change) => ({ type: 'cardEdited', text: textOf(change), at: 7 }));
  const message = Buffer.from(`42${JSON.stringify(['frame', { version: 9, events }])}`);
  expect(changesIn(message)).toEqual([1, 20_000_003]);
  expect(changesIn(Buffer.from('42["snapshot",{"agreements":[{"text":null}],"name":"text"}]'))).toEqual([]);
});
