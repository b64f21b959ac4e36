import { latest } from '../time.ts';
import type { Command, PersonCommand } from './commands.ts';
import * as board from './decide/board.ts';
import * as floor from './decide/floor.ts';
import * as people from './decide/people.ts';
import * as structure from './decide/structure.ts';
import * as time from './decide/time.ts';
import * as turn from './decide/turn.ts';
import { nothing, refuse, type Context, type Decision } from './decision.ts';
import { barrier } from './permissions.ts';
import type { Sealed } from './sealed.ts';
import type { RoomState } from './state.ts';

/**
 * The rules of the room: what follows when `actor` asks for `command`. Pure. SPEC.md has the rules in
 * words; each lies in one file of `decide/`.
 */
export function decide(room: RoomState, sealed: Sealed, command: Command, context: Context): Decision {
  const at: Context = { ...context, now: latest(context.now, room.changedAt) };
  if (command.type === 'tick') return time.tick(room, sealed, at);
  if (command.type === 'noteAway') return people.noteAway(room, command);
  if (command.type === 'noteBack') return people.noteBack(room, command);
  return decidePerson(room, sealed, command, at);
}

function decidePerson(room: RoomState, sealed: Sealed, command: PersonCommand, at: Context): Decision {
  const barred = barrier(room, command.type, at.actor);
  if (barred) return refuse(barred);
  if (room.endedAt !== null) return refuse('session/ended');
  if ('run' in command) {
    if (!room.run) return refuse('session/not-started');
    if (command.run !== room.run.id) return refuse('phase/over');
  }
  switch (command.type) {
    case 'join':
      return people.join(room, command, at);
    case 'rename':
      return people.rename(room, command, at);
    case 'leave':
      return people.leave(room, at);
    case 'comeBack':
      return people.comeBack(room, at);
    case 'agree':
      return people.agree(room, command, at);
    case 'askForAgreement':
      return people.askForAgreement(room, command);
    case 'sayReady':
      return people.sayReady(room, command, at);
    case 'setRole':
      return people.setRole(room, command, at);
    case 'offer':
      return turn.offer(room, sealed, command, at);
    case 'invite':
      return turn.invite(room, sealed, command);
    case 'acceptInvitation':
      return turn.acceptInvitation(room, sealed, at);
    case 'declineInvitation':
      return turn.declineInvitation(sealed, at);
    case 'withdraw':
      return turn.withdraw(room, sealed, at);
    case 'shareStep':
      return turn.shareStep(room, command, at);
    case 'start':
      return structure.start(room, at);
    case 'next':
      return structure.next(room, sealed, at);
    case 'skip':
      return structure.skip(room, sealed, at);
    case 'back':
      return structure.back(room, at);
    case 'restart':
      return structure.restart(room);
    case 'endSession':
      return structure.endSession(room, at);
    case 'setAtZero':
      return structure.setAtZero(room, command);
    case 'setWall':
      return structure.setWall(room, command);
    case 'pause':
      return time.pause(room, at);
    case 'resume':
      return time.resume(room, at);
    case 'addTime':
      return time.addTime(room, command, at);
    case 'askCoachee':
      return time.askCoachee(room, command, at);
    case 'answerAsk':
      return time.answerAsk(room, sealed, command, at);
    case 'giveFloor':
      return floor.giveFloor(room, command, at);
    case 'takeFloor':
      return floor.takeFloor(room, at);
    case 'finish':
      return floor.finish(room, at);
    case 'pass':
      return floor.pass(room, at);
    case 'raiseHand':
      return floor.raiseHand(room, command, at);
    case 'lowerHand':
      return floor.lowerHand(room, command, at);
    case 'writeCard':
      return board.writeCard(room, command, at);
    case 'editCard':
      return board.editCard(room, command, at);
    case 'setAside':
      return board.setAside(room, command, at);
    case 'bringBack':
      return board.bringBack(room, command, at);
    default:
      command satisfies never;
      return nothing;
  }
}
