import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

export type Reply = Buffer | number | null | readonly Reply[];

const lua = (...files: readonly string[]): string =>
  files.map((file) => readFileSync(new URL(`lua/${file}.lua`, import.meta.url), 'utf8')).join('\n');

const scripts = {
  create: lua('room', 'write', 'create'),
  append: lua('room', 'tail', 'write', 'append'),
  read: lua('room', 'tail', 'read'),
  forget: lua('room', 'forget'),
  dropGone: lua('room', 'dropGone'),
} as const;

type Name = keyof typeof scripts;

/** Not Redis's own `append`. */
const commandOf = (name: Name): string => `fullturn${name}`;

export function defineScripts(redis: Redis): void {
  for (const [name, text] of Object.entries(scripts))
    redis.defineCommand(commandOf(name as Name), { lua: text });
}

/** Runs a script by its hash; Redis is sent its text when it does not know it, which changes nothing there. */
export function runScript(
  redis: Redis,
  name: Name,
  keys: readonly string[],
  args: readonly (string | number | Uint8Array)[],
): Promise<Reply> {
  const commands = redis as unknown as Record<string, (...args: readonly unknown[]) => Promise<Reply>>;
  return commands[`${commandOf(name)}Buffer`]!(keys.length, ...keys, ...args);
}
