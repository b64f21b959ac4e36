import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { newSecret } from '#server/secrets.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { boundToRun, type Wish } from './given.ts';
import { Page } from './page.ts';

/**
 * People with devices in a room of a server that may die and come back under another address. Each
 * keeps their device; `Joel` has the console.
 */
export class LivingRoom {
  readonly room: OpenedRoom;
  readonly #devices = new Map<string, string>();
  #pages = new Map<string, Page>();
  #address: string;
  /** The highest version that anybody's command was acknowledged with. */
  #latest = 0;

  private constructor(address: string, room: OpenedRoom) {
    this.#address = address;
    this.room = room;
  }

  static async open(address: string, wish: object = {}): Promise<LivingRoom> {
    const body = JSON.stringify({ minutes: 60, waiting: false, ...wish });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${address}/api/rooms`, { method: 'POST', headers, body });
    return new LivingRoom(address, (await response.json()) as OpenedRoom);
  }

  /** A page of somebody, connected as long as the server lives. */
  page(name: string): Page {
    const found = this.#pages.get(name);
    if (found) return found;
    const { join, console, wall } = this.room.links;
    const link = name === 'Joel' ? console : name === 'the wall' ? wall : join;
    const device = this.#devices.get(name) ?? newSecret();
    this.#devices.set(name, device);
    const page = new Page(this.#address, link, device);
    this.#pages.set(name, page);
    return page;
  }

  async joins(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.does(name, { type: 'join', name });
    }
  }

  /** Gives a command, on what was acknowledged last, and waits for its answer; throws when it is refused. */
  async does(name: string, wish: Wish, id?: string): Promise<number> {
    const page = this.page(name);
    await this.caughtUp(name);
    const answer = await page.send(filledIn(wish, page), id);
    if (!answer.ok) throw new Error(`${name} ${wish.type}: ${JSON.stringify(answer)}`);
    this.#latest = Math.max(this.#latest, answer.version);
    return answer.version;
  }

  /** Their page knows all that was acknowledged. */
  caughtUp = (name: string): Promise<void> => this.page(name).until(({ version }) => version >= this.#latest);

  /** The id of somebody who has joined. */
  id = (name: string): string => this.page(name).person;

  /** Everyone is told anew by the server at another address. */
  async moves(address: string): Promise<void> {
    this.close();
    this.#address = address;
    const names = [...this.#pages.keys()];
    this.#pages = new Map();
    await Promise.all(names.map((name) => this.page(name).told()));
  }

  close(): void {
    for (const page of this.#pages.values()) page.close();
  }

  get pages(): readonly (readonly [string, Page])[] {
    return [...this.#pages];
  }
}

function filledIn(wish: Wish, page: Page): PersonCommand {
  const run = page.replica.confirmed.run?.id ?? 'none';
  return (wish.type in boundToRun ? { run, ...wish } : wish) as PersonCommand;
}
