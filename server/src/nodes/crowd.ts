import type { PersonId } from '#shared/ids.ts';

/** Who has a page of a room open, and how many walls show it. */
export interface Crowd {
  readonly people: readonly PersonId[];
  readonly walls: number;
}

export const nobody: Crowd = { people: [], walls: 0 };

export const isNobody = ({ people, walls }: Crowd): boolean => people.length + walls === 0;

/** All of them together, each person once. */
export const together = (crowds: readonly Crowd[]): Crowd => ({
  people: [...new Set(crowds.flatMap(({ people }) => people))],
  walls: crowds.reduce((sum, { walls }) => sum + walls, 0),
});
