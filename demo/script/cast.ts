import type { Role } from '#shared/method/phase.ts';

/** Who comes, in this order; the first has the console. Nobody here is a real person. */
export interface Member {
  readonly name: string;
  /** What they say they could be today. */
  readonly offers: readonly Exclude<Role, 'facilitator'>[];
  /** An agreement they ask for beside those that every session begins with. */
  readonly asksFor?: string;
}

export const cast: readonly [Member, ...Member[]] = [
  { name: 'Joel', offers: [] },
  { name: 'Amina', offers: ['coachee', 'coach'] },
  { name: 'Ben', offers: ['coach', 'coachee'] },
  { name: 'Chloé', offers: ['coach'] },
  { name: 'Dee', offers: ['coach'], asksFor: 'Phones stay in bags, except for this.' },
  { name: 'Finn', offers: ['coach'] },
  { name: 'Ines', offers: ['observer'] },
];

export const group = 'Year 8 team';
