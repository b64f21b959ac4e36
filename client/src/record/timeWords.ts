import { duration } from '#shared/time.ts';
import { clockTime } from '../measure/digits.ts';
import { t } from '../text/text.ts';
import type { TimeRow } from './timeTable.ts';

export interface TimeWords {
  /** `14:00` */
  readonly planned: string;
  readonly took: string;
  /** `+1:00` for longer than planned, `−0:30` for shorter, `0:00` for the same. */
  readonly difference: string;
}

/** A row of the time table as it is read, in minutes and seconds. */
export function timeWords({ planned, took }: Pick<TimeRow, 'planned' | 'took'>): TimeWords {
  if (took === null)
    return { planned: clockTime(planned), took: t('end.time.notReached'), difference: t('end.time.none') };
  const sign = took < planned ? '−' : took > planned ? '+' : '';
  const difference = sign + clockTime(duration(Math.abs(took - planned)));
  return { planned: clockTime(planned), took: clockTime(took), difference };
}
