import { asQuotation, escapeMarkdown } from './escapeMarkdown.ts';
import { plainText } from './plainText.ts';
import type { RecordSection } from './recordSections.ts';

export interface Copy {
  readonly title: string;
  /** Lines below the title. */
  readonly under: readonly string[];
  readonly sections: readonly RecordSection[];
}

/** Somebody's own copy as a Markdown file: everything that anybody wrote stands in it as a quotation. */
export function copyAsMarkdown({ title, under, sections }: Copy): string {
  const blocks = sections.flatMap(({ title: heading, items }) => [
    `## ${oneLine(heading)}`,
    ...items.map(asBlock),
  ]);
  const lines = under.filter((line) => line.trim() !== '').map(oneLine);
  return `${[`# ${oneLine(title)}`, ...(lines.length > 0 ? [lines.join('  \n')] : []), ...blocks].join('\n\n')}\n`;
}

const asBlock = ({ label, text }: RecordSection['items'][number]): string =>
  label === null ? asQuotation(text) : `**${oneLine(label)}**\n\n${asQuotation(text)}`;

/** Words that stand in a line of ours: a heading, a label, a cell of a table. */
export const oneLine = (text: string): string => escapeMarkdown(plainText(text).replace(/\s+/g, ' ').trim());
