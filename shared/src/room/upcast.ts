import type { Phase } from '../method/phase.ts';
import type { StoredEvent } from './events.ts';
import type { Wall } from './state.ts';

const phaseFields: Pick<Phase, 'replies' | 'ideas' | 'repeats'> = {
  replies: null,
  ideas: false,
  repeats: null,
};

/**
 * An event as it was written by any version, in today's shape (D12). What a field means when it was
 * not there yet is said here, once, and nowhere else.
 */
export function upcast(event: StoredEvent): StoredEvent {
  if (event.type === 'roomOpened') {
    const phases = event.phases.map((phase) => ({ ...phaseFields, ...phase }));
    // Before there was a waiting room, the code led in.
    const entry = (event as { entry?: typeof event.entry }).entry ?? { waiting: false, locked: false };
    return { ...event, phases, entry };
  }
  if (event.type === 'floorGiven') return { ...{ followUp: false }, ...event };
  if (event.type === 'cardWritten') return { ...{ by: null, scribed: false }, ...event };
  if (event.type === 'cardEdited') return { ...{ scribed: false }, ...event };
  if (event.type === 'wallSet') return { ...event, wall: wallOfToday(event.wall) };
  return event;
}

const wallFields: Omit<Wall, 'view' | 'dimmed' | 'seconds'> = {
  page: 0,
  curtain: false,
  check: false,
  size: 'm',
  chime: 'none',
  chimeInListening: false,
};

/** The curtain was a view of its own, and whatever it hid was not known. */
function wallOfToday(wall: Wall): Wall {
  const covered = (wall.view as string) === 'curtain';
  return { ...wallFields, ...wall, ...(covered && { view: 'time', curtain: true }) };
}
