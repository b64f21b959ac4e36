import type { PersonCommand } from '#shared/room/commands.ts';
import type { RoomState } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';
import type { KeyAction } from './keyAction.ts';
import { primaryAction } from './primaryAction.ts';
import { transport } from './transport.ts';

/** The command of a key, the same as its button's; null when there is nothing it can do now. */
export function keyCommand(
  action: Exclude<KeyAction, 'keys' | 'nothing'>,
  room: RoomState,
  now: Instant,
): PersonCommand | null {
  const buttons = transport(room, now);
  switch (action) {
    case 'primary':
      return primaryAction(room, now).command;
    case 'go':
      if (!room.run) return primaryAction(room, now).command;
      return buttons.pause.command?.type === 'resume' ? buttons.pause.command : null;
    case 'curtain':
      return { type: 'setWall', wall: { ...room.wall, curtain: !room.wall.curtain } };
    case 'pause':
    case 'back':
    case 'more':
    case 'less':
      return buttons[action].command;
  }
}
