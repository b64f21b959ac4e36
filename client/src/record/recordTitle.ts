import { t } from '../text/text.ts';
import { fullDay } from './fullDay.ts';
import { lastedWords } from './lastedWords.ts';
import type { SessionRecord } from './sessionRecord.ts';

/** What stands above a record: whose it is, and the meeting it is of. A line without words is left out. */
export function recordTitle(record: SessionRecord): { readonly title: string; readonly under: string[] } {
  const { coachee, room, endedAt } = record;
  return {
    title: coachee === null ? t('end.copyTitle') : t('end.recordTitle'),
    under: [
      room,
      coachee === null ? '' : t('end.coacheeLine', { name: coachee }),
      fullDay(endedAt),
      lastedWords(record),
    ].filter((line) => line.trim() !== ''),
  };
}
