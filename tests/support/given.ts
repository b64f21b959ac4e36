import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import type { Phase, Role } from '#shared/method/phase.ts';
import { timeLeft } from '#shared/room/clock.ts';
import type { Actor } from '#shared/room/actor.ts';
import { parseCommand, type Command, type PersonCommand } from '#shared/room/commands.ts';
import { decide } from '#shared/room/decide.ts';
import { emptyRoom, evolve } from '#shared/room/evolve.ts';
import type { RoomEvent, StoredEvent } from '#shared/room/events.ts';
import { broken } from '#shared/room/invariants.ts';
import { coacheeOf, personById } from '#shared/room/people.ts';
import { currentPhase, phaseAfter } from '#shared/room/phases.ts';
import type { Rejection } from '#shared/room/rejections.ts';
import { applySealed, emptySealed, type Sealed, type SealedEntry } from '#shared/room/sealed.ts';
import type { Person, RoomState } from '#shared/room/state.ts';
import { hours, instant, later, latest, minutes, type Duration, type Instant } from '#shared/time.ts';
import type { PersonId, PhaseId, RunId } from '#shared/ids.ts';

/** Joel facilitates, Amina is to be the coachee, Ben, Chloé and Dee coach, Ines observes. */
export const everybody = ['Joel', 'Amina', 'Ben', 'Chloé', 'Dee', 'Ines'] as const;

export const fiveAgreements = ['a1', 'a2', 'a3', 'a4', 'a5'] as const;

type BoundToRun = Extract<PersonCommand, { readonly run: RunId }>;
type RunFilledIn<C> = C extends BoundToRun ? Omit<C, 'run'> & { readonly run?: RunId } : C;
/** A command as a test writes it: one that is about a run means the running one unless it names another. */
export type Wish = RunFilledIn<PersonCommand>;

/** Commands that name the run they are about. */
export const boundToRun: Readonly<Record<BoundToRun['type'], true>> = {
  next: true,
  skip: true,
  back: true,
  restart: true,
  pause: true,
  resume: true,
  addTime: true,
  askCoachee: true,
  answerAsk: true,
  giveFloor: true,
  takeFloor: true,
  finish: true,
  pass: true,
  raiseHand: true,
  lowerHand: true,
  writeCard: true,
  editCard: true,
  jump: true,
  stop: true,
  goOn: true,
  answerVoice: true,
  setIdeas: true,
  askForTime: true,
  declineTime: true,
  takePart: true,
  leavePart: true,
  swapParts: true,
  setStage: true,
  beginRun: true,
  endRun: true,
  callDrafts: true,
};

export interface Setting {
  /** Who is in the room from the beginning; the first of them holds the console. */
  readonly people?: readonly string[];
  readonly phases?: readonly Phase[];
  /** Whether people wait at the door; without it they come straight in. */
  readonly waiting?: boolean;
}

/** Everything that was ever kept, in order, the sealed box included. */
export type Kept = { readonly event: StoredEvent } | { readonly sealed: SealedEntry };

/**
 * A room that goes the server's way: decide, stamp, evolve, seal. Throws when the rules break one of
 * their own invariants, and whoever changes a state in place finds it frozen.
 */
export class Meeting {
  readonly log: StoredEvent[] = [];
  readonly kept: Kept[] = [];
  readonly opened: RoomState;
  state: RoomState;
  sealed: Sealed = emptySealed;
  now: Instant = instant(Date.UTC(2026, 10, 3, 14, 0));
  readonly #ids = new Map<string, PersonId>();
  readonly #consoles = new Set<string>();
  /** Personal links that people hold, by who they will be. */
  readonly #links = new Map<string, PersonId>();
  #lastId = 0;

  constructor(setting: Setting = {}) {
    const people = setting.people ?? everybody;
    this.opened = frozen(emptyRoom(this.now));
    this.state = this.opened;
    this.#keep({
      type: 'roomOpened',
      name: 'Year 9 team',
      code: '123456789',
      door: 'door',
      expected: people.length,
      length: minutes(60),
      keptFor: hours(1),
      entry: { waiting: false, locked: false },
      phases: setting.phases ?? oneFullTurn,
      agreements: fiveAgreements.map((id) => ({ id, text: null })),
    });
    people.forEach((name, i) => this.joins(name, i === 0 ? 'console' : 'participant'));
    if (setting.waiting)
      this.as(people[0]!).does({ type: 'setEntry', entry: { waiting: true, locked: false } });
  }

  readonly newId = (): string => `id-${++this.#lastId}`;

  /** Gives somebody a name in the room, through one link or the other. */
  joins(name: string, page: 'console' | 'participant' = 'participant'): this {
    if (page === 'console') this.#consoles.add(name);
    this.as(name).does({ type: 'join', name });
    return this;
  }

  /** The facilitator makes a personal link, and this name holds it. */
  withLink(name: string, by = 'Joel'): this {
    const before = Object.keys(this.sealed.link);
    this.as(by).does({ type: 'makeLink', name, secret: 'Sdf9luawK062OQEPweHzXg' });
    const made = Object.keys(this.sealed.link).find((link) => !before.includes(link));
    return this.holdsLink(name, made!);
  }

  /** It may have been forwarded. */
  holdsLink(name: string, link: PersonId): this {
    this.#links.set(name, link);
    return this;
  }

  linkOf(name: string): PersonId {
    return this.#links.get(name)!;
  }

  /** Somebody at a console who has not given a name. */
  holdsConsole(name: string): this {
    this.#consoles.add(name);
    return this;
  }

  /**
   * The power a name has: `the wall`, a console, or a participant, who is a stranger before joining and
   * a visitor while they wait at the door. `Joel for Fritz` is Joel in the name of Fritz.
   */
  actor(name: string): Actor {
    if (name === 'the wall') return { kind: 'wall' };
    const [asks = '', other] = name.split(' for ');
    const person = this.#ids.get(asks) ?? null;
    const kind = this.#consoles.has(asks) ? 'facilitator' : 'participant';
    if (other) return { kind, person, speaksFor: this.id(other) };
    const link = this.#links.get(asks);
    if (link !== undefined && personById(this.state, person) === null)
      return { kind: 'visitor', person, link };
    const inside = person === null ? !this.state.entry.waiting : personById(this.state, person) !== null;
    return { kind: kind === 'facilitator' || inside ? kind : 'visitor', person };
  }

  as(name: string) {
    return {
      /** What followed, the mark of a facilitator's action aside; throws with the rejection when it is refused. */
      does: (wish: Wish): StoredEvent[] => {
        const outcome = this.asks(name, wish);
        if (typeof outcome === 'string') throw new Error(`${name} may not ${wish.type}: ${outcome}`);
        return outcome.filter(({ type }) => type !== 'facilitatorActed');
      },
    };
  }

  /** Asks in the name of somebody without a device. */
  asksFor(name: string, other: string, wish: Wish): StoredEvent[] | Rejection {
    return this.asks(`${name} for ${other}`, wish);
  }

  /** Gives a command: the events that followed, or why it was refused. */
  asks(name: string, wish: Wish): StoredEvent[] | Rejection {
    return this.submits(this.actor(name), this.#command(wish), name);
  }

  #command(wish: Wish): PersonCommand {
    const bound = wish.type in boundToRun;
    const command = parseCommand(bound ? { run: this.state.run?.id ?? 'none', ...wish } : wish);
    if (!command) throw new Error(`not a command: ${JSON.stringify(wish)}`);
    return command;
  }

  /** What the server itself submits. */
  system(command: Exclude<Command, PersonCommand>): StoredEvent[] {
    const outcome = this.submits({ kind: 'system' }, command);
    if (typeof outcome === 'string') throw new Error(outcome);
    return outcome;
  }

  submits(actor: Actor, command: Command, name = 'somebody'): StoredEvent[] | Rejection {
    const made = (what: string) => () => `${what}-${++this.#lastId}`;
    const makers = { newId: this.newId, newCode: made('code'), newDoor: made('door') };
    const context = { ...makers, now: this.now, actor };
    const decision = decide(this.state, this.sealed, command, context);
    if ('rejection' in decision) return decision.rejection;
    const events = decision.events.map((event) => {
      if (event.type === 'personJoined' && command.type === 'join') this.#ids.set(name, event.person);
      if (event.type === 'personAdded') this.#ids.set(event.name, event.person);
      return this.#keep(event);
    });
    for (const entry of decision.sealed) {
      if (entry.kind === 'knock' && command.type === 'join') this.#ids.set(name, entry.key);
      this.#seal(entry);
    }
    for (const { from, to } of decision.moved ?? [])
      for (const [each, id] of this.#ids) if (id === from) this.#ids.set(each, to);
    return events;
  }

  /** Throws unless the command is refused for this reason and nothing follows from it. */
  expectRefused(name: string, wish: Wish, rejection: Rejection): this {
    const before = { state: this.state, sealed: this.sealed };
    const outcome = this.asks(name, wish);
    if (outcome !== rejection) throw new Error(`expected ${rejection}, got ${JSON.stringify(outcome)}`);
    if (before.state !== this.state || before.sealed !== this.sealed) throw new Error('refused, yet changed');
    return this;
  }

  /** The clock alone: nobody has noticed yet. */
  later(by: Duration): this {
    this.now = later(this.now, by);
    return this;
  }

  tick(): StoredEvent[] {
    return this.system({ type: 'tick' });
  }

  /** Goes on to this phase with commands only; Amina becomes coachee on the way, Ben of a second turn. */
  at(phase: PhaseId): this {
    if (!this.state.run) this.as('Joel').does({ type: 'start' });
    while (this.phase?.id !== phase) {
      const after = phaseAfter(this.state);
      if (!after) throw new Error(`no phase ${phase} ahead`);
      if (after.turn !== null && this.state.turns[after.turn]!.coachee === null)
        this.accepts(after.turn === 0 ? 'Amina' : 'Ben');
      const coachee = this.nameOf(coacheeOf(this.state)?.id ?? null);
      this.as(this.phase?.protected ? coachee! : 'Joel').does({ type: 'next' });
    }
    return this;
  }

  /** Offers and is invited. */
  invited(name: string): this {
    this.as(name).does({ type: 'offer', roles: ['coachee'] });
    this.as('Joel').does({ type: 'invite', person: this.id(name) });
    return this;
  }

  accepts(name: string): this {
    this.invited(name).as(name).does({ type: 'acceptInvitation' });
    return this;
  }

  id(name: string): PersonId {
    const id = this.#ids.get(name);
    if (!id) throw new Error(`${name} has not joined`);
    return id;
  }

  person(name: string): Person {
    return this.state.people.find((person) => person.id === this.id(name))!;
  }

  role(name: string): Role | null {
    return this.person(name).role;
  }

  readonly nameOf = (id: PersonId | null): string | null =>
    [...this.#ids].find(([, each]) => each === id)?.[0] ?? null;

  get names(): string[] {
    return [...this.#ids.keys()];
  }

  get phase(): Phase | null {
    return currentPhase(this.state);
  }

  get holder(): string | null {
    return this.nameOf(this.state.floor.holder);
  }

  /** Who still has their time to come in the round. */
  get waiting(): (string | null)[] {
    return (this.state.floor.round?.waiting ?? []).map((id) => this.nameOf(id));
  }

  /** What is left in the running phase; null without a clock. */
  get left(): Duration | null {
    return this.state.run && timeLeft(this.state.run.clock, this.now);
  }

  get speakerLeft(): Duration | null {
    return timeLeft(this.state.floor.clock, this.now);
  }

  #keep(event: RoomEvent): StoredEvent {
    const stored = frozen({ ...event, id: this.newId(), at: latest(this.now, this.state.changedAt) });
    this.log.push(stored);
    this.kept.push({ event: stored });
    this.state = frozen(evolve(this.state, stored));
    const unsound = broken(this.state);
    if (unsound.length > 0) throw new Error(`after ${event.type}: ${unsound.join('; ')}`);
    return stored;
  }

  #seal(entry: SealedEntry): void {
    this.kept.push({ sealed: entry });
    this.sealed = frozen(applySealed(this.sealed, entry));
  }
}

export const meeting = (setting?: Setting): Meeting => new Meeting(setting);

/** The default method with some fields of one phase changed. */
export const withPhase = (id: PhaseId, changes: Partial<Phase>): Phase[] =>
  oneFullTurn.map((phase) => (phase.id === id ? { ...phase, ...changes } : phase));

function frozen<T extends object>(thing: T): T {
  if (Object.isFrozen(thing)) return thing;
  Object.freeze(thing);
  for (const part of Object.values(thing)) if (typeof part === 'object' && part !== null) frozen(part);
  return thing;
}
