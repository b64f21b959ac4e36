import type { PhaseId } from '#shared/ids.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import { coacheeOf, personById } from '#shared/room/people.ts';
import { phaseById } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { between, minutes } from '#shared/time.ts';
import titles from '../client/src/text/en/phase.json' with { type: 'json' };

type Told = {
  readonly [T in StoredEvent['type']]?: (
    event: Extract<StoredEvent, { type: T }>,
    room: RoomState,
  ) => string | null;
};

const told: Told = {
  personJoined: ({ name }) => `${name} is in.`,
  coacheeAccepted: ({ person }, room) => `${personById(room, person)?.name ?? ''} is the coachee.`,
  phaseStarted: ({ phase, length }, room) => `${titleOf(room, phase)}, ${length / minutes(1)} minutes.`,
  timePaused: ({ by }, room) => (by === 'coachee' ? `${coacheeOf(room)?.name ?? ''} pauses.` : 'A pause.'),
  timeResumed: () => 'The time goes on.',
  zeroReached: () => 'Zero. Nothing is cut; extra time counts up.',
  moreTimeAsked: () => 'The coachee would like more time.',
  timeAdded: ({ by }) => (by > 0 ? `${by / minutes(1)} min more.` : null),
  planChanged: () => 'Minutes of a later part have changed.',
  ideasOpened: () => 'Ideas are welcome.',
  ideasClosed: () => 'Questions again, no ideas.',
  stepShared: () => 'The step is on the board.',
  turnStopped: () => 'The coachee has stopped the turn.',
  sessionEnded: () => 'The session has ended.',
};

/** What is worth a line in the terminal; null for everything else. `room` is how the event left it. */
export function narrate(event: StoredEvent, room: RoomState): string | null {
  const tell = told[event.type] as ((event: StoredEvent, room: RoomState) => string | null) | undefined;
  return tell?.(event, room) ?? null;
}

const titleOf = (room: RoomState, phase: PhaseId): string => {
  const kind = phaseById(room, phase)?.kind;
  return kind ? titles[kind] : '';
};

/** Time since the start of the session in minutes and seconds, as "7:05"; before it 0:00. */
export function clockAt(room: RoomState, event: StoredEvent): string {
  const start = room.past[0]?.startedAt ?? room.run?.startedAt ?? event.at;
  const all = Math.max(0, Math.round(between(start, event.at) / 1000));
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}
