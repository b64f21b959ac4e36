import type { Batch } from '#server/store/eventStore.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import type { SealedEntry } from '#shared/room/sealed.ts';
import { instant } from '#shared/time.ts';

const someDay = instant(Date.UTC(2026, 10, 3, 14, 0));

export const cardWritten = (id: string, text = `What ${id} says`): StoredEvent => ({
  type: 'cardWritten',
  card: `card of ${id}`,
  zone: 'questions',
  turn: 0,
  text,
  by: null,
  scribed: false,
  id,
  at: someDay,
});

export const personJoined = (id: string, name: string): StoredEvent => ({
  type: 'personJoined',
  person: `person of ${id}`,
  name,
  facilitates: false,
  id,
  at: someDay,
});

export const offered = (person: string): SealedEntry => ({ kind: 'offer', key: person, value: ['coachee'] });
export const offerTakenBack = (person: string): SealedEntry => ({ kind: 'offer', key: person, value: null });
export const wroteCard = (card: string, person: string): SealedEntry => ({
  kind: 'author',
  key: card,
  value: person,
});

/** Kept for a long while unless a test says otherwise. */
export const batchOf = (parts: Partial<Batch>): Batch => ({
  events: [],
  sealed: [],
  grants: [],
  receipts: [],
  code: null,
  moved: [],
  rewritten: [],
  forgetAt: instant(Date.UTC(2027, 0, 1)),
  ...parts,
});
