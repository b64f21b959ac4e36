/** How long a room may be kept after its end (PRODUCT.md, section 9), in minutes; the first is usual. */
export const keptChoices = [
  { key: 'hour', minutes: 60 },
  { key: 'day', minutes: 24 * 60 },
  { key: 'week', minutes: 7 * 24 * 60 },
  { key: 'month', minutes: 30 * 24 * 60 },
] as const;
