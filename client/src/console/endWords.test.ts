import { describe, expect, it } from 'vitest';
import type { RoomState } from '#shared/room/state.ts';
import { duration, later, minutes, seconds, type Duration } from '#shared/time.ts';
import { at, begin, exampleRoom, running } from './exampleRoom.ts';
import { endWords, endWordsAtLine } from './endWords.ts';
import { say } from './words.ts';

/** In the last part, with so much left that the meeting ends `past` after 16:45. */
const ending = (past: Duration): RoomState =>
  running(exampleRoom, 'close', at(54), duration(minutes(4) + past), at(56));
const words = (past: Duration) => say(endWords(ending(past), at(56)));

describe('when the meeting ends', () => {
  it('promises an end before the start', () => {
    expect(say(endWords(exampleRoom, begin))).toBe('Start now and we end at 16:45. Slack 0 min.');
    expect(say(endWordsAtLine(exampleRoom, begin))).toBe('Starting now. Slack 0 min.');
  });

  it('keeps the promise with its slack, rounded down', () => {
    expect(words(minutes(-1))).toBe('We end at 16:45. Slack 1 min.');
    expect(words(seconds(-119))).toBe('We end at 16:45. Slack 1 min.');
    expect(words(seconds(0))).toBe('We end at 16:45. Slack 0 min.');
    expect(say(endWordsAtLine(ending(minutes(-1)), at(56)))).toBe('We end here. Slack 1 min.');
  });

  it('says how late it will be, rounded up', () => {
    expect(words(minutes(2))).toBe('16:47 as things stand, 2 min after 16:45.');
    expect(words(seconds(1))).toBe('16:46 as things stand, 1 min after 16:45.');
    expect(say(endWordsAtLine(ending(minutes(2)), at(56)))).toBe('16:47 as things stand, 2 min after 16:45.');
  });

  it('grows late with every extra second', () => {
    const room = running(exampleRoom, 'close', at(54), minutes(6), at(54));
    expect(say(endWords(room, later(at(61), seconds(30))))).toBe('16:47 as things stand, 2 min after 16:45.');
  });
});
