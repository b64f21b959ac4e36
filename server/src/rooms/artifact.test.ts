import { expect, it } from 'vitest';
import { meeting } from '#tests/support/given.ts';
import { someJpeg } from '#tests/support/someJpeg.ts';
import { Artifact, PictureSpace } from './artifact.ts';

function shown() {
  const room = meeting().at('ask');
  const told: string[] = [];
  const artifact = new Artifact(new PictureSpace(), (person) => told.push(person));
  artifact.show(room.id('Amina'), room.state.run!.id, someJpeg());
  return { room, artifact, told };
}

it('stays while the room goes on around it', () => {
  const { room, artifact, told } = shown();
  room.as('Ben').does({ type: 'raiseHand', process: false });
  artifact.roomChanged(room.state);
  expect(artifact.shown?.picture).toEqual(someJpeg());
  expect(told).toEqual([room.id('Amina')]);
});

it.each([
  ['the floor moves', (room) => room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') })],
  ['the phase ends', (room) => room.as('Joel').does({ type: 'next' })],
  ['the coachee stops', (room) => room.as('Amina').does({ type: 'stop' })],
  ['the coachee leaves', (room) => room.as('Amina').does({ type: 'leave' })],
  ['the session ends', (room) => room.as('Joel').does({ type: 'endSession' })],
] as [string, (room: ReturnType<typeof shown>['room']) => void][])('is gone when %s', (_what, happens) => {
  const { room, artifact, told } = shown();
  happens(room);
  artifact.roomChanged(room.state);
  expect(artifact.shown).toBeNull();
  expect(told).toHaveLength(2);
});

it('takes its space in memory, and gives it back', () => {
  const space = new PictureSpace();
  const large = new Uint8Array(40_000_000);
  const [one, other] = [new Artifact(space, () => {}), new Artifact(space, () => {})];
  expect(one.show('amina', 'run', large)).toBe(true);
  expect(other.show('dee', 'run', large)).toBe(false);
  expect(other.shown).toBeNull();
  one.takeAway();
  expect(other.show('dee', 'run', large)).toBe(true);
  expect(other.show('dee', 'run', large), 'one takes the place of the other').toBe(true);
});
