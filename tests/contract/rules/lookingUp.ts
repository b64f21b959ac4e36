import { beforeEach, expect, it } from 'vitest';
import { emptyHead, type EventStore } from '#server/store/eventStore.ts';
import { batchOf } from '#tests/support/storedEvents.ts';

export function lookingUp(store: () => EventStore): void {
  beforeEach(async () => {
    await store().create('room', '123456789', batchOf({}));
  });

  it('gives null for what it never heard of', async () => {
    expect(await store().receipt('room', 'none')).toBeNull();
    expect(await store().receipt('nowhere', 'none')).toBeNull();
    expect(await store().grant('none')).toBeNull();
    expect(await store().roomByCode('000000000')).toBeNull();
  });

  it('finds grants of each power, with and without a person', async () => {
    const grants = [
      { secretHash: 'a', grant: { room: 'room', power: 'participant', person: 'kim' } },
      { secretHash: 'b', grant: { room: 'room', power: 'facilitator', person: 'sam' } },
      { secretHash: 'c', grant: { room: 'room', power: 'wall', person: null } },
    ] as const;
    await store().append('room', emptyHead, batchOf({ grants }));
    for (const { secretHash, grant } of grants) expect(await store().grant(secretHash)).toEqual(grant);
  });

  it('takes the later of two grants for one secret', async () => {
    const granted = (power: 'participant' | 'facilitator') =>
      batchOf({ grants: [{ secretHash: 'a', grant: { room: 'room', power, person: 'kim' } }] });
    await store().append('room', emptyHead, granted('participant'));
    await store().append('room', emptyHead, granted('facilitator'));
    expect(await store().grant('a')).toEqual({ room: 'room', power: 'facilitator', person: 'kim' });
  });

  it('tells store time that does not go back', () => {
    const times = Array.from({ length: 100 }, () => store().now());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.every((time) => Number.isFinite(time))).toBe(true);
  });

  it('answers a ping', async () => {
    await expect(store().ping()).resolves.toBeUndefined();
  });
}
