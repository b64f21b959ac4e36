import type { Role } from '#shared/method/phase.ts';
import type { Person, RoomState } from '#shared/room/state.ts';
import { t } from './text.ts';

/** What this group calls a role: its own word, or ours. */
export const roleName = ({ roleNames }: RoomState, role: Role | 'scribe'): string =>
  roleNames[role] ?? t(`ui.role.${role}`);

/** The line that tells somebody what they are. A word of the group’s own brings its own grammar. */
export function ownRole(room: RoomState, { role }: Person): string {
  if (role === null) return t('arrival.role.none');
  const own = room.roleNames[role];
  return own === undefined ? t(`arrival.role.${role}`) : t('arrival.role.own', { role: own });
}
