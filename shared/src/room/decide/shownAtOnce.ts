import type { CommandOf, CommandType, PersonCommand } from '../commands.ts';
import type { Context, Decision } from '../decision.ts';
import type { RoomState } from '../state.ts';
import * as board from './board.ts';
import * as hand from './hand.ts';

const types = [
  'writeCard',
  'editCard',
  'moveCard',
  'setAside',
  'bringBack',
  'raiseHand',
  'lowerHand',
] as const satisfies readonly CommandType[];

/** Shown before the server has answered: one's own cards and hand, and nothing else (D6). */
export type ShownAtOnce = CommandOf<(typeof types)[number]>;

export const isShownAtOnce = (command: PersonCommand): command is ShownAtOnce =>
  types.some((type) => type === command.type);

/** The rules of these. They stand apart because pages carry them; all others stay on the server. */
export function decideShownAtOnce(room: RoomState, command: ShownAtOnce, at: Context): Decision {
  switch (command.type) {
    case 'writeCard':
      return board.writeCard(room, command, at);
    case 'editCard':
      return board.editCard(room, command, at);
    case 'moveCard':
      return board.moveCard(room, command, at);
    case 'setAside':
      return board.setAside(room, command, at);
    case 'bringBack':
      return board.bringBack(room, command, at);
    case 'raiseHand':
      return hand.raiseHand(room, command, at);
    case 'lowerHand':
      return hand.lowerHand(room, command, at);
  }
}
