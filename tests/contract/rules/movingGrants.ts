import { beforeEach, expect, it } from 'vitest';
import { emptyHead, type EventStore, type Grant } from '#server/store/eventStore.ts';
import { batchOf } from '#tests/support/storedEvents.ts';

export function movingGrants(store: () => EventStore): void {
  const granted = (secretHash: string, room: string, person: string | null, power: Grant['power']) => ({
    secretHash,
    grant: { room, power, person },
  });
  const personOf = async (secretHash: string) => (await store().grant(secretHash))?.person;

  beforeEach(async () => {
    const grants = [
      granted('phone', 'room', 'sam 2', 'participant'),
      granted('console', 'room', 'sam 2', 'facilitator'),
      granted('of kim', 'room', 'kim', 'participant'),
      granted('wall', 'room', null, 'wall'),
    ];
    await store().create('room', '111111111', batchOf({ grants }));
    const elsewhere = [granted('elsewhere', 'other', 'sam 2', 'participant')];
    await store().create('other', '222222222', batchOf({ grants: elsewhere }));
  });

  it('gives every grant of a person to another, each with its power', async () => {
    await store().append('room', emptyHead, batchOf({ moved: [{ from: 'sam 2', to: 'sam' }] }));
    expect(await store().grant('phone')).toEqual({ room: 'room', power: 'participant', person: 'sam' });
    expect(await store().grant('console')).toEqual({ room: 'room', power: 'facilitator', person: 'sam' });
  });

  it('leaves other people, walls and other rooms alone', async () => {
    await store().append('room', emptyHead, batchOf({ moved: [{ from: 'sam 2', to: 'sam' }] }));
    expect(await personOf('of kim')).toBe('kim');
    expect(await personOf('wall')).toBeNull();
    expect(await store().grant('elsewhere')).toEqual({
      room: 'other',
      power: 'participant',
      person: 'sam 2',
    });
  });

  it('takes the grants of the same batch along', async () => {
    const grants = [granted('tablet', 'room', 'sam 3', 'participant')];
    await store().append('room', emptyHead, batchOf({ grants, moved: [{ from: 'sam 3', to: 'sam' }] }));
    expect(await personOf('tablet')).toBe('sam');
  });

  it('makes one move after the other', async () => {
    const moved = [
      { from: 'sam 2', to: 'sam' },
      { from: 'sam', to: 'samira' },
    ];
    await store().append('room', emptyHead, batchOf({ moved }));
    expect(await personOf('phone')).toBe('samira');
  });

  it('is no error for a person without grants', async () => {
    const batch = batchOf({ moved: [{ from: 'nobody', to: 'sam' }] });
    expect(await store().append('room', emptyHead, batch)).toMatchObject({ ok: true });
  });

  it('is taken out with the room', async () => {
    await store().append('room', emptyHead, batchOf({ moved: [{ from: 'sam 2', to: 'sam' }] }));
    await store().forget('room');
    expect(await store().grant('phone')).toBeNull();
    expect(await personOf('elsewhere')).toBe('sam 2');
  });
}
