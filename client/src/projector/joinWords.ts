import words from '../text/en/wall.json';

/** The sentence about joining, cut where the address goes, and the code in groups of three. */
export function joinWords(code: string): {
  readonly before: string;
  readonly after: string;
  readonly code: string;
} {
  const [before = '', after = ''] = words.join.split('{host}');
  return { before, after, code: code.replace(/(\d{3})(?=\d)/g, '$1 ') };
}
