import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

/**
 * Structured lines on standard output. What is logged is named field by field: never words, names,
 * codes, links or ids of people and rooms (D13). `LOG_LEVEL=silent` prints nothing.
 */
export const openLog = (level: Config['logLevel']): Logger => pino({ level, base: null });
