import { minutes } from '../../time.ts';
import type { StoredEvent } from '../events.ts';
import type { RoomState, Wall } from '../state.ts';

type SettingsEvent = Extract<
  StoredEvent,
  {
    type:
      | 'entrySet'
      | 'codeChanged'
      | 'deputyNamed'
      | 'scribeNamed'
      | 'roleRenamed'
      | 'namesShown'
      | 'keepingShortened'
      | 'forgettingAsked'
      | 'wallSet';
  }
>;

export const wallAtFirst: Wall = {
  view: 'time',
  curtain: false,
  check: false,
  size: 'm',
  dimmed: false,
  seconds: 'last',
  page: 0,
  chime: 'none',
  chimeInListening: false,
};

/** What the room has agreed on or a facilitator has chosen, and no phase changes. */
export function evolveSettings(room: RoomState, event: SettingsEvent): RoomState {
  switch (event.type) {
    case 'entrySet':
      return { ...room, entry: event.entry };
    case 'codeChanged':
      return { ...room, code: event.code, door: event.door };
    case 'deputyNamed':
      return { ...room, deputy: event.person };
    case 'scribeNamed':
      return { ...room, scribe: event.scribe };
    case 'roleRenamed': {
      const { [event.role]: _, ...others } = room.roleNames;
      return { ...room, roleNames: event.name === null ? others : { ...others, [event.role]: event.name } };
    }
    case 'namesShown':
      return { ...room, namesShown: event.shown };
    case 'keepingShortened':
      return { ...room, keptFor: event.keptFor };
    case 'forgettingAsked':
      return { ...room, keptFor: minutes(0) };
    case 'wallSet':
      return { ...room, wall: event.wall };
  }
}
