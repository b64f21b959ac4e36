import { expect, it } from 'vitest';
import { instant } from '#shared/time.ts';
import { fileName } from './fileName.ts';
import { allHostileWords } from './hostileWords.ts';

const noon = instant(new Date(2027, 0, 15, 12).getTime());

it('says what it is, of whom, and of which day', () => {
  expect(fileName('my-copy', 'Équipe Zoë, Year 8', noon)).toBe('my-copy-equipe-zoe-year-8-2027-01-15');
  expect(fileName('my-copy', '八年级', noon)).toBe('my-copy-2027-01-15');
});

it.each([...allHostileWords, '../../etc/passwd', 'CON', 'a.exe ', 'x'.repeat(300)])(
  'is safe for %j',
  (name) => {
    expect(fileName('my-copy', name, noon)).toMatch(/^my-copy(-[a-z0-9]+)*-2027-01-15$/);
    expect(fileName('my-copy', name, noon).length).toBeLessThanOrEqual(60);
  },
);
