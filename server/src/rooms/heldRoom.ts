import type { PersonId, RoomId } from '#shared/ids.ts';
import type { Farewell, Presence as PresenceMessage } from '#shared/protocol/messages.ts';
import type { SystemCommand } from '#shared/room/commands.ts';
import { forgetAt } from '#shared/room/retention.ts';
import { nextDeadline } from '#shared/room/deadlines.ts';
import { seconds, type Instant } from '#shared/time.ts';
import { placeOf, type Logger } from '../log.ts';
import { nobody } from '../nodes/crowd.ts';
import type { OtherNodes } from '../nodes/otherNodes.ts';
import type { EventStore } from '../store/eventStore.ts';
import { Alarm, schedule } from './alarm.ts';
import { LiveRoom, type Advance } from './liveRoom.ts';
import { Artifact } from './artifact.ts';
import type { PictureSpace } from './pictureSpace.ts';
import { Presence } from './presence.ts';

const sayAgainAfter = seconds(1);

/** Where a room's news go: the sockets of this node. */
export interface Audience {
  advanced(room: HeldRoom, advance: Advance): void;
  presence(room: RoomId, presence: PresenceMessage): void;
  /** What is shown on the walls has changed, by this person. */
  artifact(room: HeldRoom, person: PersonId): void;
  farewell(room: RoomId, why: Farewell): void;
}

/** What every room of a node is given. */
export interface RoomWorld {
  readonly store: EventStore;
  readonly others: OtherNodes;
  readonly newId: () => string;
  readonly audience: Audience;
  readonly log: Logger;
  readonly space: PictureSpace;
}

/** A live room with what makes it act by itself: its alarm, its presence, its pokes. */
export class HeldRoom {
  readonly live: LiveRoom;
  readonly presence: Presence;
  readonly artifact: Artifact;
  readonly #alarm: Alarm;
  readonly #store: EventStore;
  readonly #others: OtherNodes;
  #unwatch: () => void = () => {};
  #unsubscribe: () => void = () => {};
  #closed = false;

  constructor(
    id: RoomId,
    { store, others, newId, audience, log, space }: RoomWorld,
    ends: { readonly gone: () => void; readonly forget: () => void },
  ) {
    this.#store = store;
    this.#others = others;
    this.artifact = new Artifact({
      room: id,
      state: () => this.live.state,
      now: () => store.now(),
      space,
      others,
      changed: (person) => audience.artifact(this, person),
    });
    this.live = new LiveRoom(id, store, newId, {
      advanced: (advance) => {
        this.#alarm.set(nextDeadline(this.live.state));
        audience.advanced(this, advance);
        this.artifact.look();
        this.#sayWhoIsHere(advance);
        if (this.live.state.endedAt !== null && forgetAt(this.live.state) <= store.now()) ends.forget();
      },
      gone: ends.gone,
      wentBack: (from, to) => log.warn({ from, to }, 'a log went back, and pages send again what they hold'),
      broke: (error) => log.error({ error: placeOf(error) }, 'a room could not go on as asked'),
    });
    this.presence = new Presence({
      elsewhere: () => others.in(id),
      changed: (presence, here) => {
        others.say(id, here);
        audience.presence(id, presence);
      },
      away: (person) => this.#submit({ type: 'noteAway', person }),
      back: (person) => this.#submit({ type: 'noteBack', person }),
    });
    this.#alarm = new Alarm(
      () => store.now(),
      store.rate,
      () => this.#submit({ type: 'tick' }),
    );
  }

  get rate(): number {
    return this.#store.rate;
  }

  /** Store time. */
  now(): Instant {
    return this.#store.now();
  }

  /** Reads the log and lets happen what is due. False when there is no such room. */
  async begin(): Promise<boolean> {
    this.#unwatch = this.#others.watch(this.live.id, {
      changed: () => {
        this.presence.elsewhereChanged();
        this.artifact.look();
      },
      got: (letter) => this.artifact.got(letter),
    });
    if (!(await this.live.load())) return false;
    this.#unsubscribe = this.#store.subscribe(this.live.id, (head) => void this.live.poke(head));
    await this.live.submit(bySystem({ type: 'tick' }));
    for (const person of this.live.state.people)
      if (person.presence === 'here') this.presence.expect(person.id);
    return true;
  }

  close(): void {
    this.#closed = true;
    this.artifact.close();
    this.#unwatch();
    this.#unsubscribe();
    this.#alarm.set(null);
    this.presence.close();
    this.#others.say(this.live.id, nobody);
  }

  /** A node that had not heard of a page here may note its person away. */
  #sayWhoIsHere({ events, reset }: Advance): void {
    if (!reset && events.every(({ type }) => type !== 'personAway')) return;
    for (const person of this.presence.here.people) this.#submit({ type: 'noteBack', person });
  }

  /** What the server itself has to say is said until the store has taken it. */
  #submit(command: SystemCommand): void {
    void this.live.submit(bySystem(command)).then((outcome) => {
      if (outcome.kind === 'failed' && !this.#closed) schedule(sayAgainAfter, () => this.#submit(command));
    });
  }
}

const bySystem = (command: SystemCommand) =>
  ({ id: null, command, actor: { kind: 'system' }, secretHash: null, wallHash: null }) as const;
