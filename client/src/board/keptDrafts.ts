import type { CardId } from '#shared/ids.ts';
import { zones, type Zone } from '#shared/method/phase.ts';
import type { Run } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';
import type { Drafts } from '../session/session.ts';

/** A card that lies on this device alone until its author shares it. The id is that of the card it becomes. */
export interface KeptDraft {
  readonly id: CardId;
  readonly zone: Zone;
  /** To be shared when everyone shares. */
  readonly together: boolean;
  /** The latest call there had been when it was marked: what is marked after a call waits for the next. */
  readonly seen: Instant | null;
}

const list = 'kept';
/** Where its words are: apart from the list, so that two tabs do not overwrite each other's typing. */
export const keptWords = (id: CardId): string => `kept.${id}`;

export function keptDrafts(drafts: Pick<Drafts, 'read'>): readonly KeptDraft[] {
  try {
    const stored: unknown = JSON.parse(drafts.read(list) || '[]');
    return Array.isArray(stored) ? stored.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** What lies on a device may have been written by another version of this page. */
const isKept = (one: Partial<KeptDraft> | null): one is KeptDraft =>
  typeof one?.id === 'string' && zones.some((zone) => zone === one.zone);

export function keepForMe(drafts: Drafts, id: CardId, zone: Zone, text: string): void {
  drafts.write(keptWords(id), text);
  store(drafts, [...keptDrafts(drafts), { id, zone, together: false, seen: null }]);
}

export function shareTogether(drafts: Drafts, id: CardId, together: boolean, seen: Instant | null): void {
  store(
    drafts,
    keptDrafts(drafts).map((one) => (one.id === id ? { ...one, together, seen } : one)),
  );
}

export function throwAway(drafts: Drafts, id: CardId): void {
  drafts.clear(keptWords(id));
  store(
    drafts,
    keptDrafts(drafts).filter((one) => one.id !== id),
  );
}

/** Whether the running phase has called for it. */
export const calledFor = ({ together, seen }: KeptDraft, { draftsAt }: Run): boolean =>
  together && draftsAt !== null && draftsAt !== seen;

const store = (drafts: Drafts, kept: readonly KeptDraft[]): void =>
  drafts.write(list, kept.length === 0 ? '' : JSON.stringify(kept));
