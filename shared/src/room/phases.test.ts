import { expect, it } from 'vitest';
import { meeting, withPhase } from '#tests/support/given.ts';
import { minutes } from '../time.ts';
import { currentTurn } from './people.ts';
import { phaseAfter, phaseBefore, phaseById, position, timeAhead } from './phases.ts';

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

it('STR2 a phase ahead has its whole time, or what was left when Back interrupted it last', () => {
  const room = meeting().at('focus');
  const ahead = () => timeAhead(room.state, phaseById(room.state, 'listen')!);
  expect(ahead()).toEqual({ length: minutes(14), left: minutes(14) });
  room.as('Joel').does({ type: 'next' });
  room.as('Joel').does({ type: 'addTime', by: minutes(1) });
  room.later(minutes(3)).as('Joel').does({ type: 'back' });
  expect(ahead()).toEqual({ length: minutes(15), left: minutes(12) });
  room.as('Joel').does({ type: 'next' });
  room.later(minutes(2)).as('Joel').does({ type: 'back' });
  expect(ahead()).toEqual({ length: minutes(15), left: minutes(10) });
});
