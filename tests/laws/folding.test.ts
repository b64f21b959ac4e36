import { expect, it } from 'vitest';
import { fold } from '#shared/room/evolve.ts';
import { law, play } from '#tests/support/play.ts';

it('folding the log gives the room, from the beginning and from any point on', () => {
  law((game) => {
    const room = play(game);
    expect(fold(room.log, room.opened)).toEqual(room.state);
    const middle = fold(room.log.slice(0, room.log.length / 2), room.opened);
    expect(fold(room.log.slice(room.log.length / 2), middle)).toEqual(room.state);
  });
});

it('state, events and the sealed box come through JSON as they were', () => {
  law((game) => {
    const room = play(game);
    const kept = { state: room.state, log: room.log, sealed: room.sealed };
    expect(JSON.parse(JSON.stringify(kept))).toStrictEqual(kept);
  });
});

it('the same commands at the same moments make the same log', () => {
  law((game) => {
    const [first, second] = [play(game), play(game)];
    expect(second.log).toEqual(first.log);
    expect(second.sealed).toEqual(first.sealed);
  }, 60);
});
