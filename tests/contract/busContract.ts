import { describe, expect, it } from 'vitest';
import type { Bus } from '#server/nodes/bus.ts';

/** What every bus promises: `open` gives as many nodes' ends of one. */
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
  });
}
