import { expect, it } from 'vitest';
import { meeting, withPhase } from '#tests/support/given.ts';
import { minutes } from '../time.ts';
import { nextDeadline } from './deadlines.ts';
import { currentTurn } from './people.ts';
import { phaseAfter, phaseBefore, position } from './phases.ts';

it('STR2 the position counts the phases that are on', () => {
  const room = meeting({ phases: withPhase('echo', { length: minutes(0) }) });
  expect(position(room.state)).toEqual({ part: 0, of: 6 });
  expect(position(room.at('ask').state)).toEqual({ part: 4, of: 6 });
});

it('STR2 before the start the first phase is ahead, in the last one none', () => {
  const room = meeting();
  expect([phaseBefore(room.state), phaseAfter(room.state)?.id]).toEqual([null, 'agree']);
  room.at('close');
  expect([phaseBefore(room.state)?.id, phaseAfter(room.state)]).toEqual(['plan', null]);
});

it('the turn that matters is the running one, before it the first, and in the close the last', () => {
  for (const phase of ['agree', 'focus', 'plan', 'close'])
    expect(currentTurn(meeting().at(phase).state)).toBe(0);
});

it('TIM6 the running phase’s zero is due once, and none while it rests or has no clock', () => {
  const room = meeting();
  expect(nextDeadline(room.state)).toBeNull();
  expect(nextDeadline(room.at('agree').state)).toBeNull();
  room.at('focus');
  expect(nextDeadline(room.state)).toBe(room.now + minutes(4));
  room.later(minutes(4)).tick();
  expect(nextDeadline(room.state)).toBeNull();
});
