import { hours, between, type Instant } from '#shared/time.ts';
import { timeOfDay } from '../measure/digits.ts';

const withDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/** "17:45" when it is less than half a day away, else with its day. */
export const momentWords = (at: Instant, now: Instant): string =>
  Math.abs(between(now, at)) < hours(12) ? timeOfDay(at) : withDay.format(at);
