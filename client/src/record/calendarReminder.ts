import type { Instant } from '#shared/time.ts';
import { plainText } from './plainText.ts';

export interface Reminder {
  /** Stays the same for one step, so that a second file moves the reminder instead of adding another. */
  readonly id: string;
  readonly madeAt: Instant;
  /** `2026-03-19T08:00`, a time of day wherever its owner then is. */
  readonly at: string;
  readonly title: string;
  readonly text: string;
}

/** A file that calendars read (RFC 5545): one private event that takes no time, with one alarm that shows words. */
export function calendarReminder({ id, madeAt, at, title, text }: Reminder): string {
  const summary = escaped(title.replace(/\s+/g, ' '));
  const made = new Date(madeAt).toISOString().replace(/[-:]|\.\d+/g, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fullturn//Record//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${made}`,
    `DTSTART:${floating(at)}`,
    'DURATION:PT15M',
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped(text)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${summary}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/** Throws where `at` is not a day and a time: nothing else may get into the line. */
function floating(at: string): string {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(at) ?? [];
  if (minute === undefined) throw new RangeError(`"${at}" is not a day and a time.`);
  return `${year}${month}${day}T${hour}${minute}00`;
}

const escaped = (text: string): string =>
  plainText(text)
    .trim()
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

const longestLine = 75;
const utf8 = new TextEncoder();

/** Lines of 75 octets at most; a character is never cut in two. A line that goes on begins with a space. */
function folded(line: string): string {
  let length = 0;
  let out = '';
  for (const char of line) {
    const size = utf8.encode(char).length;
    if (length + size > longestLine) {
      out += '\r\n ';
      length = 1;
    }
    out += char;
    length += size;
  }
  return out;
}
