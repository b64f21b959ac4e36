import type { Instant } from '#shared/time.ts';
import { dayOf } from './dayOf.ts';

/** "Thursday 12 March 2026", in the device's zone: a record is read in later years too. */
export const fullDay = (at: Instant): string => `${dayOf(at)} ${new Date(at).getFullYear()}`;
