import { describe, expect, it } from 'vitest';
import { meeting } from '#tests/support/given.ts';
import { instant, seconds } from '../time.ts';
import { UnknownEvent, emptyRoom, evolve, fold } from './evolve.ts';
import type { StoredEvent } from './events.ts';

const someDay = instant(Date.UTC(2026, 10, 3));

describe('evolve', () => {
  it('begins with a room in which there is nobody and nothing runs', () => {
    expect(emptyRoom(someDay)).toMatchObject({ people: [], run: null, endedAt: null, changedAt: someDay });
  });

  it('takes name, code, plan and agreements from the opening', () => {
    const { state } = meeting({ people: ['Joel'] });
    expect(state).toMatchObject({ name: 'Year 9 team', code: '123456789', expected: 1 });
    expect(state.phases.map(({ id }) => id).join(' ')).toBe('agree focus listen echo ask reps plan close');
    expect(state.agreements).toHaveLength(5);
  });

  it('throws for an event it does not know, since guessing would lose something', () => {
    const event = { type: 'dancePerformed', id: 'e', at: someDay } as unknown as StoredEvent;
    expect(() => evolve(emptyRoom(someDay), event)).toThrow(UnknownEvent);
    expect(() => evolve(emptyRoom(someDay), event)).toThrow('dancePerformed');
  });

  it('remembers when the latest event happened', () => {
    const room = meeting();
    room.later(seconds(5)).as('Ben').does({ type: 'sayReady', ready: true });
    expect(room.state.changedAt).toBe(room.now);
  });

  it('copies only what changed', () => {
    const room = meeting().at('ask');
    const before = room.state;
    room.as('Ben').does({ type: 'raiseHand', process: false });
    expect(room.state.people).toBe(before.people);
    expect(room.state.phases).toBe(before.phases);
    expect(room.state.run).toBe(before.run);
  });

  it('folds a whole session to the same room from any point on', () => {
    const room = meeting().at('close');
    for (const cut of [0, 1, Math.floor(room.log.length / 2), room.log.length]) {
      const from = fold(room.log.slice(0, cut), room.opened);
      expect(fold(room.log.slice(cut), from)).toEqual(room.state);
    }
  });

  it('is total: an event about what is not there changes nothing that is', () => {
    const lobby = meeting();
    const stamp = { id: 'e', at: lobby.now };
    const strays: StoredEvent[] = [
      { ...stamp, type: 'personRenamed', person: 'nobody', name: 'X' },
      { ...stamp, type: 'phaseEnded', run: 'r', how: 'next', by: 'facilitator', unreached: false },
      { ...stamp, type: 'timePaused', run: 'r', by: 'coachee' },
      { ...stamp, type: 'timeAdded', run: 'r', by: seconds(1), unreached: false },
      { ...stamp, type: 'turnPassed', person: 'nobody' },
      { ...stamp, type: 'floorFreed', person: 'nobody', how: 'finished' },
      { ...stamp, type: 'cardEdited', card: 'c', text: 'x', scribed: false },
      { ...stamp, type: 'stepShared', turn: 7, step: {} as never },
    ];
    expect(fold(strays, lobby.state)).toEqual(lobby.state);
  });
});
