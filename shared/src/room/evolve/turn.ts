import type { StoredEvent } from '../events.ts';
import type { RoomState } from '../state.ts';
import { changePerson, changeTurn } from './change.ts';

type TurnEvent = Extract<StoredEvent, { type: 'coacheeAccepted' | 'coacheeWithdrew' | 'stepShared' }>;

export function evolveTurn(room: RoomState, event: TurnEvent): RoomState {
  switch (event.type) {
    case 'coacheeAccepted':
      return changeTurn(
        changePerson(room, event.person, () => ({ role: 'coachee' })),
        event.turn,
        { coachee: event.person },
      );
    case 'coacheeWithdrew':
      return changeTurn(
        changePerson(room, event.person, () => ({ role: null })),
        event.turn,
        { coachee: null },
      );
    case 'stepShared':
      return changeTurn(room, event.turn, { step: event.step });
  }
}
