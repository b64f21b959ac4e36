import { plainText } from './plainText.ts';

const joiner = '\u2060';

/**
 * Makes somebody's words harmless in a Markdown file, and leaves them readable as they are: no markup,
 * no HTML, no links, and nothing that a site builder or a notes app would fill in. Bare addresses become
 * links in some readers whatever is escaped, so an invisible word joiner breaks them; the price is that an
 * address copied from the file carries it along.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replace(/[\\`*_[\]<>#|~&${}]/g, '\\$&')
    .replace(/(\\[{<])%/g, '$1\\%')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/:(?=\/\/)/g, `:${joiner}`)
    .replace(/\b(www|mailto|xmpp)(?=[.:])/gi, `$1${joiner}`)
    .replace(/@/g, `@${joiner}`);
}

/** Words as a quotation, line by line: what somebody wrote never looks like a heading of the file. */
export const asQuotation = (text: string): string =>
  plainText(text)
    .trim()
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line.trim())}`.trimEnd())
    .join('  \n');
