import { parsers } from 'prettier/plugins/markdown';
import { expect, it } from 'vitest';
import { instant, later, minutes } from '#shared/time.ts';
import { recordOf } from './hostileRecord.ts';
import { hostileWords } from './hostileWords.ts';
import { plainText } from './plainText.ts';
import { recordAsMarkdown } from './recordAsMarkdown.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}
/** What a reader of Markdown makes of the text: remark, which makes links of bare addresses too. */
const parse = async (text: string): Promise<Node> =>
  (await parsers.markdown.parse(text, {} as Parameters<typeof parsers.markdown.parse>[1])) as Node;
const nodes = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodes)];
const words = (node: Node): string =>
  nodes(node)
    .map(({ type, value }) => (type === 'break' ? '\n' : (value ?? '')))
    .join('');
const bare = (text: string): string =>
  text
    .replace(/\u2060/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const calm = recordAsMarkdown(recordOf('Calm words'));
const shape = (root: Node): string[] => (root.children ?? []).map(({ type }) => type);

it('has the step, the board with whose words they are, the notes and how the time went', () => {
  const startedAt = instant(new Date(2027, 0, 15, 12).getTime());
  const meeting = { room: 'Year 8 team', startedAt, endedAt: later(startedAt, minutes(60)) };
  const record = { ...recordOf('Calm words'), ...meeting, coachee: 'Amina' };
  expect(recordAsMarkdown(record)).toMatchInlineSnapshot(`
    "# My record

    Year 8 team  
    Amina was the coachee  
    Friday 15 January 2027  
    60 minutes

    ## My next step

    **Step**

    > Calm words

    **Who I tell (kept to yourself)**

    > Calm words

    ## Focus

    > Calm words

    ## Questions

    **Somebody else’s words, with their yes**

    > Calm words

    ## Not put on the board

    > Calm words

    ## My notes

    > Calm words

    ## How the time went

    | Part | planned | took | difference |
    | --- | ---: | ---: | ---: |
    | Calm words | 14:00 | 15:00 | \\+1:00 |
    "
  `);
});

it.each(Object.entries(hostileWords))(
  'keeps %s to words: nothing to run, fetch or press',
  async (_, text) => {
    const root = await parse(recordAsMarkdown(recordOf(text)));
    expect(shape(root), 'the same headings and quotations as of calm words').toEqual(
      shape(await parse(calm)),
    );
    const kinds = new Set(nodes(root).map(({ type }) => type));
    const harmless = ['root', 'heading', 'paragraph', 'text', 'break', 'strong', 'blockquote'];
    expect(
      [...kinds].filter((kind) => ![...harmless, 'table', 'tableRow', 'tableCell'].includes(kind)),
    ).toEqual([]);
  },
);

it.each(Object.entries(hostileWords))('still says %s, as it was written', async (_, text) => {
  const root = await parse(recordAsMarkdown(recordOf(text)));
  const quotations = (root.children ?? []).filter(({ type }) => type === 'blockquote').map(words);
  expect(quotations.map(bare)).toEqual(quotations.map(() => bare(plainText(text))));
});

it('is without a table where no time is taken along', () => {
  expect(recordAsMarkdown({ ...recordOf('x'), time: [] })).not.toContain('|');
  expect(
    recordAsMarkdown({
      ...recordOf('x'),
      time: [{ phase: 'x', title: 'Close', planned: minutes(6), took: null }],
    }),
  ).toContain('| Close | 6:00 | not reached | – |');
});
