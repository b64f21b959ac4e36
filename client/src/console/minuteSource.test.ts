import { describe, expect, it } from 'vitest';
import { meeting, type Meeting } from '#tests/support/given.ts';
import { minutes } from '#shared/time.ts';
import { endChangeWords, endMoved } from './endChange.ts';
import { minuteQuestion } from './minuteSource.ts';
import { say } from './words.ts';

/** Numbers and their arrow stay on one line; here that does not matter. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const question = (room: Meeting) => minuteQuestion(room.state, room.now);
const endWords = (room: Meeting) => {
  const moved = endMoved(room.state, room.now);
  const words = moved && endChangeWords(moved);
  return words && plain(say(words)).replaceAll(/\d\d:(\d\d)/g, '$1');
};
const minuteOf = (room: Meeting, after: number) => {
  const date = new Date(room.state.past[0]!.startedAt + minutes(60 + after));
  return String(date.getMinutes()).padStart(2, '0');
};
/** In Questions with no minute to spare. */
const inQuestions = () => {
  const room = meeting().at('agree').later(minutes(5)).at('focus').later(minutes(4)).at('listen');
  return room.later(minutes(14)).at('echo').later(minutes(8)).at('ask').later(minutes(2));
};

describe('where a minute comes from', () => {
  it('is asked once more time was given: end later, or from a part that can spare it', () => {
    const room = inQuestions();
    expect(question(room)).toBeNull();
    room.as('Joel').does({ type: 'addTime', by: minutes(1) });
    expect(endWords(room)).toBe(`The end: ${minuteOf(room, 0)} → ${minuteOf(room, 1)}.`);
    expect(question(room)).toMatchObject({ minutes: 1 });
    expect(question(room)!.sources).toMatchObject([
      { phase: 'plan', length: minutes(8) },
      { phase: 'close', length: minutes(5) },
    ]);
    const { phase, length } = question(room)!.sources[0]!;
    room.as('Joel').does({ type: 'setLengths', lengths: [{ phase, length }] });
    expect(endWords(room)).toBe(`The end: ${minuteOf(room, 1)} → ${minuteOf(room, 0)}.`);
    expect(question(room), 'asked once').toBeNull();
  });

  it('names only parts that can spare all of them', () => {
    const room = inQuestions();
    room.as('Joel').does({ type: 'addTime', by: minutes(5) });
    expect(question(room)!.sources.map(({ phase }) => phase)).toEqual(['plan']);
    room.as('Joel').does({ type: 'addTime', by: minutes(10) });
    expect(question(room)!.sources).toEqual([]);
  });

  it('is told from the minutes to spare while there are any', () => {
    const room = inQuestions();
    room.as('Joel').does({ type: 'addTime', by: minutes(-2) });
    expect(question(room)).toMatchObject({ minutes: -2 });
    expect(question(room)!.sources[0]).toMatchObject({ phase: 'plan', length: minutes(11) });
    expect(endWords(room)).toBe(`The end stays ${minuteOf(room, 0)}, slack 0 → 2 min.`);
    room.as('Joel').does({ type: 'addTime', by: minutes(1) });
    expect(endWords(room)).toBe(`The end stays ${minuteOf(room, 0)}, slack 2 → 1 min.`);
  });

  it('is asked for what a pause has taken, while it lasts and when it is over', () => {
    const room = inQuestions();
    room.as('Joel').does({ type: 'pause' });
    expect(question(room), 'not a minute yet').toBeNull();
    room.later(minutes(3));
    expect(question(room)).toMatchObject({ minutes: 3 });
    room.as('Joel').does({ type: 'resume' });
    expect(question(room)).toMatchObject({ minutes: 3 });
    expect(endWords(room)).toBe(`The end: ${minuteOf(room, 0)} → ${minuteOf(room, 3)}.`);
    expect(question(room)!.sources.map(({ phase }) => phase)).toEqual(['plan', 'close']);
  });

  it('is asked for what goes by after Back, while the time waits', () => {
    const room = inQuestions().later(minutes(12)).at('plan').later(minutes(5));
    room.as('Joel').does({ type: 'back' });
    expect(question(room)).toBeNull();
    expect(question(room.later(minutes(4)))).toMatchObject({ minutes: 4 });
  });

  it('takes nothing from a part that Back interrupted, and from listening last', () => {
    const room = inQuestions();
    room.as('Joel').does({ type: 'addTurn' });
    room.as('Joel').does({ type: 'setLengths', lengths: [{ phase: 'listen-2', length: minutes(8) }] });
    room.as('Joel').does({ type: 'addTime', by: minutes(1) });
    expect(question(room)!.sources.map(({ phase }) => phase)).toEqual(['close', 'listen-2']);
    room.as('Joel').does({ type: 'back' });
    room.as('Joel').does({ type: 'resume' });
    room.as('Joel').does({ type: 'addTime', by: minutes(1) });
    expect(question(room)!.sources.map(({ phase }) => phase)).not.toContain('ask');
  });
});
