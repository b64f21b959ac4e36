import type { Card, Floor, PastRun, Person, Run, Turn } from '#shared/room/state.ts';
import { instant, minutes } from '#shared/time.ts';

/** Parts of a room with nothing special about them, to be spread under what a test is about. */
export const somebody: Omit<Person, 'id' | 'name'> = {
  role: null,
  nextRole: null,
  device: true,
  presence: 'here',
  awaySince: null,
  agreed: [],
  ready: false,
  passesAlways: false,
};
export const someTurn: Turn = { coachee: null, asked: {}, step: null, stopped: false, withheld: false };
export const someRun: Pick<Run, 'spent' | 'zeroAt' | 'ideas' | 'practice' | 'draftsAt'> = {
  spent: minutes(0),
  zeroAt: null,
  ideas: false,
  practice: null,
  draftsAt: null,
};
export const someFloor: Floor = {
  holder: null,
  since: instant(0),
  clock: { kind: 'untimed' },
  round: null,
  hand: null,
  voice: null,
};
export const someCard: Omit<Card, 'id' | 'zone' | 'text'> = {
  turn: 0,
  edition: 1,
  aside: false,
  by: null,
  scribed: false,
  released: false,
  forgotten: false,
};
export const somePastRun: Pick<PastRun, 'planned' | 'spent' | 'round' | 'practice'> = {
  planned: minutes(5),
  spent: minutes(0),
  round: null,
  practice: null,
};
