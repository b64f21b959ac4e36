import { duration, type Duration } from '#shared/time.ts';

/** Clickers bounce, and hands double-click: the same press again within this time is one press. */
export const bounceTime: Duration = duration(700);

/**
 * Lets a press through unless the same one came less than `bounceTime` ago. `at` in milliseconds of any
 * one clock. Minutes are not gated: three presses of + are three minutes.
 */
export function pressGate(): (name: string, at: number) => boolean {
  let last: { name: string; at: number } | null = null;
  return (name, at) => {
    if (name === 'more' || name === 'less') return true;
    const bounced = last !== null && last.name === name && at - last.at < bounceTime;
    if (!bounced) last = { name, at };
    return !bounced;
  };
}
