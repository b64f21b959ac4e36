import type { CommandMessage } from '#shared/protocol/messages.ts';
import type { CommandType, PersonCommand } from '#shared/room/commands.ts';
import words from '../text/en/lost.json';

const did: Readonly<Record<CommandType, string>> = words.did;
const undid: Readonly<Partial<Record<CommandType, string>>> = words.undid;

/** What somebody did by a command, told to them. */
export const lostWords = (command: PersonCommand): string =>
  (takesBack(command) && undid[command.type]) || did[command.type];

/** Whether it took back, or said no to, what its name says. */
function takesBack(command: PersonCommand): boolean {
  switch (command.type) {
    case 'giveFloor':
    case 'nameScribe':
    case 'nameDeputy':
      return command.person === null;
    case 'signal':
    case 'passAlways':
      return !command.on;
    case 'sayReady':
      return !command.ready;
    case 'agree':
      return !command.agreed;
    case 'setIdeas':
      return !command.open;
    case 'answerAsk':
      return !command.yes;
    case 'showNames':
      return !command.shown;
    case 'releaseCard':
      return !command.released;
    case 'addTime':
      return command.by < 0;
    default:
      return false;
  }
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
