import { parseArgs } from 'node:util';
import { longestSession, shortestSession } from '#shared/method/fit.ts';
import { WrongSetting } from '#server/config.ts';

/** Faster than this, people would speak for less than a second. */
const fastest = 60;

export interface DemoOptions {
  /** How many seconds of the meeting pass in one second. */
  readonly speed: number;
  /** Whole minutes of the meeting. */
  readonly minutes: number;
  readonly practice: boolean;
  /** Where data and keys stay when the demo is over; null throws them away. */
  readonly keep: string | null;
}

/** Reads what stands behind `npm run demo --`. Throws `WrongSetting`. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { speed, minutes, practice, keep } = parsed(args);
  return {
    speed: inRange('--speed', speed, 1, fastest),
    minutes: whole('--minutes', inRange('--minutes', minutes, shortestSession, longestSession)),
    practice,
    keep: keep ?? null,
  };
}

function parsed(args: readonly string[]) {
  const options = {
    speed: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '60' },
    practice: { type: 'boolean', default: false },
    keep: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new WrongSetting(
      'The demo knows --speed 1 to 60, --minutes 20 to 120, --practice, and --keep with a folder.',
    );
  }
}

function inRange(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!text.trim() || !(value >= least && value <= most))
    throw new WrongSetting(`${name} is "${text}": set it to a number from ${least} to ${most}.`);
  return value;
}

function whole(name: string, value: number): number {
  if (!Number.isInteger(value)) throw new WrongSetting(`${name} is "${value}": set it to a whole number.`);
  return value;
}
