import { seconds } from '#shared/time.ts';
import type { SessionRecord } from './sessionRecord.ts';

/** Raised when a field changes its meaning or goes; a new field is no new version. */
export const recordVersion = 1;

/** Could end a script element, or turn the direction of the lines around it, where the file is shown or embedded. */
const unsafe = /[<>&\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The record for other programs, as docs/record.md tells it. Parsed, it gives every word as it was written. */
export function recordAsJson(record: SessionRecord): string {
  const { room, coachee, step, cards, unsent, notes } = record;
  const shape = {
    fullturn: 'record',
    version: recordVersion,
    room,
    startedAt: new Date(record.startedAt).toISOString(),
    endedAt: new Date(record.endedAt).toISOString(),
    coachee,
    step: step.map(({ field, text, kept }) => ({ field, text, kept })),
    cards,
    unsent,
    notes,
    time: record.time.map(({ phase, title, planned, took }) => ({
      phase,
      title,
      planned: planned / seconds(1),
      took: took === null ? null : took / seconds(1),
    })),
  };
  return `${JSON.stringify(shape, null, 2).replace(unsafe, escaped)}\n`;
}
