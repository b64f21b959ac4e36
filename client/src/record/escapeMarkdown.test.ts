import { expect, it } from 'vitest';
import { asQuotation, escapeMarkdown } from './escapeMarkdown.ts';

it('leaves ordinary words as they are', () => {
  const words = 'Calm, not small. “Who is it for?” – at 18:30 (Room 12), co-coaching';
  expect(escapeMarkdown(words)).toBe(words);
});

it('lets nobody’s words become markup, HTML or a table', () => {
  expect(escapeMarkdown('<img src=x onerror=alert(1)>')).toBe('\\<img src=x onerror=alert(1)\\>');
  expect(escapeMarkdown('[a](javascript:x) ![b](c) `d` *e* _f_ ~g~ a|b &lt; \\')).toBe(
    '\\[a\\](javascript:x) !\\[b\\](c) \\`d\\` \\*e\\* \\_f\\_ \\~g\\~ a\\|b \\&lt; \\\\',
  );
});

it('makes no lists, headings or rules of a line that begins like one', () => {
  expect(escapeMarkdown('- one\n+ two\n1. three\n2) four\n===\n# five')).toBe(
    '\\- one\n\\+ two\n1\\. three\n2\\) four\n\\===\n\\# five',
  );
});

it('breaks bare addresses, so that no reader turns them into links', () => {
  const escaped = escapeMarkdown('https://a.example www.b.example c@d.example mailto:e');
  expect(escaped).not.toMatch(/:\/\/|www\.|@d|mailto:/);
  expect(escaped.replaceAll('\u2060', '')).toBe('https://a.example www.b.example c@d.example mailto:e');
});

it('quotes every line, so that none of them can leave the quotation', () => {
  expect(asQuotation('one\r\n\n    two\n# three')).toBe('> one  \n>  \n> two  \n> \\# three');
});

it('gives site builders and notes apps nothing to fill in', () => {
  expect(escapeMarkdown('{{ x }} {% y %} <% z %>')).not.toMatch(/\{\{|\{%|%>/);
});
