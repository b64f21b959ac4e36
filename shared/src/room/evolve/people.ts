import type { StoredEvent } from '../events.ts';
import type { Person, RoomState } from '../state.ts';
import { changePerson } from './change.ts';
import { joinRound, withoutWaiting } from './round.ts';

type PeopleEvent = Extract<
  StoredEvent,
  {
    type:
      | 'personJoined'
      | 'personAdded'
      | 'personRemoved'
      | 'deviceJoined'
      | 'rolePlanned'
      | 'personRenamed'
      | 'personLeft'
      | 'personReturned'
      | 'personAway'
      | 'personBack'
      | 'agreementAsked'
      | 'agreementAgreed'
      | 'agreementReopened'
      | 'readySaid'
      | 'passingChosen'
      | 'roleSet';
  }
>;

const newcomer: Omit<Person, 'id' | 'name'> = {
  role: null,
  nextRole: null,
  device: true,
  presence: 'here',
  awaySince: null,
  agreed: [],
  ready: false,
  passesAlways: false,
};

const come = (room: RoomState, person: Person): RoomState =>
  joinRound({ ...room, people: [...room.people, person] }, person.id);

export function evolvePeople(room: RoomState, event: PeopleEvent): RoomState {
  switch (event.type) {
    case 'personJoined': {
      const { person: id, name, facilitates } = event;
      return come(room, { ...newcomer, id, name, role: facilitates ? 'facilitator' : null });
    }
    case 'personAdded':
      return come(room, { ...newcomer, id: event.person, name: event.name, device: false });
    case 'personRemoved':
      return withoutWaiting(
        changePerson(room, event.person, () => ({ presence: 'removed', awaySince: event.at })),
        event.person,
      );
    case 'deviceJoined':
      return joinRound(
        changePerson(room, event.person, () => ({ device: true, presence: 'here', awaySince: null })),
        event.person,
      );
    case 'rolePlanned':
      return changePerson(room, event.person, () => ({ nextRole: event.role }));
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
    case 'passingChosen':
      return joinRound(
        changePerson(room, event.person, () => ({ passesAlways: event.always })),
        event.person,
      );
    case 'roleSet':
      return joinRound(
        changePerson(room, event.person, () => ({ role: event.role, nextRole: null })),
        event.person,
      );
  }
}
