import type { PersonId } from '../ids.ts';
import { coacheeOf, isPresent } from './people.ts';
import type { Practice, RoomState } from './state.ts';

export const atFirst: Practice = {
  stage: 'model',
  model: null,
  partner: null,
  swapped: false,
  runs: 0,
  running: false,
  remark: 'none',
};

/** Who plays: first whoever has the coachee's part, then the other part. Null where nobody has it. */
export function players(room: RoomState): {
  readonly lead: PersonId | null;
  readonly other: PersonId | null;
} {
  const practice = room.run?.practice;
  const coachee = coacheeOf(room)?.id ?? null;
  if (!practice) return { lead: null, other: null };
  switch (practice.stage) {
    case 'model':
      return { lead: practice.model, other: practice.partner === practice.model ? null : practice.partner };
    case 'together':
      return { lead: coachee, other: practice.model };
    case 'runs':
      return practice.swapped
        ? { lead: practice.partner, other: coachee }
        : { lead: coachee, other: practice.partner };
  }
}

/** The practice without those who are there no more; a run that somebody was missing from is over. */
export function withThosePlaying(room: RoomState, practice: Practice): Practice {
  const there = (id: PersonId | null) => (id !== null && isPresent(room, id) ? id : null);
  const model = there(practice.model);
  const partner = there(practice.partner);
  const whole = model === practice.model && partner === practice.partner;
  return { ...practice, model, partner, running: practice.running && whole };
}
