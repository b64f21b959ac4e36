import type { Instant } from '#shared/time.ts';

/** "Thursday 12 March", in the device's zone and in English like every other word of the page. */
export const dayOf = (at: Instant): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
