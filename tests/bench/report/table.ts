import { median } from './statistics.ts';

/** Median and, of several runs, the least and the most: "12.3 (11.9–14.0)". */
export function spread(values: readonly number[], places: number): string {
  const middle = median(values).toFixed(places);
  if (values.length === 1) return middle;
  return `${middle} (${Math.min(...values).toFixed(places)}–${Math.max(...values).toFixed(places)})`;
}

/** A table of Markdown, wide enough to be read as it stands: the first column to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
