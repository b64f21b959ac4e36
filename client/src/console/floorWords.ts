import { personById } from '#shared/room/people.ts';
import { currentPhase } from '#shared/room/phases.ts';
import { players } from '#shared/room/practice.ts';
import type { Person, RoomState } from '#shared/room/state.ts';
import { partsOpen } from '../practice/partsOpen.ts';
import { labelOf, personLabel } from '../text/phaseWords.ts';
import type { Words } from './words.ts';

/** Who has the floor, as a sentence, and whose mark goes before it. In practice that is whoever plays. */
export function floorWords(room: RoomState): { readonly words: Words; readonly who: Person | null } {
  const practice = room.run?.practice ?? null;
  const holder = personById(room, room.floor.holder);
  if (holder)
    return { words: { key: 'console.floor.has', values: { name: personLabel(room, holder) } }, who: holder };
  const { lead: leads, other: plays } = players(room);
  const [lead, other] = [labelOf(room, leads), labelOf(room, plays)];
  if (practice && lead !== null && practice.running && practice.runs > 0) {
    const values = { n: practice.runs, lead };
    return { words: inRun(values, other), who: personById(room, leads) };
  }
  if (practice && lead !== null) {
    const words: Words =
      other === null ? { key: 'console.floor.plays', values: { lead } } : withOther(lead, other);
    return { words, who: personById(room, leads) };
  }
  const open = currentPhase(room)?.floor === 'open' || partsOpen(room);
  return { words: { key: open ? 'console.floor.open' : 'console.floor.silence' }, who: null };
}

const inRun = (values: { n: number; lead: string }, other: string | null): Words =>
  other === null
    ? { key: 'console.floor.run', values }
    : { key: 'console.floor.runWith', values: { ...values, other } };

const withOther = (lead: string, other: string): Words => ({
  key: 'console.floor.playsWith',
  values: { lead, other },
});
