import { describe, expect, it } from 'vitest';
import type { Bus } from '#server/nodes/bus.ts';

/** What every bus promises: `open` gives as many nodes' ends of one, on a store that has the room `room`. */
export function busContract(name: string, open: (nodes: number) => Promise<readonly Bus[]>): void {
  describe(`${name} keeps the contract of a bus`, () => {
    it('lets every node hear what one says, itself included, in the order it was said', async () => {
      const buses = await open(3);
      const said = Array.from({ length: 50 }, (_, index) => `word ${index}`);
      const heard = buses.map((bus) => {
        const words: string[] = [];
        const { promise, resolve } = Promise.withResolvers<readonly string[]>();
        bus.listen((word) => {
          words.push(word);
          if (words.length === said.length) resolve(words);
        });
        return promise;
      });
      for (const word of said) buses[1]!.say(word);
      for (const words of await Promise.all(heard)) expect(words).toEqual(said);
    });

    it('does not call back within the call that says something', async () => {
      const [bus] = await open(1);
      const { promise, resolve } = Promise.withResolvers<void>();
      let saying = true;
      bus!.listen(() => {
        expect(saying).toBe(false);
        resolve();
      });
      bus!.say('word');
      saying = false;
      await promise;
    });

    it('brings a letter of a megabyte to the one node it is for, whole', async () => {
      const buses = await open(3);
      const letter = 'é'.repeat(1_000_000);
      const got = Promise.withResolvers<readonly [string, string]>();
      const others: string[] = [];
      buses.forEach((bus, index) =>
        bus.receive(`node ${index}`, (room, each) => {
          if (index === 2) got.resolve([room, each]);
          else others.push(each);
        }),
      );
      // Who has just begun to receive may miss the first, and asks again.
      const again = setInterval(() => buses[0]!.send('node 2', 'room', letter), 50);
      const [room, received] = await got.promise;
      clearInterval(again);
      expect(room).toBe('room');
      expect(received === letter, 'the letter as it was sent').toBe(true);
      expect(others).toEqual([]);
    });
  });
}
