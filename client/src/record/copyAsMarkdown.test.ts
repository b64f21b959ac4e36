import { expect, it } from 'vitest';
import { copyAsMarkdown } from './copyAsMarkdown.ts';

it('sets our words as headings and everybody’s as quotations', () => {
  const sections = [
    {
      title: 'Mine',
      items: [
        { label: 'When', text: 'Thursday' },
        { label: null, text: 'a\nb' },
      ],
    },
  ];
  expect(copyAsMarkdown({ title: 'Thanks\n# x', under: ['Year 8', ''], sections })).toBe(
    '# Thanks \\# x\n\nYear 8\n\n## Mine\n\n**When**\n\n> Thursday\n\n> a  \n> b\n',
  );
});
