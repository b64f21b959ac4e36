import { join } from 'node:path';
import { freePort } from './freePort.ts';
import { Proxy } from './proxy.ts';
import { RedisServer } from './redisServer.ts';
import { ServerProcess } from './serverProcess.ts';

/** One Redis, nodes on it, and a proxy before them, all on this machine. */
export class Cluster {
  readonly nodes: readonly ServerProcess[];
  readonly redis: RedisServer;
  readonly #proxy: Proxy;

  private constructor(redis: RedisServer, nodes: readonly ServerProcess[], proxy: Proxy) {
    this.redis = redis;
    this.nodes = nodes;
    this.#proxy = proxy;
  }

  /**
   * On `port`, any free one for 0. `folder` holds everything, and what is in it goes on. `detached`:
   * Ctrl+C in the terminal reaches none of them, and whoever started them calls `stop`.
   */
  static async start(
    folder: string,
    port: number,
    {
      settings = {},
      detached = false,
    }: { settings?: Readonly<Record<string, string>>; detached?: boolean } = {},
  ): Promise<Cluster> {
    const redis = await RedisServer.startIn(join(folder, 'redis'), {}, detached);
    const shared = {
      REDIS_URL: redis.url.href,
      KEYS_DIR: join(folder, 'keys'),
      DATA_DIR: join(folder, 'unused'),
      TRUST_PROXY: '1',
      ...settings,
    };
    const ports = [await freePort(), await freePort()];
    const nodes = ports.map((each) => new ServerProcess({ port: each, settings: shared, detached }));
    try {
      const proxy = await Proxy.start(port, ports);
      await Promise.all(nodes.map((node) => node.up()));
      return new Cluster(redis, nodes, proxy);
    } catch (error) {
      await Promise.all([...nodes.map((node) => node.end('SIGKILL')), redis.signal('SIGKILL')]);
      throw error;
    }
  }

  get port(): number {
    return this.#proxy.port;
  }

  /** Nodes in order, Redis after them. */
  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.end('SIGTERM')));
    this.#proxy.close();
    await this.redis.signal('SIGTERM');
  }
}
