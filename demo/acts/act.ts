import type { PersonCommand } from '#shared/room/commands.ts';
import type { Sealed } from '#shared/room/sealed.ts';
import type { Person, RoomState } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';

/** What one simulated person sees: what their page was told, and nothing of the others'. */
export interface View {
  readonly room: RoomState;
  readonly sealed: Sealed;
  readonly me: Person;
  /** Store time. */
  readonly now: Instant;
}

/**
 * What somebody would do now, if anything. It follows from what they see and from nothing they remember,
 * so that anybody can take a seat, and give it back, at any moment.
 */
export type Act = (view: View) => PersonCommand | null;

/** The first of these that has something to do. */
export const firstOf =
  (...acts: readonly Act[]): Act =>
  (view) => {
    for (const act of acts) {
      const command = act(view);
      if (command) return command;
    }
    return null;
  };
