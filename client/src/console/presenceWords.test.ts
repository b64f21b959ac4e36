import { describe, expect, it } from 'vitest';
import type { Person, RoomState } from '#shared/room/state.ts';
import { minutes } from '#shared/time.ts';
import { at, exampleRoom, running } from './exampleRoom.ts';
import { isHere, presenceWords } from './presenceWords.ts';
import { say } from './words.ts';

const room: RoomState = {
  ...running(exampleRoom, 'ask', at(30), minutes(10), at(34)),
  hands: [{ person: 'dee', raisedAt: at(33), process: false }],
  floor: { ...exampleRoom.floor, holder: 'ben' },
};
const presence = { connected: ['joel', 'amina', 'ben', 'dee', 'ines'], walls: 1 };
const me = room.people[0]!;
const of = (id: string, change: Partial<Person> = {}): Person => ({
  ...room.people.find((person) => person.id === id)!,
  ...change,
});
const word = (person: Person) => say(presenceWords(room, person, presence, me, at(34)));

describe('how somebody is in the room', () => {
  it('is one word, the weightiest', () => {
    expect(word(of('joel'))).toBe('you');
    expect(word(of('amina'))).toBe('here');
    expect(word(of('ben'))).toBe('has the floor');
    expect(word(of('dee'))).toBe('hand up');
    expect(word(of('chloe'))).toBe('away');
    expect(word(of('ben', { presence: 'away', awaySince: at(33) }))).toBe('away 1:00');
    expect(word(of('ben', { presence: 'left' }))).toBe('left');
  });

  it('counts who has a device connected', () => {
    expect(isHere(of('amina'), presence, me)).toBe(true);
    expect(isHere(of('chloe'), presence, me)).toBe(false);
  });

  it('takes who has no device for here, until they leave or are taken out', () => {
    const ines = of('ines', { device: false });
    const alone = { connected: ['joel'], walls: 1 };
    expect(isHere(ines, alone, me)).toBe(true);
    expect(isHere({ ...ines, presence: 'left' }, alone, me)).toBe(false);
    expect(word(ines)).toBe('no device');
    expect(word({ ...ines, presence: 'removed' })).toBe('taken out');
  });
});
