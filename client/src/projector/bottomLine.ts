import { coacheeOf } from '#shared/room/people.ts';
import { currentPhase, isStopped, phaseAfter } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { minutes, seconds, type Duration, type Instant } from '#shared/time.ts';
import { speaksOfProcess } from '#shared/room/voices.ts';
import { measureTime } from '../measure/measureTime.ts';
import { chimeWords } from '../sound/chimeMark.ts';
import { roundRests } from '../participant/roundRests.ts';
import { labelOf, phaseTitle } from '../text/phaseWords.ts';
import { t } from '../text/text.ts';

/** Lines hold this many characters at the size of the wall's sentences, also on a 4:3 projector. */
const lineHolds = 26;
/** A milestone is said for this long after it was passed. */
const saidFor = seconds(20);

interface BottomLine {
  readonly lines: readonly string[];
  /** A state of the time, which stands out a little. */
  readonly state: boolean;
}

/** The wall's one voice: the state in words, or what to do now. Never more than two lines. */
export function bottomLine(room: RoomState, now: Instant): BottomLine {
  const phase = currentPhase(room);
  if (!phase) return { lines: [t('wall.time.ready')], state: false };
  if (isStopped(room, phase)) return { lines: stoppedWords(room), state: true };
  const words = stateWords(room, now);
  const said = answerWords(room);
  if (words !== null) return { lines: said === null ? [words] : [words, said], state: true };
  if (said === null) return { lines: turnWords(room), state: false };
  if (roundRests(room) === 'coachees') return { lines: [said, timeLeftWords(room)], state: false };
  return { lines: room.run?.ideas ? [said, t('wall.ideas')] : [said], state: false };
}

/** What the board's wall says behind the name, where there is no line for it below; null where nothing is. */
export function boardLine(room: RoomState, now: Instant): string | null {
  const phase = currentPhase(room);
  if (!phase) return null;
  if (isStopped(room, phase)) return t('wall.stopped');
  const words = stateWords(room, now);
  if (words !== null) return words;
  // An answer is of its moment; that ideas have their place now holds until the coachee closes it.
  return room.run?.ideas && !speaksOfProcess(room) ? t('wall.ideas') : answerWords(room);
}

function stoppedWords(room: RoomState): string[] {
  const after = phaseAfter(room);
  const words = t('wall.stopped');
  return after ? [words, t('wall.then', { phase: phaseTitle(after) })] : [words];
}

/** What the coachee answered last, in their words: the line above says whose they are. */
function answerWords(room: RoomState): string | null {
  const answer = room.floor.voice?.answer ?? null;
  return answer === null ? null : t(`wall.answer.${answer}`);
}

/** What the turn asks for now, beyond what its part always does. */
function turnWords(room: RoomState): readonly string[] {
  const phase = currentPhase(room)!;
  if (roundRests(room) === 'coachees') return [t('wall.roundRests'), timeLeftWords(room)];
  if (roundRests(room) === 'done') return [t('wall.roundDone')];
  if (speaksOfProcess(room)) return [t('wall.processWords')];
  if (room.run?.ideas) return [t('wall.ideas'), t('wall.ideasOne')];
  const practice = room.run?.practice;
  const speaking = practice?.remark === 'said' && room.floor.holder !== null;
  if (practice?.remark === 'open' || speaking) return [t('wall.practice.remark')];
  if (practice && !practice.running && practice.runs === 0)
    return [t('wall.practice.begin'), t('wall.practice.normal')];
  return sentences(t(`wall.phase.${phase.kind}`));
}

function timeLeftWords(room: RoomState): string {
  const name = labelOf(room, coacheeOf(room)?.id ?? null) ?? '';
  const words = t('wall.timeLeft', { name });
  return words.length <= lineHolds ? words : t('wall.timeLeftPlain');
}

function stateWords(room: RoomState, now: Instant): string | null {
  const chimed = chimeWords(room, now);
  if (chimed) return t(chimed);
  const { state, left } = measureTime(room, now);
  const justPassed = (mark: Duration) => left !== null && left <= mark && left > mark - saidFor;
  switch (state) {
    case 'ready':
      return t('wall.time.ready');
    case 'last':
      if (justPassed(minutes(2))) return t('wall.time.left2');
      return justPassed(minutes(1)) ? t('wall.time.left1') : null;
    case 'zero':
      return t('wall.time.zero');
    case 'extra':
      return t('wall.time.extra');
    case 'paused':
      return t('wall.time.paused');
    case 'running':
    case 'untimed':
      return null;
  }
}

/** "Listen without speaking. Let silence be." stands on two lines; what needs more flows as one. */
function sentences(line: string): string[] {
  const parts = line.split(/(?<=\.) /);
  return parts.length === 2 && parts.every((part) => part.length <= lineHolds) ? parts : [line];
}
