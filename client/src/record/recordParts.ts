import type { SessionRecord } from './sessionRecord.ts';

/** What a person can leave out of their copy. */
export const recordParts = ['step', 'board', 'others', 'unsent', 'notes', 'time'] as const;
export type RecordPart = (typeof recordParts)[number];

/** How much of each part there is; nothing to take is 0. */
export const partSizes = (record: SessionRecord): Readonly<Record<RecordPart, number>> => ({
  step: record.step.length,
  board: record.cards.filter(({ mine }) => mine).length,
  others: record.cards.filter(({ mine }) => !mine).length,
  unsent: record.unsent.length,
  notes: record.notes.trim() === '' ? 0 : 1,
  time: record.time.length,
});

/** The same record without the parts that are not wanted. */
export function withoutParts(record: SessionRecord, out: readonly RecordPart[]): SessionRecord {
  return {
    ...record,
    step: out.includes('step') ? [] : record.step,
    cards: record.cards.filter(({ mine }) => !out.includes(mine ? 'board' : 'others')),
    unsent: out.includes('unsent') ? [] : record.unsent,
    notes: out.includes('notes') ? '' : record.notes,
    time: out.includes('time') ? [] : record.time,
  };
}
