import { stoppedNow } from '#shared/room/permissions.ts';
import { currentPhase } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';
import { timeMilestone } from '../measure/timeMilestone.ts';
import { phaseTitle } from '../text/phaseWords.ts';
import { coacheeName } from './primaryAction.ts';
import type { Words } from './words.ts';

/**
 * The latest milestone, for the polite status region: it is read out when the sentence changes, so the
 * passing of seconds is never spoken. In a protected phase the minutes stay silent: somebody speaks.
 */
export function milestone(room: RoomState, now: Instant): Words | null {
  const phase = currentPhase(room);
  if (!room.run || !phase) return null;
  const { clock } = room.run;
  const values = { phase: phaseTitle(phase) };
  if (stoppedNow(room)) return { key: 'console.news.stopped', values: { name: coacheeName(room) } };
  if (room.wish) return { key: 'console.news.wish', values: { name: coacheeName(room) } };
  if (room.ask) return { key: 'console.news.asked', values: { name: coacheeName(room) } };
  if (clock.kind === 'paused') return { key: 'console.news.paused' };
  if (clock.kind === 'ready') return { key: 'console.news.ready', values };
  const passed = timeMilestone(room, now);
  const silent = phase.protected && passed !== 'zero';
  return { key: `console.news.${silent ? 'started' : (passed ?? 'started')}`, values };
}
