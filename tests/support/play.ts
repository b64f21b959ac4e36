import * as fc from 'fast-check';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import { endActions, zones, type Phase } from '#shared/method/phase.ts';
import type { Actor } from '#shared/room/actor.ts';
import { coacheeOf, peoplePresent } from '#shared/room/people.ts';
import { writableZones } from '#shared/room/permissions.ts';
import {
  chimeScreens,
  wallSeconds,
  wallSizes,
  wallViews,
  type ProtectedChange,
  type RoomState,
} from '#shared/room/state.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import type { Rejection } from '#shared/room/rejections.ts';
import { duration, minutes, seconds } from '#shared/time.ts';
import { afterwards, house, one, plan, powers, practising, type Try } from './tries.ts';
import { everybody, meeting, withPhase, type Meeting, type Wish } from './given.ts';

/** One thing somebody tries. Numbers choose among what makes sense when it comes to it, so that moves shrink. */
export interface Move {
  /** Milliseconds that pass before; below zero the clock is set back. */
  readonly wait: number;
  readonly group: number;
  readonly wish: number;
  readonly pick: number;
  readonly yes: boolean;
  /** Who tries: mostly the one it makes sense for, now and then just anybody. */
  readonly anybody: number | null;
  /** Whose device is gone, or there again, after it. */
  readonly device: number | null;
  /** Whether the server’s alarm rings before. */
  readonly tick: boolean;
}

export interface Game {
  readonly phases: readonly Phase[];
  /** How far the meeting has come when the moves begin; null is the lobby. */
  readonly from: string | null;
  /** Whether there is a second turn, and whether the meeting has come that far in it. */
  readonly second: 'none' | 'planned' | 'running';
  readonly moves: readonly Move[];
}

/** What one command did, or one tick (its `wish` is null). */
export interface Step {
  readonly room: Meeting;
  readonly name: string | null;
  readonly wish: Wish | null;
  /** What whoever asked was in the room when they did. */
  readonly actor: Actor | null;
  readonly before: RoomState;
  readonly outcome: readonly StoredEvent[] | Rejection;
}

const waits = [0, 0, 0, seconds(1), seconds(20), minutes(1), minutes(3), minutes(15), seconds(-5)];

/** Every number as likely as the next: small ones would stand for the same wishes again and again. */
const any = fc.noBias(fc.nat(1000));

const seldom = fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: any });

const move: fc.Arbitrary<Move> = fc.record({
  wait: fc.constantFrom(...waits.map(Number)),
  group: any,
  wish: any,
  pick: any,
  yes: fc.boolean(),
  anybody: seldom,
  device: seldom,
  tick: fc.boolean(),
});

const plans: readonly (readonly Phase[])[] = [
  oneFullTurn,
  oneFullTurn.map((phase) => ({ ...phase, atZero: 'advance' as const })),
  withPhase('agree', { timed: true, atZero: 'advance' }),
  withPhase('echo', { length: minutes(0) }),
  withPhase('close', { coacheeLast: false, protected: true }),
  withPhase('reps', { length: minutes(8) }),
];

/** A meeting of up to fifty moves, begun anywhere. */
export const games: fc.Arbitrary<Game> = fc.constantFrom(...plans).chain((phases) =>
  fc.record({
    phases: fc.constant(phases),
    from: fc.constantFrom(
      null,
      null,
      null,
      'agree',
      'agree',
      'listen',
      ...phases.filter(({ length }) => length > 0).map(({ id }) => id),
    ),
    second: fc.constantFrom<Game['second']>('none', 'none', 'planned', 'running'),
    moves: fc.array(move, { minLength: 10, maxLength: 50, size: 'max' }),
  }),
);

/** Plays a game by commands only, and tells `watch` of every step. */
export function play(game: Game, watch: (step: Step) => void = () => undefined): Meeting {
  const room = begin(game);
  for (const each of game.moves) {
    room.later(duration(each.wait));
    if (each.tick) watch({ ...nobody, room, before: room.state, outcome: room.tick() });
    const [name, wish] = choose(room, each);
    const before = room.state;
    const actor = room.actor(name);
    watch({ room, name, wish, actor, before, outcome: room.asks(name, wish) });
    if (each.device !== null) {
      // Who is asked is the one whose absence matters.
      const id = (room.state.ask && coacheeOf(room.state)?.id) ?? one(room.state.people, each.device).id;
      room.system({ type: each.yes ? 'noteAway' : 'noteBack', person: id });
    }
  }
  return room;
}

const nobody = { name: null, wish: null, actor: null } as const;

function begin({ phases, from, second }: Game): Meeting {
  const room = meeting({ phases });
  if (second !== 'none') room.as('Joel').does({ type: 'addTurn' });
  const there = second === 'running' && phases.find(({ id, turn }) => id === from && turn !== null);
  return from === null ? room : room.at(there ? `${from}-2` : from);
}

function choose(
  room: Meeting,
  { group, wish: at, pick, yes, anybody }: Move,
): readonly [name: string, wish: Wish] {
  const [name, wish] = one(one(sensible(room, pick, yes), group), at);
  return [anybody === null ? name : one([...room.names, 'the wall', 'Eve'], anybody), wish];
}

/** What people would try now, most of it legal, by what it is about. */
function sensible(room: Meeting, pick: number, yes: boolean): (readonly Try[])[] {
  const inside = room.state.people.map(({ id }) => room.nameOf(id)!);
  const who = one(inside, pick);
  const person = room.id(who);
  const { state } = room;
  const coachee = room.nameOf(coacheeOf(state)?.id ?? null) ?? who;
  const leader = peoplePresent(state).find(({ role }) => role === 'facilitator');
  const lead = room.nameOf(leader?.id ?? null) ?? 'Joel';
  const next = room.waiting[0] ?? who;
  const offering = Object.entries(room.sealed.offer)
    .filter(([, roles]) => roles.includes('coachee'))
    .map(([id]) => room.nameOf(id)!);
  const invited = Object.keys(room.sealed.invitation).map((id) => room.nameOf(id)!);
  const agreement = one(state.agreements, pick % 2).id;
  const gone = room.nameOf(state.people.find(({ presence }) => presence === 'left')?.id ?? null) ?? who;
  const hand = room.nameOf(state.hands[0]?.person ?? null) ?? who;
  const card = one(state.cards, pick);
  const writable = [...writableZones(state, person), one(zones, pick)];
  const zone = one(writable, pick);
  const lobby: Try[] = [
    [lead, { type: 'start' }],
    [who, { type: 'offer', roles: yes ? ['coachee', 'coach'] : ['observer'] }],
    [who, { type: 'offer', roles: yes ? ['coachee'] : [] }],
    [lead, { type: 'invite', person: room.id(offering[0] ?? who) }],
    [lead, { type: 'invite', person: room.id(one([...offering, who], pick)) }],
    [one([...invited, who], pick), { type: yes ? 'acceptInvitation' : 'declineInvitation' }],
    [invited[0] ?? who, { type: 'acceptInvitation' }],
    [coachee, { type: 'withdraw' }],
    [room.nameOf(state.turns[1]?.coachee ?? null) ?? who, { type: 'withdraw' }],
    [who, { type: 'agree', agreement, agreed: !room.person(who).agreed.includes(agreement) }],
    [who, { type: 'askForAgreement', agreement: `n${pick % 20}`, text: 'Phones away' }],
  ];
  const asking: Try = [
    lead,
    { type: 'askCoachee', change: yes ? { kind: 'next' } : { kind: 'shorten', by: minutes(-1) } },
  ];
  const phases: Try[] = [
    [lead, { type: 'next' }],
    [lead, { type: yes ? 'skip' : 'next' }],
    [coachee, { type: yes ? 'skip' : 'next' }],
    [yes ? lead : coachee, { type: 'back' }],
    [lead, { type: 'back' }],
    [yes ? lead : coachee, { type: 'pause' }],
    [yes ? lead : coachee, { type: 'resume' }],
    ...(state.run?.clock.kind === 'paused' ? [[lead, { type: 'resume' }] as const] : []),
    [lead, { type: 'restart' }],
    [lead, { type: 'addTime', by: minutes((pick % 12) - 4) }],
    ...(room.phase?.protected ? [asking, asking, [coachee, { type: 'leave' }] as const] : []),
    ...(state.ask ? [[coachee, { type: 'answerAsk', yes }] as const, asked(state.ask.change)] : []),
    [lead, { type: 'setAtZero', phase: one(state.phases, pick).id, action: one(endActions, pick) }],
    [
      lead,
      {
        type: 'setWall',
        wall: {
          view: one(wallViews, pick),
          curtain: pick % 5 === 0,
          check: pick % 7 === 0,
          size: one(wallSizes, pick),
          dimmed: yes,
          seconds: one(wallSeconds, pick),
          page: pick % 3,
          chime: one(chimeScreens, pick),
          chimeInListening: !yes,
        },
      },
    ],
  ];
  const floor: Try[] = [
    [lead, { type: 'giveFloor', person: yes ? room.id(hand) : null }],
    [lead, { type: 'giveFloor', person: room.id(next) }],
    [next, { type: 'takeFloor' }],
    [coachee, { type: 'takeFloor' }],
    [room.holder ?? who, { type: 'finish' }],
    [yes ? next : (room.holder ?? who), { type: 'pass' }],
    [who, { type: 'raiseHand', process: yes }],
    [who, { type: 'raiseHand', process: false }],
    [yes ? hand : lead, { type: 'lowerHand', person: room.id(hand) }],
  ];
  const board: Try[] = [
    [who, { type: 'writeCard', card: `c${pick % 30}`, zone, text: `Words ${pick}` }],
    [who, { type: 'writeCard', card: `c${pick % 30}`, zone: writable[0]!, text: `Words ${pick}` }],
    [coachee, { type: 'shareStep', step: { ...emptyStep, what: `Step ${pick % 3}` } }],
  ];
  const cards: Try[] = card
    ? [
        [who, { type: 'editCard', card: card.id, text: `Other ${pick}`, edition: card.edition }],
        [coachee, { type: card.aside ? 'bringBack' : 'setAside', card: card.id }],
        [coachee, { type: 'moveCard', card: card.id, zone: card.zone, before: null }],
        [
          room.nameOf(room.sealed.author[card.id] ?? null) ?? who,
          { type: 'releaseCard', card: card.id, released: yes },
        ],
      ]
    : [];
  const comings: Try[] = [
    [who, { type: 'leave' }],
    [gone, { type: 'comeBack' }],
    [gone, { type: 'comeBack' }],
    [`Guest ${pick % 5}`, { type: 'join', name: 'Guest' }],
    [who, { type: 'rename', name: one(everybody, pick) }],
    [who, { type: 'sayReady', ready: yes }],
    [yes ? lead : who, { type: 'setRole', person, role: yes ? 'coach' : 'observer' }],
    ...(pick % 12 === 0 ? [[lead, { type: 'endSession' }] as const] : []),
  ];
  const takingBack: Try[] = [
    [lead, { type: 'undo', action: state.undo?.id ?? 'none' }],
    [lead, { type: 'undo', action: state.undo?.id ?? 'none' }],
  ];
  const consents = room.phase?.turn == null ? [lobby, lobby] : [lobby.slice(1)];
  const going = state.run
    ? [phases, phases, floor, floor, floor, board, powers(room, coachee, pick, yes), ...(card ? [cards] : [])]
    : [];
  const practice = state.run?.practice ? practising(room, who, coachee, pick, yes) : null;
  const structure = plan(room, lead, pick, yes);
  const rest = [
    ...(state.undo ? [takingBack, takingBack] : []),
    ...(practice ? [practice, practice, practice] : []),
  ];
  if (state.endedAt !== null)
    return [
      takingBack,
      takingBack,
      ...(card ? [cards] : []),
      afterwards(who, lead, pick),
      powers(room, coachee, pick, yes),
    ];
  return [...consents, ...going, ...rest, structure, comings, house(room, who, lead, pick, yes)];
}

/** The facilitator makes the change that the coachee was asked about. */
const asked = (change: ProtectedChange): Try => [
  'Joel',
  change.kind === 'shorten' ? { type: 'addTime', by: change.by } : { type: change.kind },
];

const emptyStep = { insight: '', what: '', sentence: '', when: '', sign: '', tell: '' };

/** Runs a law over many games; fast-check prints the seed and the smallest game that breaks it. */
export function law(check: (game: Game) => void, numRuns = 60): void {
  const told = fc.property(games, (game) => void check(game));
  fc.assert(told, { numRuns, seed: 20261103 });
}
