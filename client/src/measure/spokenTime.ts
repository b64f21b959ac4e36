import { minutes, seconds, type Duration } from '#shared/time.ts';

const unit = (name: 'minute' | 'second') =>
  new Intl.NumberFormat('en', { style: 'unit', unit: name, unitDisplay: 'long' });
const inMinutes = unit('minute');
const inSeconds = unit('second');

/** "8 minutes": whole minutes, begun ones counted. Takes the length, so extra time has no sign. */
export const spokenMinutes = (left: Duration): string =>
  inMinutes.format(Math.ceil(Math.abs(left) / minutes(1)));

/** "1 minute 47 seconds", for when seconds are shown. */
export function spokenTime(left: Duration): string {
  const whole = left > 0 ? Math.ceil(left / seconds(1)) : Math.floor(-left / seconds(1));
  const full = Math.floor(whole / 60);
  const rest = whole % 60;
  if (full === 0) return inSeconds.format(rest);
  return rest === 0 ? inMinutes.format(full) : `${inMinutes.format(full)} ${inSeconds.format(rest)}`;
}
