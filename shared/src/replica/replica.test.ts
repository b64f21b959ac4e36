import { describe, expect, it } from 'vitest';
import { meeting, type Meeting } from '#tests/support/given.ts';
import type { Frame, Snapshot } from '../protocol/messages.ts';
import { openedFor } from '../room/sealed.ts';
import type { PersonCommand } from '../room/commands.ts';
import { foreseen } from './foreseen.ts';
import { Replica } from './replica.ts';

const atAsk = () => meeting().at('ask');

function snapshotFor(room: Meeting, name: string): Snapshot {
  const person = room.id(name);
  return {
    version: room.log.length,
    state: room.state,
    sealed: openedFor(room.sealed, { person, facilitator: false }),
    seat: { power: 'participant', person },
    wall: null,
    presence: { connected: [], walls: 0 },
    now: room.now,
    rate: 1,
  };
}

const shown = (id: string, command: PersonCommand) => foreseen(id, command)!;
const replicaOf = (room: Meeting, name: string) => Replica.from(snapshotFor(room, name), null);

/** What the log gained since `version`, as one frame. */
const since = (room: Meeting, version: number): Frame => ({
  version: room.log.length,
  events: room.log.slice(version),
});

describe('a copy of the room', () => {
  it('follows frames, and is what the log makes of the room', () => {
    const room = atAsk();
    const copy = replicaOf(room, 'Ben');
    room.as('Chloé').does({ type: 'raiseHand', process: false });
    room.as('Joel').does({ type: 'pause' });
    const next = copy.frame(since(room, copy.version))!;
    expect(next.room).toEqual(room.state);
    expect(next.version).toBe(room.log.length);
  });

  it('takes a frame twice for one', () => {
    const room = atAsk();
    const copy = replicaOf(room, 'Ben');
    room.as('Chloé').does({ type: 'raiseHand', process: false });
    const frame = since(room, copy.version);
    const once = copy.frame(frame)!;
    expect(once.frame(frame)).toBe(once);
  });

  it('says so when something between is missing', () => {
    const room = atAsk();
    const copy = replicaOf(room, 'Ben');
    room.as('Chloé').does({ type: 'raiseHand', process: false });
    const missed = room.log.length;
    room.as('Dee').does({ type: 'raiseHand', process: false });
    expect(copy.frame(since(room, missed))).toBeNull();
  });

  it('takes a snapshot of a lower version: the log may have gone back', () => {
    const room = atAsk();
    const earlier = snapshotFor(room, 'Ben');
    room.as('Chloé').does({ type: 'raiseHand', process: false });
    const back = Replica.from(earlier, replicaOf(room, 'Ben'));
    expect(back.version).toBe(earlier.version);
    expect(back.room.hands).toEqual([]);
  });
});

describe('what this page asked for', () => {
  const raise = (room: Meeting) => ({ type: 'raiseHand', run: room.state.run!.id, process: false }) as const;
  const write = (room: Meeting, card: string) =>
    ({ type: 'writeCard', run: room.state.run!.id, card, zone: 'questions', text: 'What else?' }) as const;

  it('shows at once: own hand and own card', () => {
    const room = atAsk();
    const asked = replicaOf(room, 'Ben')
      .asked(shown('c1', raise(room)))
      .asked(shown('c2', write(room, 'k1')));
    expect(asked.room.hands.map(({ person }) => person)).toEqual([room.id('Ben')]);
    expect(asked.room.cards.at(-1)).toMatchObject({ id: 'k1', text: 'What else?' });
    expect([...asked.waiting].sort()).toEqual(['hand', 'k1']);
    expect(asked.confirmed).toEqual(room.state);
  });

  it('waits for the server where it is about floor, phase or time', () => {
    const room = atAsk();
    expect(foreseen('c1', { type: 'pause', run: room.state.run!.id })).toBeNull();
  });

  it.each([['answer first'], ['frame first']])('is settled by answer and frame in any order: %s', (order) => {
    const room = atAsk();
    let copy = replicaOf(room, 'Ben').asked(shown('c1', raise(room)));
    const frameFrom = copy.version;
    room.as('Ben').does({ type: 'raiseHand', process: false });
    const frame = since(room, frameFrom);
    const answer = () => (copy = copy.answered('c1', frame.version));
    const follow = () => (copy = copy.frame(frame)!);
    if (order === 'answer first') answer();
    else follow();
    expect(copy.room.hands, 'never twice, never gone').toHaveLength(1);
    if (order === 'answer first') follow();
    else answer();
    expect(copy.waiting.size).toBe(0);
    expect(copy.room).toEqual(room.state);
  });

  it('disappears when it is refused', () => {
    const room = atAsk();
    const copy = replicaOf(room, 'Ben')
      .asked(shown('c1', raise(room)))
      .answered('c1', null);
    expect(copy.room).toEqual(room.state);
    expect(copy.waiting.size).toBe(0);
  });

  it('stays on top while others act, and over a reconnect', () => {
    const room = atAsk();
    let copy = replicaOf(room, 'Ben').asked(shown('c1', write(room, 'k1')));
    const version = copy.version;
    room.as('Chloé').does({ type: 'raiseHand', process: false });
    copy = copy.frame(since(room, version))!;
    expect(copy.room.cards.map(({ id }) => id)).toContain('k1');
    copy = Replica.from(snapshotFor(room, 'Ben'), copy);
    expect(copy.room.cards.map(({ id }) => id)).toContain('k1');
  });

  it('is not shown where the rules would refuse it', () => {
    const room = meeting().at('listen');
    const asked = replicaOf(room, 'Ben').asked(shown('c1', raise(room)));
    expect(asked.room).toEqual(room.state);
  });
});
