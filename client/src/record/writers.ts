/** What writes the files, fetched apart: most of a meeting does without it. Each rejects where there is no line. */
export const writers = {
  md: async () => (await import('./recordAsMarkdown.ts')).recordAsMarkdown,
  json: async () => (await import('./recordAsJson.ts')).recordAsJson,
  ics: async () => (await import('./calendarReminder.ts')).calendarReminder,
};

/** Fetches all of them, so that somebody whose line is gone by the time they press has their files still. */
export async function fetchWriters(): Promise<void> {
  await Promise.allSettled(Object.values(writers).map((fetch) => fetch()));
}
