import type { Redis } from 'ioredis';
import type { CommandId, RoomId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import { pack, packFirst, type PackedBatch } from '../atRest/packed.ts';
import type { RoomKeys } from '../atRest/roomKeys.ts';
import { CallersMistake } from '../callersMistake.ts';
import {
  emptyHead,
  StoreUnavailable,
  type Appended,
  type Batch,
  type EventStore,
  type FirstBatch,
  type Grant,
  type Head,
  type Receipt,
  type Tail,
} from '../eventStore.ts';
import { nextHead } from '../heads.ts';
import type { OnPoke } from '../pokes.ts';
import { Turns } from '../turns.ts';
import type { Fitness } from './fitness.ts';
import { codeKey, due, grantKey, keysOf, receiptsKey } from './layout.ts';
import { damaged, openedTail } from './openedTail.ts';
import type { RedisClock } from './redisClock.ts';
import type { RedisListening } from './redisListening.ts';
import type { RedisPokes } from './redisPokes.ts';
import type { RedisSweeper } from './redisSweeper.ts';
import { runScript, type Reply } from './scripts.ts';
import { batchArgs, positionArgs } from './sealedBatch.ts';

export interface RedisParts {
  readonly redis: Redis;
  readonly fitness: Fitness;
  readonly keys: RoomKeys;
  readonly clock: RedisClock;
  readonly listening: RedisListening;
  readonly pokes: RedisPokes;
  readonly sweeper: RedisSweeper;
}

const missing = (): StoreUnavailable => new StoreUnavailable('This room is not here any more.');

/** The store of many nodes (docs/decisions/0012-redis-store.md). */
export class RedisStore implements EventStore {
  readonly #parts: RedisParts;
  readonly #redis: Redis;
  readonly #keys: RoomKeys;
  readonly #turns = new Turns();
  readonly #running = new Set<Promise<unknown>>();
  #closed: Promise<void> | null = null;

  constructor(parts: RedisParts) {
    this.#parts = parts;
    this.#redis = parts.redis;
    this.#keys = parts.keys;
  }

  async create(room: RoomId, code: string, batch: FirstBatch): Promise<boolean> {
    const packed = { ...packFirst(batch), code, moved: [], rewritten: [] };
    return this.#run(async () => {
      const [head = ''] = keysOf(room);
      if ((await this.#redis.exists(head)) === 1) throw new CallersMistake('This room exists already.');
      if ((await this.#redis.exists(codeKey(code))) === 1) return false;
      const [outcome] = await this.#createWithKey(room, packed);
      // Whoever made the same room in between has made its key as well.
      if (outcome === 'exists') throw new CallersMistake('This room exists already.');
      if (outcome === 'code-taken') this.#keys.destroy(room);
      return outcome === 'written';
    });
  }

  read(room: RoomId, after: Head): Promise<Tail | null> {
    return this.#run(async () => {
      const seal = this.#keys.sealOf(room);
      if (seal === null) return null;
      const reply = await runScript(this.#redis, 'read', keysOf(room), [room, ...positionArgs(after)]);
      if (reply !== null) return openedTail(room, seal, after, reply);
      this.#keys.drop(room);
      return null;
    });
  }

  async append(room: RoomId, expected: Head, batch: Batch): Promise<Appended> {
    const packed = pack(batch);
    return this.#run(async () => {
      const seal = this.#keys.sealOf(room);
      if (seal === null) throw missing();
      const head = nextHead(expected, batch);
      const args = batchArgs(room, seal, expected, packed, this.#poke('written', room, head));
      const reply = await runScript(this.#redis, 'append', keysOf(room), [
        room,
        ...positionArgs(expected),
        ...args,
      ]);
      const [outcome, told] = outcomeOf(reply);
      switch (outcome) {
        case 'written':
          this.#parts.pokes.local.poke(room, head);
          if (batch.rewritten.length > 0) await this.#parts.sweeper.swept();
          else if (told === 1) this.#parts.sweeper.later();
          return { ok: true, head };
        case 'repeated':
          return { ok: false, reason: 'repeated', receipts: receiptsOf(told as readonly Buffer[]) };
        case 'conflict':
          return { ok: false, reason: 'conflict', tail: openedTail(room, seal, expected, told ?? null) };
        case 'code-taken':
          return { ok: false, reason: 'code-taken' };
        case 'misplaced':
          throw new CallersMistake('The log has another event at this version.');
        case 'damaged':
          throw new StoreUnavailable(damaged);
        default:
          this.#keys.drop(room);
          throw missing();
      }
    });
  }

  turn(): Promise<void> {
    return this.#turns.next();
  }

  receipt(room: RoomId, command: CommandId): Promise<Receipt | null> {
    return this.#run(async () => {
      const version = await this.#redis.hget(receiptsKey(room), command);
      return version === null || this.#keys.sealOf(room) === null
        ? null
        : { command, version: Number(version) };
    });
  }

  grant(secretHash: string): Promise<Grant | null> {
    return this.#run(async () => {
      const text = await this.#redis.get(grantKey(secretHash));
      if (text === null) return null;
      const [room, power, person] = JSON.parse(text) as [RoomId, Grant['power'], Grant['person']];
      return this.#keys.sealOf(room) === null ? null : { room, power, person };
    });
  }

  roomByCode(code: string): Promise<RoomId | null> {
    return this.#run(async () => {
      const room = await this.#redis.get(codeKey(code));
      return room === null || this.#keys.sealOf(room) === null ? null : room;
    });
  }

  /** Also rooms whose key is gone: what lies in Redis still has to go. */
  dueToForget(now: Instant): Promise<readonly RoomId[]> {
    return this.#run(() => this.#redis.zrangebyscore(due, '-inf', now));
  }

  /** The key goes first: a stop half-way leaves what nobody can read and what is still due. */
  forget(room: RoomId): Promise<void> {
    return this.#run(async () => {
      this.#keys.destroy(room);
      await runScript(this.#redis, 'forget', keysOf(room), [room, this.#poke('forgotten', room, null).poke]);
      this.#parts.pokes.local.poke(room, null);
      await this.#parts.sweeper.swept();
    });
  }

  subscribe(room: RoomId, onPoke: OnPoke): () => void {
    return this.#parts.pokes.local.subscribe(room, onPoke);
  }

  readonly rate = 1;

  now(): Instant {
    return this.#parts.clock.now();
  }

  /** Redis answers no ping either while it cannot write to its disk. */
  async ping(): Promise<void> {
    await this.#run(() => this.#redis.ping());
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const { sweeper, clock, listening } = this.#parts;
    await Promise.allSettled(this.#running);
    // Redis remembers what is left to sweep, for whoever comes next.
    await sweeper.swept().catch(() => undefined);
    sweeper.stop();
    clock.stop();
    listening.stop();
    this.#redis.disconnect();
  }

  /** Any failure that is not the caller's becomes `StoreUnavailable`. */
  #run<T>(act: () => Promise<T>): Promise<T> {
    if (this.#closed !== null) return Promise.reject(new StoreUnavailable('The store is closed.'));
    const running = this.#parts.fitness
      .fit()
      .then(act)
      .catch((error: unknown) => {
        if (error instanceof StoreUnavailable || error instanceof CallersMistake) throw error;
        throw new StoreUnavailable((error as Error).message);
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  #poke(
    news: 'written' | 'forgotten',
    room: RoomId,
    head: Head | null,
  ): { readonly poke: string; readonly now: Instant } {
    return { poke: this.#parts.pokes.message(news, room, head), now: this.now() };
  }

  /** When it is not known whether the room was made, its key stays. */
  async #createWithKey(room: RoomId, packed: PackedBatch): Promise<Outcome> {
    const seal = this.#keys.make(room);
    try {
      const args = batchArgs(
        room,
        seal,
        emptyHead,
        packed,
        this.#poke('written', room, nextHead(emptyHead, packed)),
      );
      return outcomeOf(await runScript(this.#redis, 'create', keysOf(room), [room, ...args]));
    } catch (error) {
      const refused = error instanceof CallersMistake || (error as Error).name === 'ReplyError';
      if (refused) this.#keys.destroy(room);
      throw error;
    }
  }
}

type Outcome = readonly [name: string, told: Reply | undefined];

function outcomeOf(reply: Reply): Outcome {
  const [name, told] = reply as readonly Reply[];
  return [String(name), told];
}

const receiptsOf = (told: readonly Buffer[]): Receipt[] =>
  told.flatMap((command, index) =>
    index % 2 === 0 ? [{ command: command.toString(), version: Number(told[index + 1]) }] : [],
  );
