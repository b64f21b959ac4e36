import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepFolderOf } from '#tests/support/putBack.ts';
import { Cluster } from '../../../scripts/cluster/cluster.ts';
import type { Served } from './house.ts';

/** Two nodes on one Redis behind a proxy, as `npm run cluster` starts them. */
export class Nodes implements Served {
  readonly #cluster: Cluster;
  readonly #folder: string;

  private constructor(folder: string, cluster: Cluster) {
    this.#folder = folder;
    this.#cluster = cluster;
  }

  static async start(): Promise<Nodes> {
    const folder = mkdtempSync(join(tmpdir(), 'fullturn-nodes-'));
    return new Nodes(folder, await Cluster.start(folder, 0, { settings: { LOG_LEVEL: 'warn' } }));
  }

  get port(): number {
    return this.#cluster.port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** How many pages a node has. */
  async pagesOf(node: 0 | 1): Promise<number> {
    const figures = await fetch(`http://127.0.0.1:${this.#cluster.nodes[node]!.port}/metrics`);
    return Number(/^fullturn_pages (\d+)$/m.exec(await figures.text())![1]);
  }

  /** A node dies, as by `kill -9`. */
  kill(node: 0 | 1): Promise<void> {
    return this.#cluster.nodes[node]!.end('SIGKILL');
  }

  /** A node is stopped in order, and another one started in its place. */
  async replace(node: 0 | 1): Promise<void> {
    await this.#cluster.nodes[node]!.end('SIGTERM');
    await this.#cluster.nodes[node]!.up();
  }

  /** Redis stands still until `meanwhile` is over. */
  async withoutRedis(meanwhile: () => Promise<void>): Promise<void> {
    const { redis } = this.#cluster;
    await redis.signal('SIGSTOP');
    try {
      await meanwhile();
    } finally {
      await redis.signal('SIGCONT');
    }
  }

  /** Keeps what Redis holds now; what comes after it is lost when the function it returns is called. */
  keepRedis(): () => Promise<void> {
    return keepFolderOf(this.#cluster.redis);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#cluster.nodes.map((node) => node.end('SIGKILL')));
    await this.#cluster.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
