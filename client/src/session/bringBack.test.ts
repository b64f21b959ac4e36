import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mostKept, type Answer, type CommandMessage } from '#shared/protocol/messages.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { BringBack } from './bringBack.ts';
import type { RoomSocket } from './socket.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const done: Answer = { ok: true, acted: true, version: 1, seat: { power: 'participant', person: 'ben' } };
const refused: Answer = { ok: false, rejection: 'board/unknown-card' };
const message = (id: string, command: PersonCommand = { type: 'rename', name: id }): CommandMessage => ({
  id,
  command,
});

/** A page on a server that has lost what `lost` says, and answers by what `answers` says of a name. */
function page() {
  const lost = vi.fn<(ids: readonly string[]) => readonly string[] | null>(() => []);
  const answers = new Map<string, Answer[]>();
  const sent: CommandMessage[] = [];
  const told: CommandMessage[] = [];
  const socket = {
    connected: true,
    timeout: () => ({ emitWithAck: (_: 'lost', ids: string[]) => Promise.resolve(lost(ids)) }),
  };
  const room = { version: 0 };
  const bringBack = new BringBack({
    version: () => room.version,
    socket: socket as unknown as RoomSocket,
    send: (one) => {
      sent.push(one);
      const name = one.command.type === 'rename' ? one.command.name : one.command.type;
      return Promise.resolve(answers.get(name)?.shift() ?? done);
    },
    tell: (messages) => void told.push(...messages),
  });
  return { bringBack, lost, answers, sent, told, socket, room };
}

it('asks for nothing and sends nothing again while the log has it all', async () => {
  const { bringBack, lost, sent } = page();
  for (const id of ['a', 'b']) bringBack.keep(message(id), 0);
  await bringBack.look();
  expect(lost).toHaveBeenCalledExactlyOnceWith(['a', 'b']);
  expect(sent).toEqual([]);
});

it('sends what is lost again, as it was and in the order in which it was done', async () => {
  const { bringBack, lost, sent, told } = page();
  const messages = ['a', 'b', 'c', 'd'].map((id) => message(id));
  for (const one of messages) bringBack.keep(one, 0);
  lost.mockReturnValueOnce(['b', 'd']);
  await bringBack.look();
  expect(sent).toEqual([messages[1], messages[3]]);
  await vi.runAllTimersAsync();
  expect(told).toEqual([]);
});

it('sends each when the room is again where it was when it was done', async () => {
  const { bringBack, lost, sent, room } = page();
  bringBack.keep(message('a'), 10);
  bringBack.keep(message('b'), 12);
  lost.mockReturnValueOnce(['a', 'b']);
  room.version = 10;
  void bringBack.look();
  await vi.advanceTimersByTimeAsync(2_900);
  expect(sent.map(({ id }) => id)).toEqual(['a']);
  room.version = 11;
  await vi.advanceTimersByTimeAsync(2_900);
  expect(sent.map(({ id }) => id)).toEqual(['a']);
  room.version = 12;
  await vi.advanceTimersByTimeAsync(100);
  expect(sent.map(({ id }) => id)).toEqual(['a', 'b']);
});

it('waits once for what nobody brings back, and not again for the same', async () => {
  const { bringBack, lost, sent, room } = page();
  for (const [id, seen] of [
    ['a', 20],
    ['b', 20],
    ['c', 21],
  ] as const)
    bringBack.keep(message(id), seen);
  lost.mockReturnValueOnce(['a', 'b', 'c']);
  room.version = 15;
  void bringBack.look();
  await vi.advanceTimersByTimeAsync(2_900);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent.map(({ id }) => id)).toEqual(['a', 'b']);
  room.version = 16;
  await vi.advanceTimersByTimeAsync(100);
  expect(sent.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

it('tells what is refused, once, and asks for it no more', async () => {
  const { bringBack, lost, answers, told } = page();
  for (const id of ['a', 'b']) bringBack.keep(message(id), 0);
  lost.mockReturnValueOnce(['a', 'b']);
  answers.set('a', [refused]);
  await bringBack.look();
  await vi.runAllTimersAsync();
  expect(told.map(({ command }) => command)).toEqual([message('a').command]);
  await bringBack.look();
  expect(lost).toHaveBeenLastCalledWith(['b']);
});

it('says nothing of coming in: who could not come in again stands at the door', async () => {
  const { bringBack, lost, answers, told } = page();
  bringBack.keep(message('a', { type: 'join', name: 'Ben' }), 0);
  lost.mockReturnValueOnce(['a']);
  answers.set('join', [{ ok: false, rejection: 'people/already-here' }]);
  await bringBack.look();
  await vi.runAllTimersAsync();
  expect(told).toEqual([]);
});

it('goes at the pace the server takes', async () => {
  const { bringBack, lost, answers, sent } = page();
  bringBack.keep(message('a'), 0);
  lost.mockReturnValueOnce(['a']);
  answers.set('a', [{ ok: false, trouble: 'too-fast' }]);
  const looked = bringBack.look();
  await vi.runAllTimersAsync();
  await looked;
  expect(sent.map(({ id }) => id)).toEqual(['a', 'a']);
});

it('keeps what the store could not take, for the next look', async () => {
  const { bringBack, lost, answers, sent, told } = page();
  bringBack.keep(message('a'), 0);
  lost.mockReturnValueOnce(['a']).mockReturnValueOnce(['a']);
  answers.set('a', [{ ok: false, trouble: 'store-unavailable' }]);
  await bringBack.look();
  await bringBack.look();
  expect(sent.map(({ id }) => id)).toEqual(['a', 'a']);
  await vi.runAllTimersAsync();
  expect(told).toEqual([]);
});

it('asks again by itself when the server cannot tell, and not while the line is down', async () => {
  const { bringBack, lost, sent, socket } = page();
  bringBack.keep(message('a'), 0);
  lost.mockReturnValueOnce(null).mockReturnValueOnce(['a']);
  await bringBack.look();
  expect(sent).toEqual([]);
  await vi.runAllTimersAsync();
  expect(sent.map(({ id }) => id)).toEqual(['a']);
  lost.mockClear();
  socket.connected = false;
  await bringBack.look();
  await vi.runAllTimersAsync();
  expect(lost).not.toHaveBeenCalled();
});

it('looks once more when the room was told anew meanwhile', async () => {
  const { bringBack, lost, sent } = page();
  bringBack.keep(message('a'), 0);
  lost.mockReturnValueOnce([]).mockReturnValueOnce(['a']);
  await Promise.all([bringBack.look(), bringBack.look()]);
  expect(sent.map(({ id }) => id)).toEqual(['a']);
});

it('keeps the latest, as many as the server answers for', async () => {
  const { bringBack, lost } = page();
  const ids = Array.from({ length: mostKept + 1 }, (_, i) => `command-${i}`);
  for (const id of ids) bringBack.keep(message(id), 0);
  await bringBack.look();
  expect(lost).toHaveBeenCalledExactlyOnceWith(ids.slice(1));
});
