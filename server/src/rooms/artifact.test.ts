import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBus } from '../nodes/memoryBus.ts';
import { OtherNodes } from '../nodes/otherNodes.ts';
import { seconds } from '#shared/time.ts';
import { meeting, type Meeting } from '#tests/support/given.ts';
import { someJpeg } from '#tests/support/someJpeg.ts';
import { Artifact } from './artifact.ts';
import { PictureSpace } from './pictureSpace.ts';

/** The bus of these nodes; while it is cut, nothing gets through. */
class Bus extends MemoryBus {
  isCut = false;
  letters = 0;
  override say(word: string): void {
    if (!this.isCut) super.say(word);
  }
  override send(...letter: Parameters<MemoryBus['send']>): void {
    this.letters += 1;
    if (!this.isCut) super.send(...letter);
  }
}

/** What a node has of the room, and whom it told that something changed. */
interface Holder {
  readonly artifact: Artifact;
  readonly told: string[];
  leave(): void;
}

let room: Meeting;
let bus: Bus;
let nodes: OtherNodes[];
beforeEach(() => {
  vi.useFakeTimers();
  room = meeting().at('ask');
  bus = new Bus();
  nodes = [];
});
afterEach(() => {
  for (const node of nodes) node.stop();
  vi.useRealTimers();
});

const pass = (length: number) => vi.advanceTimersByTimeAsync(length);

/** A node that holds the room; it knows as much of the log as `state` says. */
async function holder({ space = new PictureSpace(), state = () => room.state } = {}): Promise<Holder> {
  const others = new OtherNodes(bus);
  nodes.push(others);
  const told: string[] = [];
  const artifact = new Artifact({
    room: 'room',
    state,
    now: () => room.now,
    space,
    others,
    changed: (person) => told.push(person),
  });
  const unwatch = others.watch('room', {
    changed: () => artifact.look(),
    got: (letter) => artifact.got(letter),
  });
  await pass(1);
  artifact.look();
  await pass(1);
  const leave = () => {
    artifact.close();
    unwatch();
    others.stop();
  };
  return { artifact, told, leave };
}
const shows = ({ artifact }: Holder, scan = 'drawn') =>
  artifact.show(room.id('Amina'), room.state.run!.id, someJpeg({ scan }));
const seen = ({ artifact }: Holder) => artifact.shown?.picture && new Uint8Array(artifact.shown.picture);

it('stays while the room goes on around it', async () => {
  const { artifact, told } = await holder();
  artifact.show(room.id('Amina'), room.state.run!.id, someJpeg());
  room.as('Ben').does({ type: 'raiseHand', process: false });
  artifact.look();
  expect(artifact.shown?.picture).toEqual(someJpeg());
  expect(told).toEqual([room.id('Amina')]);
});

it.each([
  ['the floor moves', () => room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') })],
  ['the phase ends', () => room.as('Joel').does({ type: 'next' })],
  ['the coachee stops', () => room.as('Amina').does({ type: 'stop' })],
  ['the coachee leaves', () => room.as('Amina').does({ type: 'leave' })],
  ['the session ends', () => room.as('Joel').does({ type: 'endSession' })],
])('is gone when %s', async (_what, happens) => {
  const one = await holder();
  shows(one);
  happens();
  one.artifact.look();
  expect(one.artifact.shown).toBeNull();
  expect(one.told).toHaveLength(2);
});

it('takes its space in memory, and gives it back', () => {
  const space = new PictureSpace();
  const large = new Uint8Array(40_000_000);
  const { run } = room.state;
  const of = (person: string) => {
    const others = new OtherNodes(new MemoryBus());
    nodes.push(others);
    const world = { room: person, state: () => room.state, now: () => room.now, changed: () => {} };
    return { person, artifact: new Artifact({ ...world, space, others }) };
  };
  const [one, other] = [of('amina'), of('dee')];
  expect(one.artifact.show(one.person, run!.id, large)).toBe(true);
  expect(other.artifact.show(other.person, run!.id, large)).toBe(false);
  expect(other.artifact.shown).toBeNull();
  one.artifact.takeAway(one.person);
  expect(other.artifact.show(other.person, run!.id, large)).toBe(true);
  expect(other.artifact.show(other.person, run!.id, large), 'one takes the place of the other').toBe(true);
});

describe('on several nodes', () => {
  it('is on each that holds the room, under the same id, and on one that comes later', async () => {
    const [one, two] = [await holder(), await holder()];
    shows(one);
    await pass(1);
    expect(seen(two)).toEqual(someJpeg());
    const three = await holder();
    expect(seen(three)).toEqual(someJpeg());
    expect(new Set([one, two, three].map(({ artifact }) => artifact.shown?.id)).size).toBe(1);
    expect(two.told).toEqual([room.id('Amina')]);
  });

  it('outlives the node that took it', async () => {
    const [one, two] = [await holder(), await holder()];
    shows(one);
    await pass(1);
    one.leave();
    await pass(seconds(20));
    const three = await holder();
    expect([seen(two), seen(three)]).toEqual([someJpeg(), someJpeg()]);
  });

  it('is taken away from all on any of them, by whoever shows it', async () => {
    const [one, two] = [await holder(), await holder()];
    shows(one);
    await pass(1);
    two.artifact.takeAway(room.id('Ben'));
    expect(seen(two)).toBeDefined();
    two.artifact.takeAway(room.id('Amina'));
    await pass(1);
    expect([one, two].map(seen)).toEqual([undefined, undefined]);
    expect(one.told).toHaveLength(2);
  });

  it('does not arrive where it was taken away while it was on its way', async () => {
    const [one, two] = [await holder(), await holder()];
    bus.send = () => {};
    shows(one);
    await pass(1);
    two.artifact.takeAway(room.id('Amina'));
    await pass(seconds(5));
    expect([one, two].map(seen)).toEqual([undefined, undefined]);
  });

  it('makes room for another one, whichever node takes that', async () => {
    const [one, two] = [await holder(), await holder()];
    shows(one, 'first');
    await pass(1);
    shows(two, 'second');
    await pass(1);
    expect([one, two].map(seen)).toEqual([someJpeg({ scan: 'second' }), someJpeg({ scan: 'second' })]);
    shows(one, 'third');
    await pass(1);
    expect([one, two].map(seen)).toEqual([someJpeg({ scan: 'third' }), someJpeg({ scan: 'third' })]);
  });

  it('is over for a node that knows less of the log, and does not come back with the floor', async () => {
    const then = room.state;
    const [one, late] = [await holder(), await holder({ state: () => then })];
    shows(one);
    await pass(1);
    expect(seen(late)).toBeDefined();
    room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') });
    one.artifact.look();
    await pass(1);
    expect(seen(late)).toBeUndefined();
    room.as('Ben').does({ type: 'finish' });
    for (const { artifact } of [one, late]) artifact.look();
    await pass(seconds(5));
    expect([one, late].map(seen)).toEqual([undefined, undefined]);
  });

  it('comes to a node that hears of the phase later', async () => {
    const before = meeting().at('focus').state;
    let state = before;
    const [one, late] = [await holder(), await holder({ state: () => state })];
    shows(one);
    await pass(1);
    expect(seen(late)).toBeUndefined();
    state = room.state;
    late.artifact.look();
    await pass(1);
    expect(seen(late)).toEqual(someJpeg());
  });

  it('comes, and goes, once the bus is back', async () => {
    const [one, two] = [await holder(), await holder()];
    bus.isCut = true;
    shows(one);
    await pass(seconds(1));
    expect(seen(two)).toBeUndefined();
    bus.isCut = false;
    await pass(seconds(5));
    expect(seen(two)).toEqual(someJpeg());
    bus.isCut = true;
    one.artifact.takeAway(room.id('Amina'));
    await pass(seconds(1));
    expect(seen(two)).toBeDefined();
    bus.isCut = false;
    await pass(seconds(5));
    expect(seen(two)).toBeUndefined();
  });

  it('is not asked for again and again where there is no space', async () => {
    const full = new PictureSpace();
    full.take(64_000_000);
    const [one, two] = [await holder(), await holder({ space: full })];
    shows(one);
    await pass(seconds(30));
    expect(seen(two)).toBeUndefined();
    expect(bus.letters, 'a question and its answer').toBe(2);
  });
});
