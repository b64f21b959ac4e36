/** Longest texts, in UTF-16 units. Apart from the schemas, because pages need these and not those. */
export const longest = { name: 60, text: 500, agreement: 200, role: 30 } as const;
