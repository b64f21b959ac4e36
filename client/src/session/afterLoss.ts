import type { CommandMessage } from '#shared/protocol/messages.ts';
import { mount, unmount } from 'svelte';
import { BringBack, type Page } from './bringBack.ts';
import LostForGood from './LostForGood.svelte';

/**
 * What is ready for a log that goes back, in a file that comes with the first thing somebody does: no
 * page waits for it to stand, and walls never ask for it.
 */
export const afterLoss = (page: Omit<Page, 'tell'>): BringBack => new BringBack({ ...page, tell });

function tell(messages: readonly CommandMessage[]): void {
  const told = mount(LostForGood, {
    target: document.body,
    props: { messages, onread: () => void unmount(told) },
  });
}
