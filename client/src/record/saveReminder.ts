import type { Instant } from '#shared/time.ts';
import { t } from '../text/text.ts';
import { fileName } from './fileName.ts';
import { saveFile } from './saveFile.ts';
import type { SessionRecord } from './sessionRecord.ts';
import { stepReminder } from './stepReminder.ts';
import { writers } from './writers.ts';

/**
 * Gives the device a calendar reminder of the step at `at`, a local `2026-03-19T08:00`. Rejects when the
 * writer cannot be fetched.
 */
export async function saveReminder(
  record: SessionRecord,
  { id, at, madeAt }: { id: string; at: string; madeAt: Instant },
): Promise<void> {
  const write = await writers.ics();
  const file = write({ id, at, madeAt, ...stepReminder(record.step) });
  saveFile(fileName(t('end.reminder.file'), '', record.endedAt), 'ics', file);
}
