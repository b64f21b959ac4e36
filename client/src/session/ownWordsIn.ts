import type { PersonCommand } from '#shared/room/commands.ts';

/** What somebody wrote in a command, so that it can be shown to them and copied; empty where they only pressed. */
export function ownWordsIn(command: PersonCommand): string {
  if (command.type === 'shareStep') return Object.values(command.step).filter(Boolean).join('\n');
  if ('text' in command) return command.text;
  return 'name' in command ? (command.name ?? '') : '';
}
