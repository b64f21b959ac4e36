import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, sealedOnly, type Context, type Decision } from '../decision.ts';
import { currentTurn, isPresent, personById } from '../people.ts';
import { isOpenTurn, openTurn, turnBegan } from '../phases.ts';
import { writingBarrier } from '../permissions.ts';
import type { Sealed, SealedEntry } from '../sealed.ts';
import { stepFields, type RoomState } from '../state.ts';
import { minutesBack } from './plan.ts';

/** What somebody could be today. Sealed: the facilitators see it, and they themselves. */
export function offer(
  room: RoomState,
  sealed: Sealed,
  command: CommandOf<'offer'>,
  { actor }: Context,
): Decision {
  const person = personById(room, personOf(actor))!;
  if (person.role === 'facilitator' && command.roles.includes('coachee'))
    return refuse('people/hand-over-first');
  const roles = [...new Set(command.roles)];
  const entries: SealedEntry[] = [{ kind: 'offer', key: person.id, value: roles.length > 0 ? roles : null }];
  const invitation = sealed.invitation[person.id];
  if (invitation && (invitation.declined || !roles.includes('coachee')))
    entries.push({ kind: 'invitation', key: person.id, value: null });
  return sealedOnly(...entries);
}

/** A facilitator may ask only those who have offered. */
export function invite(room: RoomState, sealed: Sealed, command: CommandOf<'invite'>): Decision {
  const turn = openTurn(room);
  const person = personById(room, command.person);
  if (!person || !isPresent(room, person.id)) return refuse('people/unknown');
  if (turn === null || room.turns.some(({ coachee }) => coachee === person.id))
    return refuse('turn/has-coachee');
  if (!sealed.offer[person.id]?.includes('coachee')) return refuse('turn/not-offered');
  if (sealed.invitation[person.id]?.declined) return refuse('turn/declined');
  return sealedOnly({ kind: 'invitation', key: person.id, value: { turn, declined: false } });
}

export function acceptInvitation(room: RoomState, sealed: Sealed, { actor }: Context): Decision {
  const person = personOf(actor)!;
  const invitation = sealed.invitation[person];
  if (!invitation || invitation.declined) return refuse('turn/not-invited');
  if (!sealed.offer[person]?.includes('coachee')) return refuse('turn/not-offered');
  if (!isOpenTurn(room, invitation.turn)) return refuse('turn/has-coachee');
  const others = Object.entries(sealed.invitation).filter(([, { declined }]) => !declined);
  return {
    events: [{ type: 'coacheeAccepted', person, turn: invitation.turn }],
    sealed: others.map(([key]) => ({ kind: 'invitation', key, value: null })),
  };
}

export function declineInvitation(sealed: Sealed, { actor }: Context): Decision {
  const person = personOf(actor)!;
  const invitation = sealed.invitation[person];
  if (!invitation) return refuse('turn/not-invited');
  return sealedOnly({ kind: 'invitation', key: person, value: { ...invitation, declined: true } });
}

/** The coachee changes their mind before their turn has begun; nobody is put in their place. */
export function withdraw(room: RoomState, sealed: Sealed, { actor }: Context): Decision {
  const person = personOf(actor)!;
  const turn = room.turns.findIndex(({ coachee }, i) => coachee === person && !turnBegan(room, i));
  if (turn < 0) return refuse('turn/started');
  const others = (sealed.offer[person] ?? []).filter((role) => role !== 'coachee');
  return {
    events: [{ type: 'coacheeWithdrew', person, turn }, ...minutesBack(room, turn)],
    sealed: [{ kind: 'offer', key: person, value: others.length > 0 ? others : null }],
  };
}

export function shareStep(room: RoomState, command: CommandOf<'shareStep'>, { actor }: Context): Decision {
  const barred = writingBarrier(room, personOf(actor), 'steps');
  if (barred) return refuse(barred);
  const { step } = command;
  if (stepFields.every((name) => step[name].trim() === '')) return refuse('turn/nothing-to-write');
  const turn = currentTurn(room);
  const before = room.turns[turn]?.step;
  if (before && stepFields.every((name) => before[name] === step[name])) return nothing;
  return happened({ type: 'stepShared', turn, step });
}
