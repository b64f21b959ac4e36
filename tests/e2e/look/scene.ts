import type { Stage } from './stage.ts';
import type { Kind } from './sizes.ts';

/**
 * The screens of one session. `outside` is a page without a room, `newWall` a wall that is not let in,
 * `paper` the coachee’s page as it is printed.
 */
export const screens = {
  console: { kind: 'console', name: 'Joel' },
  wall: { kind: 'wall', name: 'wall' },
  coachee: { kind: 'page', name: 'Amina' },
  speaker: { kind: 'page', name: 'Ben' },
  waiter: { kind: 'page', name: 'Dee' },
  observer: { kind: 'page', name: 'Ines' },
  outside: { kind: 'page', name: 'Finn' },
  newWall: { kind: 'wall', name: 'new wall' },
  paper: { kind: 'paper', name: 'Amina' },
} as const satisfies Readonly<Record<string, { kind: Kind; name: string }>>;
export type ScreenName = keyof typeof screens;

/** A moment of a session, on those screens that look otherwise than in the moment before. */
export interface Scene {
  readonly name: string;
  /** From the moment before to this one. */
  readonly go: (stage: Stage) => Promise<unknown>;
  /** Words by which each screen shows that it is there; null where `go` waits for it. */
  readonly shows: Readonly<Partial<Record<ScreenName, string | RegExp | null>>>;
}
