import { minutes } from '../time.ts';

/** A phase with all its added minutes lasts no longer than this. */
export const longestPhase = minutes(120);
