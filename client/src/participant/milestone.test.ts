import { expect, it } from 'vitest';
import { later, minutes, seconds } from '#shared/time.ts';
import { milestone, momentOf } from './milestone.ts';
import { roomIn, speaking, t0 } from './testRoom.ts';

const ask = roomIn('ask');
const at = (minute: number, second = 0) => later(t0, seconds(minute * 60 + second));

it('says each time mark once, and no second between them', () => {
  const said: string[] = [];
  let before = momentOf(ask, 'ines', t0);
  for (let second = 0; second <= 15 * 60; second++) {
    const now = momentOf(ask, 'ines', at(0, second));
    const what = milestone(before, now);
    if (what) said.push(what);
    before = now;
  }
  expect(said).toEqual(['half', 'two', 'one', 'zero']);
});

it('keeps the clock silent in listening', () => {
  const listen = roomIn('listen');
  expect(milestone(momentOf(listen, 'ben', t0), momentOf(listen, 'ben', at(14)))).toBeNull();
});

it('says a change of phase before anything that changed with it', () => {
  const echo = momentOf(roomIn('echo'), 'ben', at(1));
  expect(milestone(momentOf(ask, 'ben', at(13)), echo)).toBe('phase');
});

it('says when my turn comes near and when it is there', () => {
  const echo = roomIn('echo');
  const moment = (holder: string, me: string) => momentOf(speaking(echo, holder), me, t0);
  expect(milestone(moment('ben', 'dee'), moment('ben', 'dee'))).toBeNull();
  expect(milestone(momentOf(echo, 'chloe', t0), moment('ben', 'chloe'))).toBe('next');
  expect(milestone(momentOf(echo, 'ben', t0), moment('ben', 'ben'))).toBe('yours');
});

it('says a pause, a question to the coachee, and the end', () => {
  const paused = {
    ...ask,
    run: { ...ask.run!, clock: { kind: 'paused', left: minutes(9), by: 'coachee' } as const },
  };
  expect(milestone(momentOf(ask, 'ben', t0), momentOf(paused, 'ben', t0))).toBe('paused');
  expect(milestone(momentOf(paused, 'ben', t0), momentOf(ask, 'ben', t0))).toBe('resumed');
  const asked = { ...ask, ask: { run: ask.run!.id, change: { kind: 'next' } as const, askedAt: t0 } };
  expect(milestone(momentOf(ask, 'amina', t0), momentOf(asked, 'amina', t0))).toBe('asked');
  const ended = { ...ask, run: null, endedAt: t0 };
  expect(milestone(momentOf(ask, 'ben', t0), momentOf(ended, 'ben', t0))).toBe('ended');
});

it('says what the coachee answered, to whose words it was and to nobody else', () => {
  const voice = { person: 'ben', followedUp: false, passed: false, answer: null };
  const room = { ...ask, floor: { ...ask.floor, voice } };
  const answered = { ...room, floor: { ...room.floor, voice: { ...voice, answer: 'rest' as const } } };
  expect(milestone(momentOf(room, 'ben', t0), momentOf(answered, 'ben', t0))).toBe('rest');
  expect(milestone(momentOf(room, 'dee', t0), momentOf(answered, 'dee', t0))).toBeNull();
});

it('says when ideas are welcome, and when the turn has stopped', () => {
  const open = { ...ask, run: { ...ask.run!, ideas: true } };
  expect(milestone(momentOf(ask, 'ben', t0), momentOf(open, 'ben', t0))).toBe('ideas');
  expect(milestone(momentOf(open, 'ben', t0), momentOf(ask, 'ben', t0))).toBe('questions');
  const stopped = { ...ask, turns: [{ ...ask.turns[0]!, stopped: true }] };
  expect(milestone(momentOf(ask, 'ben', t0), momentOf(stopped, 'ben', t0))).toBe('stopped');
});
