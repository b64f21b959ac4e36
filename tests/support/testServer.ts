import type { EventStore } from '#server/store/eventStore.ts';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { alone, type Node } from '#server/nodes/node.ts';
import { openRoom, type OpenedRoom, type RoomWish } from '#server/rooms/openRoom.ts';
import { startServer } from '#server/server.ts';
import { usualPaces, type Paces } from '#server/sockets/paces.ts';
import { Page } from './page.ts';

/** An hour for six, whose door leads straight in. */
export const aRoom = (wish: Partial<RoomWish> = {}): RoomWish => ({
  minutes: 60,
  name: '',
  people: 6,
  waiting: false,
  keptMinutes: 60,
  ...wish,
});

/** A whole server on a free port of this machine, over any store. */
export class TestServer {
  readonly origin: string;
  readonly store: EventStore;
  readonly #stop: () => Promise<void>;
  readonly #pages: Page[] = [];

  private constructor(origin: string, store: EventStore, stop: () => Promise<void>) {
    this.origin = origin;
    this.store = store;
    this.#stop = stop;
  }

  /** `settings` as in the environment. */
  static over(
    store: EventStore,
    settings: Readonly<Record<string, string>> = {},
    paces = usualPaces,
  ): Promise<TestServer> {
    return TestServer.of(alone(store), settings, paces);
  }

  /** One of several servers. */
  static async of(
    node: Node,
    settings: Readonly<Record<string, string>> = {},
    paces: Paces = usualPaces,
  ): Promise<TestServer> {
    const config = { ...readConfig({ HOST: '127.0.0.1', ...settings }), port: 0 };
    const running = await startServer(config, node, openLog('silent'), paces);
    return new TestServer(`http://127.0.0.1:${running.port}`, node.store, () => running.stop());
  }

  openRoom(wish: Partial<RoomWish> = {}): Promise<OpenedRoom> {
    return openRoom(this.store, aRoom(wish));
  }

  /** A page at a link, connected and told the room. */
  async page(link: string, device?: string): Promise<Page> {
    const page = new Page(this.origin, link, device);
    this.#pages.push(page);
    await page.told();
    return page;
  }

  /** A page that is left standing at the door. */
  async atTheDoor(link: string, device?: string): Promise<Page> {
    const page = new Page(this.origin, link, device);
    this.#pages.push(page);
    await page.waits(page.isWall ? 'knocked' : 'unnamed');
    return page;
  }

  async stop(): Promise<void> {
    for (const page of this.#pages) page.close();
    await this.#stop();
  }
}
