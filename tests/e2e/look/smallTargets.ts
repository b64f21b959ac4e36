import { overlapOf } from './boxes.ts';
import type { Reading } from './readPage.ts';

/** A finger needs 44 px either way. */
const least = 44;
const tolerance = 0.5;
/** Borders of neighbours are drawn as one. */
const shared = 4;

/** What is too small to press, or lies on another thing to press. */
export function smallTargets({ targets }: Reading): string[] {
  const pressed = targets.filter(({ inSentence }) => !inSentence);
  const small = pressed.flatMap(({ name, box }) => {
    const [wide, high] = [box.right - box.left, box.bottom - box.top];
    const fits = Math.min(wide, high) >= least - tolerance;
    return fits ? [] : [`${Math.round(wide)} × ${Math.round(high)} px to press: ${name}`];
  });
  const covered = pressed.flatMap((one, i) =>
    pressed
      .slice(i + 1)
      .filter((other) => other.layer === one.layer && overlapOf(one.seen, other.seen) > shared)
      .map((other) => `${one.name} lies on ${other.name}`),
  );
  return [...small, ...covered];
}
