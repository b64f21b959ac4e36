import type { PersonCommand } from '#shared/room/commands.ts';
import type { RoomState, Wall } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';
import type { KeyAction } from './keyAction.ts';
import { primaryAction } from './primaryAction.ts';
import { transport } from './transport.ts';

/**
 * The command of a key, the same as its button's; null when there is nothing it can do now.
 * `uncovered` is what the wall goes back to when the curtain opens.
 */
export function keyCommand(
  action: Exclude<KeyAction, 'keys' | 'nothing'>,
  room: RoomState,
  now: Instant,
  uncovered: Wall['view'],
): PersonCommand | null {
  const buttons = transport(room, now);
  switch (action) {
    case 'primary':
      return primaryAction(room, now).command;
    case 'go':
      if (!room.run) return primaryAction(room, now).command;
      return buttons.pause.command?.type === 'resume' ? buttons.pause.command : null;
    case 'curtain': {
      const view = room.wall.view === 'curtain' ? uncovered : 'curtain';
      return { type: 'setWall', wall: { ...room.wall, view } };
    }
    case 'pause':
    case 'back':
    case 'more':
    case 'less':
      return buttons[action].command;
  }
}
