import type { Presence } from '#shared/protocol/messages.ts';
import type { Person, RoomState } from '#shared/room/state.ts';
import { between, type Instant } from '#shared/time.ts';
import { clockTime } from '../measure/digits.ts';
import type { Words } from './words.ts';

/** How a person is in the room, in the one word that matters most now. */
export function presenceWords(
  room: RoomState,
  person: Person,
  presence: Presence,
  me: Person | null,
  now: Instant,
): Words {
  if (person.presence === 'removed') return { key: 'people.person.removed' };
  if (person.presence === 'left') return { key: 'console.people.left' };
  if (person.presence === 'away' && person.awaySince !== null)
    return { key: 'console.people.awayFor', values: { away: clockTime(between(person.awaySince, now)) } };
  if (!isHere(person, presence, me)) return { key: 'console.people.away' };
  if (room.floor.holder === person.id) return { key: 'console.people.floor' };
  if (room.hands.some((hand) => hand.person === person.id)) return { key: 'console.people.hand' };
  if (!person.device) return { key: 'people.person.noDevice' };
  return { key: person.id === me?.id ? 'console.people.you' : 'console.people.present' };
}

/** Who has no device is here as long as nobody says otherwise. */
export const isHere = (person: Person, presence: Presence, me: Person | null): boolean =>
  person.presence === 'here' &&
  (!person.device || presence.connected.includes(person.id) || person.id === me?.id);
