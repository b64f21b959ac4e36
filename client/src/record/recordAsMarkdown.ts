import { t } from '../text/text.ts';
import { copyAsMarkdown, oneLine } from './copyAsMarkdown.ts';
import { recordSections } from './recordSections.ts';
import { recordTitle } from './recordTitle.ts';
import type { SessionRecord } from './sessionRecord.ts';
import type { TimeRow } from './timeTable.ts';
import { timeWords } from './timeWords.ts';

/** The record as a Markdown file. */
export function recordAsMarkdown(record: SessionRecord): string {
  const words = copyAsMarkdown({ ...recordTitle(record), sections: recordSections(record) });
  return record.time.length === 0 ? words : `${words}\n${timeAsMarkdown(record.time)}`;
}

function timeAsMarkdown(time: readonly TimeRow[]): string {
  const head = [t('end.time.part'), t('end.time.planned'), t('end.time.took'), t('end.time.difference')];
  const rows = time.map((row) => {
    const { planned, took, difference } = timeWords(row);
    return [row.title, planned, took, difference];
  });
  const asRow = (cells: readonly string[]): string => `| ${cells.map(oneLine).join(' | ')} |`;
  return [
    `## ${oneLine(t('end.time.title'))}`,
    '',
    asRow(head),
    '| --- | ---: | ---: | ---: |',
    ...rows.map(asRow),
    '',
  ].join('\n');
}
