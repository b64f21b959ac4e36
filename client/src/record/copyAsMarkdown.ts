import { asQuotation, escapeMarkdown } from './escapeMarkdown.ts';

export interface CopySection {
  /** Our own words; not escaped away, and never empty. */
  readonly title: string;
  readonly items: readonly { readonly label: string | null; readonly text: string }[];
}

/** Somebody's own copy as a Markdown file. Sections without a word in them are left out. */
export function copyAsMarkdown(title: string, under: string, sections: readonly CopySection[]): string {
  const blocks = sections
    .map(({ title: heading, items }) => ({ heading, items: items.filter(({ text }) => text.trim() !== '') }))
    .filter(({ items }) => items.length > 0)
    .map(({ heading, items }) => [`## ${oneLine(heading)}`, ...items.map(asBlock)].join('\n\n'));
  return `${[`# ${oneLine(title)}`, oneLine(under), ...blocks].join('\n\n')}\n`;
}

const asBlock = ({ label, text }: CopySection['items'][number]): string =>
  label === null ? asQuotation(text) : `**${oneLine(label)}**\n\n${asQuotation(text)}`;

const oneLine = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' ').trim());
