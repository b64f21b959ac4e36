import { expect, it } from 'vitest';
import { meeting, type Meeting } from '#tests/support/given.ts';
import { minutes, instant } from '../time.ts';
import { broken } from './invariants.ts';
import { atFirst } from './practice.ts';
import type { PastRun, RoomState } from './state.ts';

const at = (phase: string): Meeting => meeting().at(phase);
const hand = (person: string) => ({ person, raisedAt: instant(0), process: true });
const card = {
  id: 'c',
  zone: 'focus',
  turn: 0,
  text: 'x',
  edition: 1,
  aside: false,
  by: null,
  scribed: false,
  released: false,
  forgotten: false,
} as const;
const past: PastRun = {
  id: 'p',
  phase: 'agree',
  startedAt: instant(0),
  endedAt: instant(1),
  length: minutes(5),
  left: null,
  planned: minutes(5),
  spent: minutes(0),
  round: null,
  practice: null,
  how: 'next',
  by: 'facilitator',
};

/** A sound room, and what makes it unsound. No command could: it is done by hand. */
const unsound: [string, Meeting, (room: Meeting) => Partial<RoomState>][] = [
  [
    'the floor is held by somebody who is in the room',
    at('ask'),
    ({ state }) => ({ floor: { ...state.floor, holder: 'nobody' } }),
  ],
  [
    'nobody holds the floor while no phase is going on',
    meeting(),
    (room) => ({ floor: { ...room.state.floor, holder: room.id('Ben') } }),
  ],
  [
    'the running phase is one of the plan',
    at('agree'),
    ({ state }) => ({ run: { ...state.run!, phase: 'lunch' } }),
  ],
  ['a protected phase has no hands', at('listen'), (room) => ({ hands: [hand(room.id('Ben'))] })],
  [
    'in a phase that is the coachee’s, nobody else holds the floor',
    at('focus'),
    (room) => ({ floor: { ...room.state.floor, holder: room.id('Ben') } }),
  ],
  [
    'a turn phase has a coachee',
    at('plan'),
    () => ({ turns: [{ coachee: null, asked: {}, step: null, stopped: false, withheld: false }] }),
  ],
  [
    'a round is there where the phase has one',
    at('echo'),
    ({ state }) => ({ floor: { ...state.floor, round: null } }),
  ],
  [
    'nobody waits twice in a round',
    at('echo'),
    (room) => ({
      floor: {
        ...room.state.floor,
        round: { waiting: [room.id('Ben'), room.id('Ben')], spoke: [], passed: [] },
      },
    }),
  ],
  [
    'who has spoken does not wait',
    at('echo'),
    (room) => ({
      floor: {
        ...room.state.floor,
        round: { waiting: [room.id('Ben')], spoke: [], passed: [room.id('Ben')] },
      },
    }),
  ],
  ['nobody has two hands', at('ask'), (room) => ({ hands: [hand(room.id('Ben')), hand(room.id('Ben'))] })],
  ['hands belong to people in the room', at('ask'), () => ({ hands: [hand('nobody')] })],
  ['cards keep their ids', at('ask'), () => ({ cards: [card, card] })],
  [
    'a coachee is a person of the room',
    meeting(),
    () => ({ turns: [{ coachee: 'nobody', asked: {}, step: null, stopped: false, withheld: false }] }),
  ],
  ['runs are never used twice', at('agree'), ({ state }) => ({ past: [{ ...past, id: state.run!.id }] })],
  [
    'past runs follow one another',
    meeting(),
    () => ({
      past: [
        { ...past, endedAt: instant(5) },
        { ...past, id: 'q', startedAt: instant(4) },
      ],
    }),
  ],
  ['past runs are of the plan', meeting(), () => ({ past: [{ ...past, phase: 'lunch' }] })],
  [
    'there is a turn for each in the plan',
    meeting(),
    ({ state }) => ({ turns: [...state.turns, state.turns[0]!] }),
  ],
  [
    'nobody is the coachee of two turns',
    at('focus'),
    ({ state }) => ({ turns: [state.turns[0]!, state.turns[0]!] }),
  ],
  [
    'in a stopped turn nobody has the floor or waits for it',
    at('focus'),
    ({ state }) => ({ turns: [{ ...state.turns[0]!, stopped: true }] }),
  ],
  [
    'who plays is in the room',
    at('focus'),
    ({ state }) => ({ run: { ...state.run!, practice: { ...atFirst, model: 'nobody' } } }),
  ],
  ['after the end nothing runs', at('agree'), () => ({ endedAt: instant(1) })],
  [
    'an unanswered question is about the running phase',
    at('listen'),
    () => ({ ask: { run: 'another', change: { kind: 'next' }, askedAt: instant(0) } }),
  ],
  ['the deputy is in the room', meeting(), () => ({ deputy: 'nobody' })],
  ['the scribe is in the room', meeting(), () => ({ scribe: { person: 'nobody', coachee: null } })],
  [
    'whoever facilitates has a device',
    meeting(),
    ({ state }) => ({ people: state.people.map((person) => ({ ...person, device: false })) }),
  ],
  ['what is forgotten has no words', at('ask'), () => ({ cards: [{ ...card, forgotten: true }] })],
];

it.each(unsound)('%s', (claim, room, by) => {
  expect(broken(room.state)).toEqual([]);
  expect(broken({ ...room.state, ...by(room) })).toContain(claim);
});
