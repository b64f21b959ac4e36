import type { Instant } from '#shared/time.ts';

/** Longest part of a name that comes from the room. */
const longest = 40;

/**
 * `my-copy-year-8-team-2026-03-12`, without its ending: lower-case Latin letters, digits and hyphens, which
 * every system takes and none reads as a folder or an ending.
 */
export function fileName(kind: string, room: string, at: Instant): string {
  const date = new Date(at);
  const pad = (n: number): string => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return [kind, slug(room), day].filter((part) => part !== '').join('-');
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
