import type { Phase } from '#shared/method/phase.ts';
import { phasesAhead } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { sum } from '#shared/time.ts';
import { inMinutes } from './lengthChanges.ts';
import { coacheeName } from './primaryAction.ts';
import type { Words } from './words.ts';

/** Before a second turn is added: what each coachee would get, to be heard and in all. */
export function secondTurnWords(room: RoomState, after: RoomState): Words[] {
  const before = heard(room, 0);
  const then = heard(after, 0);
  const values = { name: coacheeName(room), before, after: then, second: heard(after, 1) };
  const ahead = (of: RoomState): number => total(phasesAhead(of).filter(({ turn }) => turn === 0));
  const second = total(after.phases.filter(({ turn }) => turn === 1));
  return [
    { key: before === then ? 'plan.second.keeps' : 'plan.second.shares', values },
    { key: 'plan.second.whole', values: { before: ahead(room), after: ahead(after), second } },
  ];
}

/** Listening as it stands, with the minutes that were given while it runs. */
const heard = ({ phases, run }: RoomState, turn: number): number =>
  inMinutes(
    sum(
      phases
        .filter((phase) => phase.turn === turn && phase.protected)
        .map(({ id, length }) => (run?.phase === id ? run.length : length)),
    ),
  );

const total = (phases: readonly Phase[]): number => inMinutes(sum(phases.map(({ length }) => length)));
