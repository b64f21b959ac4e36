import type { Instant } from '../../time.ts';
import { untimed } from '../clock.ts';
import type { StoredEvent } from '../events.ts';
import { currentTurn } from '../people.ts';
import type { Phase } from '../../method/phase.ts';
import type { Floor, RoomState, Turn } from '../state.ts';
import { changePerson, changeTurn } from './change.ts';
import { goesOn, stopped } from './stopped.ts';

type TurnEvent = Extract<
  StoredEvent,
  {
    type: 'coacheeAccepted' | 'coacheeWithdrew' | 'stepShared' | 'turnStopped' | 'turnResumed' | 'turnShown';
  }
>;

export const emptyTurn: Turn = { coachee: null, asked: {}, step: null, stopped: false, withheld: false };

/** One for each turn of the plan; those there were stay. */
export function turnsOf(room: RoomState, phases: readonly Phase[]): Turn[] {
  const turns = 1 + Math.max(0, ...phases.map(({ turn }) => turn ?? 0));
  return Array.from({ length: turns }, (_, i) => room.turns[i] ?? emptyTurn);
}

export const emptyFloor = (since: Instant): Floor => ({
  holder: null,
  since,
  clock: untimed,
  round: null,
  hand: null,
  voice: null,
});

export function evolveTurn(room: RoomState, event: TurnEvent): RoomState {
  switch (event.type) {
    case 'coacheeAccepted': {
      const taken = changeTurn(room, event.turn, { coachee: event.person });
      const later = event.turn > currentTurn(room);
      return later ? taken : changePerson(taken, event.person, () => ({ role: 'coachee' }));
    }
    case 'coacheeWithdrew':
      return changeTurn(
        changePerson(room, event.person, ({ role }) => ({ role: role === 'coachee' ? null : role })),
        event.turn,
        { coachee: null },
      );
    case 'stepShared':
      return changeTurn(room, event.turn, { step: event.step });
    case 'turnStopped':
      return stopped(changeTurn(room, event.turn, { stopped: true, withheld: true }), event.at);
    case 'turnResumed':
      return goesOn(changeTurn(room, event.turn, { stopped: false, withheld: false }), event.at);
    case 'turnShown':
      return changeTurn(room, event.turn, { withheld: false });
  }
}
