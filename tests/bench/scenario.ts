/** What everybody does: people in rooms of eight set the text of one of fifty cards. */
export const peopleInARoom = 8;
export const cardsInARoom = 50;
const textLength = 80;

/** Each card is edited by one person only, so that nobody edits what they have not seen. */
export const cardsOf = (person: number): readonly number[] =>
  Array.from({ length: cardsInARoom }, (_, card) => card).filter((card) => card % peopleInARoom === person);

const marker = '"text":"';
const digits = 8;

/** Every change has a number, by which it is known again wherever its text arrives. */
export const textOf = (change: number): string =>
  `${String(change).padStart(digits, '0')} What we heard in the lesson, and what we would ask next time`.padEnd(
    textLength,
    '.',
  );

/** The numbers of the changes whose text stands in a message, whatever wraps it. */
export function changesIn(message: Buffer): number[] {
  const found: number[] = [];
  for (let at = message.indexOf(marker); at >= 0; at = message.indexOf(marker, at)) {
    at += marker.length;
    const change = Number(message.toString('latin1', at, at + digits));
    if (Number.isInteger(change)) found.push(change);
  }
  return found;
}
