import { resolve, sep } from 'node:path';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly keysDir: string;
  /** Where several servers keep their rooms together; null keeps them in `dataDir`. May hold a password. */
  readonly redisUrl: URL | null;
  /** Whether a Redis is let in that can lose its last second to a power cut. */
  readonly redisMayLoseASecond: boolean;
  /** The origin others reach this server by; null takes it from each request. */
  readonly publicUrl: URL | null;
  /** How many proxies stand in front: 0 trusts no forwarded address. */
  readonly trustProxy: number;
  readonly logLevel: (typeof logLevels)[number];
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** A setting that cannot be meant. Its message is one sentence that says what to do. */
export class WrongSetting extends Error {}

/** Reads the settings of docs/operating.md. Throws `WrongSetting`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const dataDir = resolve(env.DATA_DIR || 'data');
  const keysDir = resolve(env.KEYS_DIR || 'keys');
  if (`${keysDir}${sep}`.startsWith(`${dataDir}${sep}`))
    throw new WrongSetting(
      'KEYS_DIR lies in DATA_DIR, where a backup would take both: set it to a folder apart.',
    );
  return {
    port: wholeNumber('PORT', env.PORT, 3000, 65_535),
    host: env.HOST || '0.0.0.0',
    dataDir,
    keysDir,
    redisUrl: redisAddress(env.REDIS_URL),
    redisMayLoseASecond:
      oneOf('REDIS_MAY_LOSE_A_SECOND', env.REDIS_MAY_LOSE_A_SECOND, 'no', ['yes', 'no']) === 'yes',
    publicUrl: origin(env.PUBLIC_URL),
    trustProxy: wholeNumber('TRUST_PROXY', env.TRUST_PROXY, 0, 10),
    logLevel: oneOf('LOG_LEVEL', env.LOG_LEVEL, 'info', logLevels),
  };
}

function wholeNumber(name: string, text: string | undefined, usual: number, most: number): number {
  if (!text) return usual;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most)
    throw new WrongSetting(`${name} is "${text}": set it to a whole number from 0 to ${most}.`);
  return value;
}

function origin(text: string | undefined): URL | null {
  if (!text) return null;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new WrongSetting(
      `PUBLIC_URL is "${text}": set it to an address such as https://fullturn.example, without a path.`,
    );
  return url;
}

/** The value is not repeated in the sentence: it may hold a password. */
function redisAddress(text: string | undefined): URL | null {
  if (!text) return null;
  const url = URL.parse(text);
  if (
    !url?.hostname ||
    !/^rediss?:$/.test(url.protocol) ||
    !/^\/?\d*$/.test(url.pathname) ||
    url.search ||
    url.hash
  )
    throw new WrongSetting(
      'REDIS_URL is no address of a Redis: set it to one such as redis://127.0.0.1:6379, or rediss:// for TLS.',
    );
  return url;
}

function oneOf<T extends string>(name: string, text: string | undefined, usual: T, allowed: readonly T[]): T {
  if (!text) return usual;
  const found = allowed.find((value) => value === text);
  if (!found) throw new WrongSetting(`${name} is "${text}": set it to one of ${allowed.join(', ')}.`);
  return found;
}
