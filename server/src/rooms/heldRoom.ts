import type { RoomId } from '#shared/ids.ts';
import type { Farewell, Presence as PresenceMessage } from '#shared/protocol/messages.ts';
import type { SystemCommand } from '#shared/room/commands.ts';
import { nextDeadline } from '#shared/room/deadlines.ts';
import { placeOf, type Logger } from '../log.ts';
import type { EventStore } from '../store/eventStore.ts';
import { Alarm } from './alarm.ts';
import { LiveRoom, type Advance } from './liveRoom.ts';
import { Presence } from './presence.ts';

/** Where a room's news go: the sockets of this node. */
export interface Audience {
  advanced(room: RoomId, advance: Advance): void;
  presence(room: RoomId, presence: PresenceMessage): void;
  farewell(room: RoomId, why: Farewell): void;
}

/** A live room with what makes it act by itself: its alarm, its presence, its pokes. */
export class HeldRoom {
  readonly live: LiveRoom;
  readonly presence: Presence;
  readonly #alarm: Alarm;
  readonly #store: EventStore;
  #unsubscribe: () => void = () => {};

  constructor(id: RoomId, store: EventStore, newId: () => string, audience: Audience, log: Logger) {
    this.#store = store;
    this.live = new LiveRoom(id, store, newId, {
      advanced: (advance) => {
        this.#alarm.set(nextDeadline(this.live.state));
        audience.advanced(id, advance);
      },
      gone: () => audience.farewell(id, 'forgotten'),
      broke: (error) => log.error({ error: placeOf(error) }, 'a rule broke'),
    });
    this.presence = new Presence({
      changed: (presence) => audience.presence(id, presence),
      away: (person) => this.#submit({ type: 'noteAway', person }),
      back: (person) => {
        if (this.live.state.people.find(({ id }) => id === person)?.presence === 'away')
          this.#submit({ type: 'noteBack', person });
      },
    });
    this.#alarm = new Alarm(
      () => store.now(),
      () => this.#submit({ type: 'tick' }),
    );
  }

  /** Reads the log and lets happen what is due. False when there is no such room. */
  async begin(): Promise<boolean> {
    if (!(await this.live.load())) return false;
    this.#unsubscribe = this.#store.subscribe(this.live.id, () => void this.live.poke());
    await this.live.submit(bySystem({ type: 'tick' }));
    for (const person of this.live.state.people)
      if (person.presence === 'here') this.presence.expect(person.id);
    return true;
  }

  close(): void {
    this.#unsubscribe();
    this.#alarm.set(null);
    this.presence.close();
  }

  #submit(command: SystemCommand): void {
    void this.live.submit(bySystem(command));
  }
}

const bySystem = (command: SystemCommand) =>
  ({ id: null, command, actor: { kind: 'system' }, secretHash: null }) as const;
