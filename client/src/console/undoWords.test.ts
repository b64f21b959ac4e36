import { describe, expect, it } from 'vitest';
import { meeting, type Meeting, type Wish } from '#tests/support/given.ts';
import { minutes } from '#shared/time.ts';
import { undoCommand } from './undoCommand.ts';
import { undoWords } from './undoWords.ts';
import { say } from './words.ts';

/** Numbers and their arrow stay on one line; here that does not matter. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const words = (room: Meeting) => {
  const what = undoWords(room.state);
  return what && plain(say(what));
};
const after = (room: Meeting, wish: Wish) => {
  room.as('Joel').does(wish);
  return words(room);
};
const setTo = (phase: string, length: number): Wish => ({
  type: 'setLengths',
  lengths: [{ phase, length: minutes(length) }],
});

describe('what can be taken back', () => {
  it('is said for each move through the session', () => {
    const room = meeting().at('listen').later(minutes(1)).at('echo').later(minutes(1));
    expect(words(room), 'the coachee went on, not the facilitator').toBeNull();
    expect(after(room, { type: 'next' })).toBe('Moved to Questions.');
    expect(after(room, { type: 'skip' })).toBe('Skipped the rest of Questions. Now Reflect & plan.');
    expect(after(room, { type: 'back' })).toBe('Back to Questions, with its time.');
    expect(after(room, { type: 'jump', phase: 'close' })).toBe('Went to Close.');
    expect(after(room, { type: 'endSession' })).toBe('The session has ended.');
  });

  it('is said for time', () => {
    const room = meeting().at('ask').later(minutes(1));
    expect(after(room, { type: 'addTime', by: minutes(2) })).toBe('2 min more for Questions.');
    expect(after(room, { type: 'addTime', by: minutes(-1) })).toBe('1 min less for Questions.');
    expect(after(room, { type: 'pause' })).toBe('Paused.');
    expect(after(room, { type: 'resume' })).toBe('The time goes on.');
    expect(after(room, { type: 'restart' })).toBe('Questions begins again.');
  });

  it('is said for the floor', () => {
    const room = meeting().at('echo').later(minutes(1));
    const [ben] = room.waiting;
    expect(after(room, { type: 'giveFloor', person: room.id(ben!) })).toBe(`${ben} was given the floor.`);
    expect(after(room.later(minutes(1)), { type: 'giveFloor', person: null })).toBe(
      'The floor was taken back.',
    );
  });

  it('is said for the plan', () => {
    const room = meeting().at('focus');
    expect(after(room, setTo('ask', 11))).toBe('Changed: Questions 14 → 11.');
    expect(after(room, setTo('echo', 0))).toBe('Paraphrase is left out.');
    expect(after(room, setTo('echo', 3))).toBe('Paraphrase added, 3 min.');
    expect(after(room, { type: 'movePhase', phase: 'ask', before: 'echo' })).toBe(
      'Questions now comes before Paraphrase.',
    );
    expect(after(room, { type: 'movePhase', phase: 'ask', before: 'plan' })).toBe(
      'Questions now comes before Reflect & plan.',
    );
    expect(after(room, { type: 'addTurn' })).toBe('A second turn was added.');
    expect(after(room, setTo('ask-2', 9))).toContain('Questions, second turn');
    expect(after(room, { type: 'removeTurn' })).toBe('The second turn was removed.');
  });

  it('can be taken back once, and not where it would cut what the coachee was given', () => {
    const room = meeting().at('ask').later(minutes(1));
    room.as('Joel').does({ type: 'addTime', by: minutes(2) });
    const command = undoCommand(room.state, room.sealed, room.now);
    room.as('Joel').does(command!);
    expect(undoCommand(room.state, room.sealed, room.now)).toBeNull();

    const listening = meeting().at('listen').later(minutes(1));
    listening.as('Joel').does({ type: 'addTime', by: minutes(2) });
    expect(words(listening)).toBe('2 min more for Timed listening.');
    expect(undoCommand(listening.state, listening.sealed, listening.now)).toBeNull();
  });
});
