import { acting } from './actor.ts';
import { latest } from '../time.ts';
import type { PersonId } from '../ids.ts';
import type { Command, CommandType, PersonCommand } from './commands.ts';
import * as board from './decide/board.ts';
import * as consoles from './decide/console.ts';
import * as entry from './decide/entry.ts';
import * as floor from './decide/floor.ts';
import * as keeping from './decide/keeping.ts';
import * as links from './decide/links.ts';
import * as people from './decide/people.ts';
import * as plan from './decide/plan.ts';
import * as powers from './decide/powers.ts';
import * as practice from './decide/practice.ts';
import { refusedBeforehand } from './decide/refusedBeforehand.ts';
import * as roles from './decide/roles.ts';
import { decideShownAtOnce, isShownAtOnce } from './decide/shownAtOnce.ts';
import * as structure from './decide/structure.ts';
import * as time from './decide/time.ts';
import * as turn from './decide/turn.ts';
import { undo } from './decide/undo.ts';
import * as voice from './decide/voice.ts';
import { nothing, refuse, type Context, type Decision } from './decision.ts';
import { personById } from './people.ts';
import { barrier } from './permissions.ts';
import type { Sealed } from './sealed.ts';
import type { RoomState } from './state.ts';
import { isUndoable } from './undo.ts';

/**
 * The rules of the room: what follows when `actor` asks for `command`. Pure. SPEC.md has the rules in
 * words; each lies in one file of `decide/`.
 */
export function decide(room: RoomState, sealed: Sealed, command: Command, context: Context): Decision {
  const at: Context = { ...context, now: latest(context.now, room.changedAt) };
  if (command.type === 'tick') return time.tick(room, sealed, at);
  if (command.type === 'noteAway') return people.noteAway(room, command);
  if (command.type === 'noteBack') return people.noteBack(room, command);
  if (command.type === 'knockOfWall') return entry.knockOfWall(sealed, command, at);
  const actor = acting(room, at.actor);
  if ('speaksFor' in actor) return spokenFor(room, sealed, command, { ...at, actor }, actor.speaksFor);
  const decision = decidePerson(room, sealed, command, { ...at, actor });
  return actor.kind === 'facilitator' ? withUndo(decision, command.type) : decision;
}

/** Somebody without a device asks through a facilitator, and has exactly their own powers. */
function spokenFor(
  room: RoomState,
  sealed: Sealed,
  command: PersonCommand,
  at: Context,
  id: PersonId,
): Decision {
  // Whoever speaks for somebody needs what adding them needs.
  const barred = barrier(room, 'addPerson', at.actor);
  if (barred) return refuse(barred);
  const person = personById(room, id);
  if (!person) return refuse('people/unknown');
  if (person.device) return refuse('people/has-device');
  return decidePerson(room, sealed, command, { ...at, actor: { kind: 'participant', person: id } });
}

/** What a facilitator did and may take back stands in the log with its name. */
function withUndo(decision: Decision, type: CommandType): Decision {
  if ('rejection' in decision || decision.events.length === 0 || !isUndoable(type)) return decision;
  const { length: events } = decision.events;
  return { ...decision, events: [{ type: 'facilitatorActed', action: type, events }, ...decision.events] };
}

function decidePerson(room: RoomState, sealed: Sealed, command: PersonCommand, at: Context): Decision {
  const refused = refusedBeforehand(room, command, at.actor);
  if (refused) return refused;
  if (isShownAtOnce(command)) return decideShownAtOnce(room, command, at);
  switch (command.type) {
    case 'join':
      return entry.join(room, sealed, command, at);
    case 'admit':
      return entry.admit(room, sealed, command);
    case 'turnAway':
      return entry.turnAway(sealed, command);
    case 'setEntry':
      return entry.setEntry(room, sealed, command);
    case 'remove':
      return entry.remove(room, sealed, command, at);
    case 'changeCode':
      return entry.changeCode(sealed, at);
    case 'makeLink':
      return links.makeLink(sealed, command, at);
    case 'withdrawLink':
      return links.withdrawLink(sealed, command);
    case 'addPerson':
      return entry.addPerson(room, command, at);
    case 'nameDeputy':
      return consoles.nameDeputy(room, command);
    case 'offerConsole':
      return consoles.offerConsole(room, command, at);
    case 'acceptConsole':
      return consoles.acceptConsole(room, sealed, at);
    case 'declineConsole':
      return consoles.declineConsole(sealed, at);
    case 'takeOver':
      return consoles.takeOver(room, sealed, at);
    case 'nameScribe':
      return roles.nameScribe(room, command, at);
    case 'renameRole':
      return roles.renameRole(room, command);
    case 'showNames':
      return roles.showNames(room, command);
    case 'signal':
      return people.signal(sealed, command, at);
    case 'answerSignal':
      return people.answerSignal(sealed, command);
    case 'rename':
      return people.rename(room, command, at);
    case 'leave':
      return people.leave(room, sealed, at);
    case 'comeBack':
      return people.comeBack(room, at);
    case 'agree':
      return people.agree(room, command, at);
    case 'askForAgreement':
      return people.askForAgreement(room, command);
    case 'sayReady':
      return people.sayReady(room, command, at);
    case 'setRole':
      return roles.setRole(room, sealed, command, at);
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
    case 'stop':
      return powers.stop(room);
    case 'goOn':
      return powers.goOn(room, command);
    case 'showTurn':
      return powers.showTurn(room, command, at);
    case 'askForTime':
      return powers.askForTime(room, command);
    case 'declineTime':
      return powers.declineTime(room, command);
    case 'answerVoice':
      return voice.answerVoice(room, command);
    case 'setIdeas':
      return voice.setIdeas(room, command);
    case 'takePart':
      return practice.takePart(room, command, at);
    case 'leavePart':
      return practice.leavePart(room, at);
    case 'swapParts':
      return practice.swapParts(room);
    case 'setStage':
      return practice.setStage(room, command);
    case 'beginRun':
      return practice.beginRun(room);
    case 'endRun':
      return practice.endRun(room);
    case 'setLengths':
      return plan.setLengths(room, command);
    case 'movePhase':
      return plan.movePhase(room, command);
    case 'addTurn':
      return plan.addTurn(room);
    case 'removeTurn':
      return plan.removeTurn(room, sealed);
    case 'undo':
      return undo(room, sealed, command, at);
    case 'jump':
      return structure.jump(room, sealed, command, at);
    case 'shortenKeeping':
      return keeping.shortenKeeping(room, command);
    case 'forgetSession':
      return keeping.forgetSession(room, at);
    case 'releaseCard':
      return keeping.releaseCard(room, sealed, command, at);
    case 'forgetCard':
      return keeping.forgetCard(room, sealed, command, at);
    case 'callDrafts':
      return board.callDrafts(room, command);
    case 'start':
      return structure.start(room, sealed, at);
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
    case 'passAlways':
      return floor.passAlways(room, command, at);
    default:
      command satisfies never;
      return nothing;
  }
}
