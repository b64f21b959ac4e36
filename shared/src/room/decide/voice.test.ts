import { describe, expect, it } from 'vitest';
import { meeting, type Meeting } from '#tests/support/given.ts';
import { minutes, seconds } from '../../time.ts';
import type { VoiceAnswer } from '../state.ts';

const answers = (room: Meeting, answer: VoiceAnswer) =>
  room.as('Amina').does({ type: 'answerVoice', answer });
const gives = (room: Meeting, name: string | null) =>
  room.as('Joel').does({ type: 'giveFloor', person: name === null ? null : room.id(name) });
const asked = () => {
  const room = meeting().at('ask');
  gives(room, 'Ben');
  room.later(minutes(1)).as('Ben').does({ type: 'finish' });
  return room;
};

describe('the coachee answers', () => {
  it('VOI1 a paraphrase: that fits, closer would be, there is more; it is theirs to change', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.as('Ben').does({ type: 'finish' });
    for (const answer of ['more', 'closer', 'fits'] as const) {
      expect(answers(room, answer)).toMatchObject([{ type: 'voiceAnswered', answer }]);
      expect(room.state.floor.voice).toMatchObject({ person: room.id('Ben'), answer });
      expect(answers(room, answer), 'CMD6').toEqual([]);
    }
    for (const answer of ['take', 'rest', 'pass'] as const)
      room.expectRefused('Amina', { type: 'answerVoice', answer }, 'turn/no-voice');
  });

  it('VOI1 a question: taken, left to rest, or passed, and a pass leaves no trace', () => {
    const room = asked();
    for (const answer of ['take', 'rest'] as const) {
      answers(room, answer);
      expect(room.state.floor.voice!.answer).toBe(answer);
    }
    answers(room, 'pass');
    expect(room.state.floor.voice!.answer).toBeNull();
    for (const answer of ['fits', 'closer', 'more'] as const)
      room.expectRefused('Amina', { type: 'answerVoice', answer }, 'turn/no-voice');
  });

  it('VOI1 nobody else answers, and where nobody has spoken to them there is nothing to answer', () => {
    const room = asked();
    for (const name of ['Joel', 'Ben'])
      room.expectRefused(name, { type: 'answerVoice', answer: 'take' }, 'role/not-coachee');
    meeting().at('ask').expectRefused('Amina', { type: 'answerVoice', answer: 'take' }, 'turn/no-voice');
    meeting().at('plan').expectRefused('Amina', { type: 'answerVoice', answer: 'take' }, 'turn/no-voice');
  });

  it('VOI2 an answer ends the voice that is speaking, and the floor comes back to the coachee', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    expect(answers(room, 'more')).toMatchObject([
      { type: 'floorFreed', person: room.id('Ben'), how: 'finished' },
      { type: 'voiceAnswered', answer: 'more' },
    ]);
    expect([room.holder, room.waiting]).toEqual(['Amina', ['Chloé', 'Dee', 'Ines']]);
  });

  it('VOI3 an answer is gone with the next voice, and with the phase', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    answers(room, 'fits');
    room.as('Chloé').does({ type: 'takeFloor' });
    expect(room.state.floor.voice).toEqual({
      person: room.id('Chloé'),
      followedUp: false,
      passed: false,
      answer: null,
    });
    answers(room, 'more');
    room.at('ask');
    expect(room.state.floor.voice).toBeNull();
  });

  it('VOI3 a point of process is no voice to answer', () => {
    const room = asked();
    room.as('Dee').does({ type: 'raiseHand', process: true });
    gives(room, 'Dee');
    expect(room.state.floor.voice).toBeNull();
    room.expectRefused('Amina', { type: 'answerVoice', answer: 'take' }, 'turn/no-voice');
  });
});

describe('one follow-up', () => {
  it('VOI4 whoever asked last may follow up once, without a hand, and it does not count', () => {
    const room = asked();
    room.as('Dee').does({ type: 'raiseHand', process: false });
    room.expectRefused('Chloé', { type: 'takeFloor' }, 'floor/not-open-to-you');
    room.as('Ben').does({ type: 'takeFloor' });
    expect(room.state.floor.voice).toMatchObject({ person: room.id('Ben'), followedUp: true });
    expect(room.state.turns[0]!.asked).toEqual({ [room.id('Ben')]: 1 });
    room.as('Ben').does({ type: 'finish' });
    room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-open-to-you');
    expect(room.state.hands).toHaveLength(1);
  });

  it.each(['rest', 'pass'] as const)('VOI4 after “%s” there is nothing to follow up', (answer) => {
    const room = meeting().at('ask');
    room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') });
    room.as('Amina').does({ type: 'answerVoice', answer });
    room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-open-to-you');
  });

  it('VOI3 CMD6 passing on it twice does nothing', () => {
    const room = meeting().at('ask');
    room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') });
    room.as('Amina').does({ type: 'answerVoice', answer: 'pass' });
    expect(room.as('Amina').does({ type: 'answerVoice', answer: 'pass' })).toEqual([]);
  });

  it.each(['rest', 'pass'] as const)(
    'VOI3 VOI4 a question that the coachee takes after all, after “%s”, may be followed up once',
    (answer) => {
      const room = meeting().at('ask');
      room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') });
      for (const each of [answer, 'take'] as const)
        room.as('Amina').does({ type: 'answerVoice', answer: each });
      room.as('Ben').does({ type: 'takeFloor' });
      expect(room.holder).toBe('Ben');
      for (const each of [answer, 'take'] as const)
        room.as('Amina').does({ type: 'answerVoice', answer: each });
      room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-open-to-you');
    },
  );

  it('VOI4 the facilitator may give it; with a hand up it is another question', () => {
    const room = asked();
    expect(gives(room, 'Ben')).toMatchObject([{ type: 'floorGiven', followUp: true }]);
    const other = asked();
    other.as('Ben').does({ type: 'raiseHand', process: false });
    expect(gives(other, 'Ben')).toMatchObject([{ type: 'floorGiven', followUp: false }]);
    expect(other.state.turns[0]!.asked).toEqual({ [other.id('Ben')]: 2 });
  });

  it('VOI4 after another voice it is too late, and nobody follows up in a round', () => {
    const room = asked();
    gives(room, 'Dee');
    room.later(minutes(1));
    gives(room, null);
    room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-open-to-you');
    const round = meeting().at('echo');
    round.as('Ben').does({ type: 'takeFloor' });
    round.as('Ben').does({ type: 'finish' });
    round.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-your-turn');
  });

  it('VOI4 FLO13 a follow-up by a slip is still to come, and nothing is counted twice', () => {
    const room = asked();
    answers(room, 'take');
    gives(room, 'Ben');
    room.later(seconds(1));
    gives(room, null);
    expect(room.state.floor.voice).toMatchObject({ person: room.id('Ben'), followedUp: false });
    expect(room.state.turns[0]!.asked).toEqual({ [room.id('Ben')]: 1 });
    room.as('Ben').does({ type: 'takeFloor' });
  });
});

describe('ideas', () => {
  it('VOI5 have their place from when the coachee opens until they close, and end with the phase', () => {
    const room = meeting().at('ask');
    for (const name of ['Joel', 'Ben'])
      room.expectRefused(name, { type: 'setIdeas', open: true }, 'role/not-coachee');
    expect(room.as('Amina').does({ type: 'setIdeas', open: true })).toMatchObject([{ type: 'ideasOpened' }]);
    expect(room.as('Amina').does({ type: 'setIdeas', open: true }), 'CMD6').toEqual([]);
    room.as('Amina').does({ type: 'setIdeas', open: false });
    expect(room.state.run!.ideas).toBe(false);
    room.as('Amina').does({ type: 'setIdeas', open: true });
    room.at('plan').as('Joel').does({ type: 'back' });
    expect([room.phase?.id, room.state.run!.ideas]).toEqual(['ask', false]);
  });

  it('VOI5 elsewhere nobody opens them', () => {
    for (const phase of ['listen', 'echo', 'plan'])
      meeting().at(phase).expectRefused('Amina', { type: 'setIdeas', open: true }, 'turn/not-now');
  });
});
