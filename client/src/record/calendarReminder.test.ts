import { expect, it } from 'vitest';
import { t0 } from '../participant/testRoom.ts';
import { calendarReminder } from './calendarReminder.ts';
import { allHostileWords, hostileWords } from './hostileWords.ts';
import { plainText } from './plainText.ts';

const reminder = {
  id: 'a1',
  madeAt: t0,
  at: '2027-01-22T08:00',
  title: 'My step',
  text: 'First\nThen; or, \\',
};

/** As a calendar reads: lines put together again, then a name and a value each. */
const read = (file: string): [name: string, value: string][] =>
  file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));

it('is one private event with one alarm that shows words', () => {
  expect(calendarReminder(reminder).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fullturn//Record//EN',
    'BEGIN:VEVENT',
    'UID:a1',
    'DTSTAMP:20270115T080000Z',
    'DTSTART:20270122T080000',
    'DURATION:PT15M',
    'SUMMARY:My step',
    'DESCRIPTION:First\\nThen\\; or\\, \\\\',
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    'DESCRIPTION:My step',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

it.each(Object.entries(hostileWords))('takes %s as words and as nothing else', (_, words) => {
  const lines = read(calendarReminder({ ...reminder, id: words, title: words, text: words }));
  expect(lines.map(([name]) => name)).toEqual(read(calendarReminder(reminder)).map(([name]) => name));
  const text = lines.find(([name]) => name === 'DESCRIPTION')?.[1] ?? '';
  expect(unescaped(text)).toBe(plainText(words).trim());
});

it('folds at 75 octets, and cuts no character in two', () => {
  const words = allHostileWords.join(' ');
  const file = calendarReminder({ ...reminder, title: words, text: words });
  const octets = new TextEncoder().encode(file);
  const lengths = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...lengths)).toBe(75);
  expect(new TextDecoder().decode(octets)).toBe(file);
});

it('takes no day but a day', () => {
  expect(() => calendarReminder({ ...reminder, at: '' })).toThrow(RangeError);
  expect(() => calendarReminder({ ...reminder, at: 'x\r\n2027-01-22T08:00' })).toThrow(RangeError);
  expect(calendarReminder({ ...reminder, at: '2027-01-22T08:00:30\r\nATTACH:x' })).not.toContain('ATTACH');
});
