import type { Wall } from '#shared/room/state.ts';
import { minutes, seconds, type Duration, type Instant } from '#shared/time.ts';

/** Phases shorter than this show seconds all the time (reference: "minutes until the last two"). */
const longPhase = minutes(5);
const lastPart = minutes(2);

/** "Time." is said this long, and the digits rest at 0:00, before it becomes a little extra. */
export const zeroShows = seconds(5);

const pad = (n: number): string => String(n).padStart(2, '0');

/** `7:20` counting down, `+0:40` after zero. Rounded so that 10:00 is seen and 0:00 is the end, which stands a moment. */
export function clockTime(left: Duration): string {
  if (left <= 0 && left > -zeroShows) return '0:00';
  const whole = left > 0 ? Math.ceil(left / seconds(1)) : Math.floor(-left / seconds(1));
  const digits = `${Math.floor(whole / 60)}:${pad(whole % 60)}`;
  return left > 0 ? digits : `+${digits}`;
}

export interface Digits {
  readonly text: string;
  readonly unit: 'min' | null;
}

/** Time as the room sees it: whole minutes in long phases until the last two, or as the wall was set. */
export function digits(left: Duration, show: Wall['seconds'], length: Duration): Digits {
  const calm = show === 'never' || (show === 'last' && length >= longPhase && left > lastPart);
  if (!calm) return { text: clockTime(left), unit: null };
  const extra = Math.floor(-left / minutes(1));
  if (extra >= 1) return { text: `+${extra}`, unit: 'min' };
  return { text: String(Math.max(0, Math.ceil(left / minutes(1)))), unit: 'min' };
}

/** `16:45` on this device's clock. */
export function timeOfDay(at: Instant): string {
  const date = new Date(at);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
