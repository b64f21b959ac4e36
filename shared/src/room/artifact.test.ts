import { expect, it } from 'vitest';
import { meeting } from '#tests/support/given.ts';
import { mayShowArtifact } from './artifact.ts';

it('ART1 a picture is shown by the coachee while they hold the floor, and by nobody else', () => {
  const room = meeting().at('ask');
  const may = () =>
    room.state.people.filter(({ id }) => mayShowArtifact(room.state, id)).map(({ name }) => name);
  expect(may()).toEqual(['Amina']);
  room.as('Ben').does({ type: 'raiseHand', process: false });
  room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') });
  expect(may(), 'Ben holds the floor and is no coachee').toEqual([]);
  room.as('Ben').does({ type: 'finish' });
  expect(may()).toEqual(['Amina']);
  room.as('Amina').does({ type: 'stop' });
  expect(may()).toEqual([]);
  expect(mayShowArtifact(meeting().at('plan').state, room.id('Amina'))).toBe(false);
  expect(mayShowArtifact(room.state, null)).toBe(false);
});
