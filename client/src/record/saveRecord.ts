import { t } from '../text/text.ts';
import { fileName } from './fileName.ts';
import { saveFile } from './saveFile.ts';
import type { SessionRecord } from './sessionRecord.ts';
import { writers } from './writers.ts';

/** Gives the record to the device as a file. Rejects when the writer cannot be fetched. */
export async function saveRecord(record: SessionRecord, ending: 'md' | 'json'): Promise<void> {
  const write = await writers[ending]();
  saveFile(fileName(t('end.file'), record.room, record.endedAt), ending, write(record));
}
