import { between, minutes, type Instant } from '#shared/time.ts';
import { t } from '../text/text.ts';

/** "60 minutes", rounded, and never none. */
export function lastedWords({ startedAt, endedAt }: { startedAt: Instant; endedAt: Instant }): string {
  const lasted = Math.max(1, Math.round(between(startedAt, endedAt) / minutes(1)));
  return lasted === 1 ? t('end.oneMinute') : t('end.minutes', { n: lasted });
}
