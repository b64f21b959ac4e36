import type { RoomId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { ContentSeal } from '../atRest/contentSeal.ts';
import type { PackedBatch, PackedEntry, PackedEvent } from '../atRest/packed.ts';
import { boxPlace, eventPlace } from '../atRest/places.ts';
import { CallersMistake } from '../callersMistake.ts';
import type { Head } from '../eventStore.ts';
import { nextHead } from '../heads.ts';
import { expireAt } from './layout.ts';

type Arg = string | number | Uint8Array;

/** How an event begins in the list: its id in clear, then a line's end, then what is sealed. */
export const markOf = (eventId: string): string => `${JSON.stringify(eventId)}\n`;

/** A head for `position` in lua/tail.lua. */
export const positionArgs = ({ version, lastEventId, box }: Head): Arg[] => [
  version,
  lastEventId,
  markOf(lastEventId),
  box,
];

/**
 * A batch for `batch` in lua/write.lua, sealed for the place it has if the room stands at `before`.
 * Throws `CallersMistake` for what would fail half-way: a script is not rolled back.
 */
export function batchArgs(
  room: RoomId,
  seal: ContentSeal,
  before: Head,
  batch: PackedBatch,
  { poke, now }: { readonly poke: string; readonly now: Instant },
): Arg[] {
  if (!Number.isFinite(batch.forgetAt)) throw new CallersMistake('The batch does not say when to forget.');
  if (batch.grants.some(({ grant }) => grant.room !== room))
    throw new CallersMistake('The batch has a link to another room.');
  const head = nextHead(before, batch);
  const item = (version: number, { id, text }: PackedEvent): Uint8Array =>
    Buffer.concat([Buffer.from(markOf(id)), seal.seal(eventPlace(room, version, id), text)]);
  return [
    ...[head.version, head.lastEventId, head.box],
    ...[batch.forgetAt, expireAt(batch.forgetAt, now), batch.code ?? '', poke],
    ...rows(batch.events, (event, index) => [item(before.version + index + 1, event)]),
    ...rows(batch.sealed, (entry) => boxRow(room, seal, head.box, entry)),
    ...rows(batch.receipts, ({ command, version }) => [command, version]),
    ...rows(batch.grants, ({ secretHash, grant }) => [
      secretHash,
      JSON.stringify([grant.room, grant.power, grant.person]),
    ]),
    ...rows(batch.moved, ({ from, to }) => [from, to]),
    ...rows(batch.rewritten, ({ version, event }) => [version, markOf(event.id), item(version, event)]),
  ];
}

function boxRow(room: RoomId, seal: ContentSeal, rev: number, { name, text, gone }: PackedEntry): Arg[] {
  const hidden = seal.hideName(name);
  const flag = gone ? '1' : '0';
  const value = Buffer.concat([Buffer.from(`${rev}:${flag}:`), seal.seal(boxPlace(room, hidden, rev), text)]);
  return [hidden, value, flag];
}

const rows = <T>(all: readonly T[], row: (one: T, index: number) => readonly Arg[]): Arg[] => [
  all.length,
  ...all.flatMap(row),
];
