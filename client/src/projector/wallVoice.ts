import { currentPhase, isStopped } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';
import { timeMilestone } from '../measure/timeMilestone.ts';
import { phaseTitle } from '../text/phaseWords.ts';
import { t } from '../text/text.ts';

const milestones = {
  half: 'wall.time.half',
  two: 'wall.time.left2',
  one: 'wall.time.left1',
  zero: 'wall.time.zero',
} as const;

/**
 * The wall for those who listen to it: what begins, and milestones. It is read out when it changes, so
 * no second is. While somebody thinks aloud it says no more than that their part has begun.
 */
export function wallVoice(room: RoomState, now: Instant): string {
  if (room.endedAt !== null) return t('wall.ended');
  if (room.wall.curtain) return t('wall.curtain');
  const phase = currentPhase(room);
  if (!room.run || !phase) return '';
  const begun = t('wall.begun', { phase: phaseTitle(phase) });
  if (isStopped(room, phase)) return t('wall.stopped');
  if (phase.protected) return begun;
  if (room.run.clock.kind === 'paused') return t('wall.time.paused');
  const passed = timeMilestone(room, now);
  return passed === null ? begun : t(milestones[passed]);
}
