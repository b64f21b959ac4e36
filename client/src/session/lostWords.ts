import type { CommandMessage } from '#shared/protocol/messages.ts';
import type { CommandOf, CommandType, PersonCommand } from '#shared/room/commands.ts';
import words from '../text/en/lost.json';

const did: Readonly<Record<CommandType, string>> = words.did;
const undid: Readonly<Partial<Record<CommandType, string>>> = words.undid;

/** Which of them took back, or said no to, what its name says. */
const isNo: { readonly [Type in CommandType]?: (command: CommandOf<Type>) => boolean } = {
  giveFloor: ({ person }) => person === null,
  nameScribe: ({ person }) => person === null,
  nameDeputy: ({ person }) => person === null,
  signal: ({ on }) => !on,
  passAlways: ({ on }) => !on,
  sayReady: ({ ready }) => !ready,
  agree: ({ agreed }) => !agreed,
  setIdeas: ({ open }) => !open,
  answerAsk: ({ yes }) => !yes,
  showNames: ({ shown }) => !shown,
  releaseCard: ({ released }) => !released,
  addTime: ({ by }) => by < 0,
};

/** What somebody did by a command, told to them. */
export function lostWords(command: PersonCommand): string {
  const no = isNo[command.type] as ((command: PersonCommand) => boolean) | undefined;
  return (no?.(command) && undid[command.type]) || did[command.type];
}

/** What somebody wrote in a command, so that it can be shown to them and copied; empty where they only pressed. */
export function ownWordsIn(command: PersonCommand): string {
  if (command.type === 'shareStep') return Object.values(command.step).filter(Boolean).join('\n');
  if ('text' in command) return command.text;
  return 'name' in command ? (command.name ?? '') : '';
}

/** Whether it is a card of one's own, which goes back among what is kept on this device. */
export const isKept = ({ command, as }: CommandMessage): boolean =>
  command.type === 'writeCard' && as === undefined;
