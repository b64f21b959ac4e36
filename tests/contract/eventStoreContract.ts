import { afterEach, beforeEach, describe } from 'vitest';
import type { EventStore } from '#server/store/eventStore.ts';
import { appending } from './rules/appending.ts';
import { changingTheCode } from './rules/changingTheCode.ts';
import { closing } from './rules/closing.ts';
import { creating } from './rules/creating.ts';
import { forgetting } from './rules/forgetting.ts';
import { leavingNothing } from './rules/leavingNothing.ts';
import { lookingUp } from './rules/lookingUp.ts';
import { movingGrants } from './rules/movingGrants.ts';
import { poking } from './rules/poking.ts';
import { racing } from './rules/racing.ts';
import { reading } from './rules/reading.ts';
import { rewriting } from './rules/rewriting.ts';
import { turns } from './rules/turns.ts';

export interface OpenedStore {
  readonly store: EventStore;
  /** Opens what `store` wrote once more, after `store` was closed. For stores that outlive their process. */
  reopen?(): Promise<EventStore>;
  /**
   * Whether the words lie in anything the store keeps, in whatever form, for somebody who kept every
   * key that was there at an earlier call. For stores that outlive their process.
   */
  finds?(words: string, keys: 'with keys' | 'without keys'): boolean;
  /** Closes whatever is open and clears it away. */
  dispose(): Promise<void>;
}

/** What every event store promises: the sentences of server/src/store/eventStore.ts as tests. */
export function eventStoreContract(
  name: string,
  open: () => Promise<OpenedStore>,
  { outlives }: { readonly outlives: boolean },
): void {
  describe(`${name} keeps the contract of an event store`, () => {
    let opened: OpenedStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.dispose();
    });
    const store = (): EventStore => opened.store;

    describe('creating a room', () => {
      creating(store);
    });
    describe('reading after a head', () => {
      reading(store);
    });
    describe('appending', () => {
      appending(store);
    });
    describe('changing the join code', () => {
      changingTheCode(store);
    });
    describe('moving grants', () => {
      movingGrants(store);
    });
    describe('turns', () => {
      turns(store);
    });
    describe('rewriting events', () => {
      rewriting(store);
    });
    describe('looking up', () => {
      lookingUp(store);
    });
    describe('forgetting', () => {
      forgetting(store);
    });
    if (outlives) {
      describe('what was forgotten or overwritten', () => {
        leavingNothing(() => opened);
      });
    }
    describe('poking', () => {
      poking(store);
    });
    describe('several engines at once', () => {
      racing(store);
    });
    describe('closing', () => {
      closing(() => opened, outlives);
    });
  });
}
