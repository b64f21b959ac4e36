import { randomUUID } from 'node:crypto';
import type { RoomId } from '#shared/ids.ts';
import type { Head } from '../eventStore.ts';
import { Pokes } from '../pokes.ts';
import { pokes as channel } from './layout.ts';
import type { RedisListening } from './redisListening.ts';

type News = 'written' | 'forgotten';

/**
 * Hears what other nodes wrote. This node's own news go to its listeners directly. One channel for all
 * rooms: to subscribe is no question to Redis, and nothing is missed between asking and hearing.
 * Whenever the connection was away, every room is poked.
 */
export class RedisPokes {
  readonly local = new Pokes();
  readonly #node = randomUUID();

  /** `forgotten`: another node has forgotten a room. */
  static async start(listening: RedisListening, forgotten: (room: RoomId) => void): Promise<RedisPokes> {
    const pokes = new RedisPokes();
    await listening.hear(channel, {
      heard: (message) => {
        const told = JSON.parse(message.toString()) as [string, News, RoomId, Head | null];
        const [node, news, room, head] = told;
        if (node === pokes.#node) return;
        if (news === 'forgotten') forgotten(room);
        pokes.local.poke(room, head);
      },
      back: () => pokes.local.pokeAll(),
    });
    return pokes;
  }

  /** What a script publishes for this node. */
  message(news: News, room: RoomId, head: Head | null): string {
    return JSON.stringify([this.#node, news, room, head]);
  }
}
