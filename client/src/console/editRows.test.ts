import { describe, expect, it } from 'vitest';
import { meeting, type Meeting } from '#tests/support/given.ts';
import { phaseById } from '#shared/room/phases.ts';
import { minutes } from '#shared/time.ts';
import { addedAgain, editRows, movedByOne, oneLess } from './editRows.ts';
import { foreseen } from './foreseen.ts';
import { secondTurnWords } from './secondTurnWords.ts';
import { say } from './words.ts';

/** Numbers and their arrow stay on one line; here that does not matter. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const phase = (room: Meeting, id: string) => phaseById(room.state, id)!;
const refusal = (room: Meeting, command: Parameters<typeof foreseen>[2]) =>
  foreseen(room.state, room.sealed, command, room.now).rejection;
const order = (room: Meeting) => room.state.phases.map(({ id }) => id).join(' ');

describe('the plan to be changed', () => {
  it('shows every part, and changes only those to come', () => {
    const room = meeting().at('listen');
    room.as('Joel').does({ type: 'addTime', by: minutes(1) });
    const rows = editRows(room.state);
    expect(rows.map(({ state }) => state).join(' ')).toBe('done done now todo todo todo todo todo');
    expect(rows.find(({ on }) => !on)?.phase.id).toBe('reps');
    expect(rows[2]!.minutes, 'with the minute it was given').toBe(15);
  });

  it('moves a part by one place, within its turn', () => {
    const room = meeting().at('listen');
    room.as('Joel').does(movedByOne(room.state, phase(room, 'ask'), -1)!);
    expect(order(room)).toBe('agree focus listen ask echo reps plan close');
    room.as('Joel').does(movedByOne(room.state, phase(room, 'ask'), 1)!);
    expect(order(room)).toBe('agree focus listen echo ask reps plan close');
    expect(refusal(room, movedByOne(room.state, phase(room, 'plan'), 1)!)).toBe('phase/out-of-place');
    expect(refusal(room, movedByOne(room.state, phase(room, 'echo'), -1)!)).toBe('phase/not-ahead');
    expect(movedByOne(room.state, phase(room, 'close'), 1)).toBeNull();
  });

  it('takes no part below its least', () => {
    const room = meeting().at('listen');
    room.as('Joel').does({ type: 'setLengths', lengths: [{ phase: 'ask', length: minutes(3) }] });
    expect(refusal(room, oneLess(phase(room, 'ask')))).toBe('phase/too-short');
  });

  it('adds practice out of the parts that can spare it, in the turn it is in', () => {
    const room = meeting().at('focus');
    expect(addedAgain(room.state, phase(room, 'reps')).minutes).toBe(8);
    room.as('Joel').does({ type: 'addTurn' });
    const { lengths } = addedAgain(room.state, phase(room, 'reps-2'));
    expect(lengths[0]!.phase).toBe('reps-2');
    expect(lengths.slice(1).map(({ phase: id }) => id)).not.toContain('ask');
  });

  it('says before a second turn what each coachee then gets', () => {
    const room = meeting().accepts('Amina');
    const preview = (of: Meeting) =>
      secondTurnWords(of.state, foreseen(of.state, of.sealed, { type: 'addTurn' }, of.now).room!).map((one) =>
        plain(say(one)),
      );
    expect(preview(room)[0]).toMatch(/^Amina 14 → \d+ minutes to be heard, the second coachee \d+\.$/);
    room
      .at('listen')
      .as('Joel')
      .does({ type: 'addTime', by: minutes(1) });
    expect(preview(room)[0]).toMatch(/^Amina keeps 15 minutes to be heard, the second coachee has \d+\.$/);
  });
});
