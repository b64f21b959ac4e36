import type { Instant } from '#shared/time.ts';

/** `2026-03-19T08:00`: eight in the morning, a week from today on this device's calendar. */
export function weekLater(now: Instant): string {
  const day = new Date(now);
  day.setDate(day.getDate() + 7);
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}T08:00`;
}
