import { describe, expect, it } from 'vitest';
import { someTurn } from '#tests/support/parts.ts';
import { atFirst } from '#shared/room/practice.ts';
import { myPlace, speaks, upcomingVoices } from './myPlace.ts';
import { hand, roomIn, speaking } from './testRoom.ts';

describe('my place in a round', () => {
  const echo = roomIn('echo');

  it('is mine to take when I am the next voice and nobody speaks', () => {
    expect(myPlace(echo, 'ben')).toEqual({ kind: 'mayTake' });
  });

  it('counts who speaks before me, the one who is speaking included', () => {
    expect(myPlace(echo, 'dee')).toEqual({ kind: 'waiting', before: 2 });
    expect(myPlace(speaking(echo, 'ben'), 'dee')).toEqual({ kind: 'waiting', before: 2 });
  });

  it('names who speaks until I am next', () => {
    expect(myPlace(speaking(echo, 'ben'), 'chloe')).toEqual({ kind: 'next', after: 'ben' });
  });

  it('is the stage while I speak, and not for the coachee to whom the floor only comes back', () => {
    expect(myPlace(speaking(echo, 'ben'), 'ben')).toEqual({ kind: 'stage' });
    expect(myPlace(echo, 'amina')).toEqual({ kind: 'none' });
    expect(speaks(echo, 'amina')).toBe(false);
  });

  it('keeps apart having spoken, having passed, and having no voice here', () => {
    const round = { waiting: ['dee'], spoke: ['ben'], passed: ['chloe'] };
    const room = { ...echo, floor: { ...echo.floor, round } };
    expect(myPlace(room, 'ben')).toEqual({ kind: 'spoke' });
    expect(myPlace(room, 'chloe')).toEqual({ kind: 'passed' });
    expect(myPlace(room, 'ines')).toEqual({ kind: 'none' });
  });

  it('says who passes in every round that they do, once they have not spoken in this one', () => {
    const people = echo.people.map((each) => (each.id === 'ben' ? { ...each, passesAlways: true } : each));
    const round = { waiting: ['dee'], spoke: [], passed: [] };
    const room = { ...echo, people, floor: { ...echo.floor, round } };
    expect(myPlace(room, 'ben')).toEqual({ kind: 'passesAlways' });
    const spoke = { ...room, floor: { ...room.floor, round: { ...round, spoke: ['ben'] } } };
    expect(myPlace(spoke, 'ben')).toEqual({ kind: 'spoke' });
  });

  it('lets those go first whose device is there', () => {
    const people = echo.people.map((each) =>
      each.id === 'ben' ? { ...each, presence: 'away' as const } : each,
    );
    const room = { ...echo, people };
    expect(upcomingVoices(room)).toEqual(['chloe', 'dee', 'ben']);
    expect(myPlace(room, 'ben')).toEqual({ kind: 'waiting', before: 2 });
  });
});

describe('my place among the hands', () => {
  it('says where a new hand would come: after those who have asked less', () => {
    const turns = [{ ...someTurn, coachee: 'amina', asked: { ben: 2 }, step: null }];
    const changedAt = hand('dee', 9).raisedAt;
    const chloe = roomIn('ask', { turns, changedAt, hands: [hand('chloe', 1)] });
    expect(myPlace(chloe, 'dee')).toEqual({ kind: 'mayRaise', up: 1, before: 1 });
    const ben = roomIn('ask', { turns, changedAt, hands: [hand('ben', 1)] });
    expect(myPlace(ben, 'dee')).toEqual({ kind: 'mayRaise', up: 1, before: 0 });
  });

  it('counts the hands before mine', () => {
    const room = roomIn('ask', { hands: [hand('ben', 1), hand('chloe', 2), hand('ines', 3, true)] });
    expect(myPlace(room, 'chloe')).toEqual({ kind: 'handUp', before: 2 });
    expect(myPlace(room, 'ines')).toEqual({ kind: 'process', forFacilitator: false });
  });

  it('is for the facilitator where the floor is not given to a point of process', () => {
    const room = roomIn('plan', { hands: [hand('ines', 3, true)] });
    expect(myPlace(room, 'ines')).toEqual({ kind: 'process', forFacilitator: true });
  });

  it('offers no hand to observers, to the coachee, or in listening', () => {
    expect(myPlace(roomIn('ask'), 'ines')).toEqual({ kind: 'none' });
    expect(myPlace(roomIn('ask'), 'amina')).toEqual({ kind: 'none' });
    expect(myPlace(roomIn('listen'), 'ben')).toEqual({ kind: 'none' });
  });
});

it('lets the coachee break the silence of planning, on their own worksheet', () => {
  expect(myPlace(roomIn('plan'), 'amina')).toEqual({ kind: 'mayTake' });
  expect(myPlace(roomIn('plan'), 'ben')).toEqual({ kind: 'none' });
  expect(myPlace(speaking(roomIn('plan'), 'amina'), 'amina')).toEqual({ kind: 'none' });
});

it('is a follow-up for whoever asked last, once', () => {
  const room = roomIn('ask');
  const asked = (followedUp: boolean) => ({
    ...room,
    floor: { ...room.floor, voice: { person: 'ben', followedUp, passed: false, answer: null } },
  });
  expect(myPlace(asked(false), 'ben')).toEqual({ kind: 'followUp' });
  expect(myPlace(asked(true), 'ben').kind).toBe('mayRaise');
  expect(myPlace(asked(false), 'dee').kind).toBe('mayRaise');
});

it('is one remark after a run, for anyone but the coachee, and the stage for who says it', () => {
  const room = roomIn('reps');
  const practice = { ...atFirst, stage: 'runs' as const, runs: 1, remark: 'open' as const };
  const open = { ...room, run: { ...room.run!, practice } };
  expect(myPlace(open, 'ines')).toEqual({ kind: 'remark' });
  expect(myPlace(open, 'amina').kind).not.toBe('remark');
  expect(myPlace(speaking(open, 'ines'), 'ines')).toEqual({ kind: 'stage' });
});

it('is the time left for the coachee, once everyone has passed in the close', () => {
  const room = roomIn('close');
  const round = { waiting: [], spoke: [], passed: ['ben', 'dee', 'amina'] };
  expect(myPlace({ ...room, floor: { ...room.floor, round } }, 'amina')).toEqual({ kind: 'timeLeft' });
});
