import { personById } from '#shared/room/people.ts';
import { currentPhase, isStopped } from '#shared/room/phases.ts';
import { players } from '#shared/room/practice.ts';
import type { Practice, RoomState } from '#shared/room/state.ts';
import type { Role } from '#shared/method/phase.ts';
import { nextVoice, speaksOfProcess } from '#shared/room/voices.ts';
import { roundRests } from '../participant/roundRests.ts';
import { partsOpen } from '../practice/partsOpen.ts';
import { playersWords } from '../practice/playersWords.ts';
import { labelOf } from '../text/phaseWords.ts';
import { t } from '../text/text.ts';

/** Who has the floor, or what is so while nobody has it. */
export interface FloorLine {
  readonly role: Role | null;
  /** Empty where no name is shown. */
  readonly name: string;
  /** Said smaller behind the name, or alone. */
  readonly words: string;
}

const alone = (words: string): FloorLine => ({ role: null, name: '', words });

export function floorLine(room: RoomState): FloorLine {
  const practice = room.run?.practice;
  const phase = currentPhase(room);
  if (phase && isStopped(room, phase)) return alone(t('wall.silence'));
  if (room.floor.holder !== null)
    return named(room, room.floor.holder, t(speaksOfProcess(room) ? 'wall.process' : 'wall.hasFloor'));
  if (practice) return practiceLine(room, practice);
  if (phase?.floor === 'open') return alone(t('wall.openFloor'));
  const next = room.floor.round && nextVoice(room);
  if (next) return named(room, next, t('wall.next'));
  return alone(t(roundRests(room) ? 'wall.rests' : 'wall.silence'));
}

const named = (room: RoomState, id: string, words: string): FloorLine => ({
  role: personById(room, id)?.role ?? null,
  name: labelOf(room, id) ?? '',
  words,
});

function practiceLine(room: RoomState, practice: Practice): FloorLine {
  const { stage, running, runs } = practice;
  const { lead } = players(room);
  const counted = stage === 'runs' && runs > 0;
  if (running && lead !== null) {
    const words = counted ? t('wall.practice.run', { n: runs }) : t('wall.practice.playing');
    return { role: personById(room, lead)?.role ?? null, name: playersWords(room) ?? '', words };
  }
  if (partsOpen(room)) return alone(t('wall.openFloor'));
  if (stage === 'model' && lead !== null) return named(room, lead, t('wall.practice.shows'));
  return alone(t('wall.practice.count', { n: runs }));
}
