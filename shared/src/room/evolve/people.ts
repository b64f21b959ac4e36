import type { StoredEvent } from '../events.ts';
import type { Person, RoomState } from '../state.ts';
import { changePerson } from './change.ts';
import { joinRound, withoutWaiting } from './round.ts';

type PeopleEvent = Extract<
  StoredEvent,
  {
    type:
      | 'personJoined'
      | 'personRenamed'
      | 'personLeft'
      | 'personReturned'
      | 'personAway'
      | 'personBack'
      | 'agreementAsked'
      | 'agreementAgreed'
      | 'agreementReopened'
      | 'readySaid'
      | 'roleSet';
  }
>;

export function evolvePeople(room: RoomState, event: PeopleEvent): RoomState {
  switch (event.type) {
    case 'personJoined': {
      const { person: id, name, facilitates } = event;
      const role = facilitates ? 'facilitator' : null;
      const person: Person = { id, name, role, presence: 'here', awaySince: null, agreed: [], ready: false };
      return joinRound({ ...room, people: [...room.people, person] }, id);
    }
    case 'personRenamed':
      return changePerson(room, event.person, () => ({ name: event.name }));
    case 'personLeft':
      return withoutWaiting(
        changePerson(room, event.person, () => ({ presence: 'left', awaySince: event.at })),
        event.person,
      );
    case 'personReturned':
      return joinRound(
        changePerson(room, event.person, () => ({ presence: 'here', awaySince: null })),
        event.person,
      );
    case 'personAway':
      return changePerson(room, event.person, () => ({ presence: 'away', awaySince: event.at }));
    case 'personBack':
      return changePerson(room, event.person, () => ({ presence: 'here', awaySince: null }));
    case 'agreementAsked':
      return { ...room, agreements: [...room.agreements, { id: event.agreement, text: event.text }] };
    case 'agreementAgreed':
      return changePerson(room, event.person, ({ agreed }) => ({ agreed: [...agreed, event.agreement] }));
    case 'agreementReopened':
      return changePerson(room, event.person, ({ agreed }) => ({
        agreed: agreed.filter((id) => id !== event.agreement),
      }));
    case 'readySaid':
      return changePerson(room, event.person, () => ({ ready: event.ready }));
    case 'roleSet':
      return joinRound(
        changePerson(room, event.person, () => ({ role: event.role })),
        event.person,
      );
  }
}
