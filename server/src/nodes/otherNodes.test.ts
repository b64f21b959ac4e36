import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seconds } from '#shared/time.ts';
import type { RoomId } from '#shared/ids.ts';
import type { Bus } from './bus.ts';
import { nobody } from './crowd.ts';
import { MemoryBus } from './memoryBus.ts';
import { OtherNodes } from './otherNodes.ts';

/** One node's end of a bus, which can be torn off. */
class Wire implements Bus {
  cut: 'not' | 'its words' | 'both ways' = 'not';
  readonly #bus: Bus;

  constructor(bus: Bus) {
    this.#bus = bus;
  }
  say(word: string): void {
    if (this.cut === 'not') this.#bus.say(word);
  }
  listen(heard: (word: string) => void): void {
    this.#bus.listen((word) => this.cut !== 'both ways' && heard(word));
  }
  send(to: string, room: RoomId, letter: string): void {
    if (this.cut === 'not') this.#bus.send(to, room, letter);
  }
  receive(name: string, got: (room: RoomId, letter: string) => void): void {
    this.#bus.receive(name, (room, letter) => this.cut !== 'both ways' && got(room, letter));
  }
}

const amina = { people: ['amina'], walls: 0 };
let bus: MemoryBus;
let opened: OtherNodes[];
beforeEach(() => {
  vi.useFakeTimers();
  bus = new MemoryBus();
  opened = [];
});
afterEach(() => {
  for (const node of opened) node.stop();
  vi.useRealTimers();
});

function join(wire: Bus = bus): OtherNodes {
  const node = new OtherNodes(wire);
  opened.push(node);
  return node;
}
const pass = (length: number) => vi.advanceTimersByTimeAsync(length);

test('who comes and goes on one node is known on the others', async () => {
  const [one, two, three] = [join(), join(), join()];
  await pass(1);
  let told = 0;
  two.watch('room', { changed: () => (told += 1), got: () => {} });
  one.say('room', amina);
  three.say('room', { people: ['amina', 'ben'], walls: 1 });
  await pass(0);
  expect(two.in('room')).toEqual({ people: ['amina', 'ben'], walls: 1 });
  expect(one.in('room')).toEqual({ people: ['amina', 'ben'], walls: 1 });
  expect(told).toBe(2);
  three.say('room', nobody);
  await pass(0);
  expect(one.in('room')).toEqual(nobody);
  expect(two.in('room')).toEqual(amina);
});

test('a node that starts later learns who is there', async () => {
  const one = join();
  one.say('room', amina);
  await pass(seconds(1));
  const two = join();
  await pass(1);
  expect(two.in('room')).toEqual(amina);
});

test('a lost word is noticed with the next beat', async () => {
  const wire = new Wire(bus);
  const [one, two] = [join(wire), join()];
  await pass(1);
  wire.cut = 'its words';
  one.say('room', amina);
  await pass(0);
  wire.cut = 'not';
  expect(two.in('room')).toEqual(nobody);
  await pass(seconds(2));
  expect(two.in('room')).toEqual(amina);
});

test('a node that falls silent is gone within ten seconds, and one that says good-bye at once', async () => {
  const wire = new Wire(bus);
  const [one, two, three] = [join(wire), join(), join()];
  one.say('room', amina);
  three.say('other room', amina);
  await pass(1);
  wire.cut = 'its words';
  three.stop();
  await pass(0);
  expect(two.in('other room')).toEqual(nobody);
  await pass(seconds(3));
  expect(two.in('room')).toEqual(amina);
  let told = 0;
  two.watch('room', { changed: () => (told += 1), got: () => {} });
  await pass(seconds(7));
  expect(two.in('room')).toEqual(nobody);
  expect(told).toBe(1);
});

test('nobody is gone because this node hears nothing', async () => {
  const wire = new Wire(bus);
  const [one, two] = [join(), join(wire)];
  one.say('room', amina);
  await pass(1);
  wire.cut = 'both ways';
  await pass(seconds(60));
  expect(two.in('room')).toEqual(amina);
  wire.cut = 'not';
  one.say('room', nobody);
  await pass(0);
  expect(two.in('room')).toEqual(nobody);
});
