import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Node } from '#server/nodes/node.ts';
import type { EventStore } from '#server/store/eventStore.ts';
import { openRedisNode } from '#server/store/redis/openRedisNode.ts';
import type { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { Scan } from '#tests/support/scan.ts';

export interface RedisNodes {
  readonly keysDir: string;
  /** Sentences that stores opened here had for whoever looks after them. */
  readonly warnings: readonly string[];
  /** One more node. */
  openNode(options?: { readonly mayLoseASecond: boolean }): Promise<Node>;
  /** One more node's store. */
  open(): Promise<EventStore>;
  /** What lies in Redis's folder for somebody who kept every key that any earlier scan has seen, or none. */
  scan(keys: 'with keys' | 'without keys'): Scan;
  /** Closes every store opened here and removes the keys. */
  dispose(): Promise<void>;
}

/** Nodes on one Redis, with a folder of their own for keys. */
export function redisNodes(server: RedisServer): RedisNodes {
  const keysDir = mkdtempSync(join(tmpdir(), 'fullturn-keys-'));
  const opened: EventStore[] = [];
  const warnings: string[] = [];
  const seen = new Map<string, Buffer>();
  const openNode = async ({ mayLoseASecond } = { mayLoseASecond: false }): Promise<Node> => {
    const warn = (sentence: string): void => void warnings.push(sentence);
    const node = await openRedisNode({ url: server.url, mayLoseASecond, keysDir, warn });
    opened.push(node.store);
    return node;
  };
  return {
    keysDir,
    warnings,
    openNode,
    open: async () => (await openNode()).store,
    scan: (keys) => {
      for (const name of readdirSync(keysDir).filter((file) => file.endsWith('.key'))) {
        const key = readFileSync(join(keysDir, name));
        seen.set(key.toString('hex'), key);
      }
      return new Scan(server.dir, keys === 'with keys' ? [...seen.values()] : []);
    },
    dispose: async () => {
      await Promise.all(opened.map((store) => store.close()));
      rmSync(keysDir, { recursive: true });
    },
  };
}
