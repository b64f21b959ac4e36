import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

/** Where an error came from, without its message, which may repeat what somebody wrote. */
export const placeOf = (error: unknown): string =>
  error instanceof Error
    ? [error.name, ...(error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [])].join(
        '\n',
      )
    : 'unknown';

/**
 * Structured lines on standard output. What is logged is named field by field: never words, names,
 * codes, links or ids of people and rooms (D13). `LOG_LEVEL=silent` prints nothing.
 */
export const openLog = (level: Config['logLevel']): Logger => pino({ level, base: null });
