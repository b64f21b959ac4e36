import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mostKept, type Answer, type CommandMessage } from '#shared/protocol/messages.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { BringBack } from './bringBack.ts';
import type { RoomSocket } from './socket.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const done: Answer = { ok: true, acted: true, version: 1, seat: { power: 'participant', person: 'ben' } };
const refused: Answer = { ok: false, rejection: 'board/unknown-card' };
const away: Answer = { ok: false, trouble: 'store-unavailable' };

const rename = (id: string): CommandMessage => ({ id, command: { type: 'rename', name: id } });
const edit = (id: string, card: string): CommandMessage => ({
  id,
  command: { type: 'editCard', run: 'run', card, text: id, edition: 1 },
});
const other = (id: string, command: PersonCommand): CommandMessage => ({ id, command });

/** A page on a server that has lost what `lost` says, and answers by id, else that it is done. */
function pageThat(did: readonly CommandMessage[]) {
  const acted = new Map(did.map((message) => [message.id, message]));
  const lost = vi.fn<(ids: readonly string[]) => readonly string[] | null>((ids) => ids);
  const answers = new Map<string, Answer | Promise<Answer>>();
  const sent: string[] = [];
  const told: string[] = [];
  const ask = (event: 'lost' | 'command', what: unknown): Promise<unknown> => {
    if (event === 'lost') return Promise.resolve(lost(what as string[]));
    const { id } = what as CommandMessage;
    sent.push(id);
    return Promise.resolve(answers.get(id) ?? done);
  };
  const socket = { connected: true, timeout: () => ({ emitWithAck: ask }) };
  const bringBack = new BringBack({
    socket: socket as unknown as RoomSocket,
    acted,
    tell: (messages) => void told.push(...messages.map(({ id }) => id)),
  });
  return { bringBack, acted, lost, answers, sent, told, socket };
}

it('sends nothing again while the log has it all, and asks for nothing where nothing was done', async () => {
  const { bringBack, lost, sent } = pageThat([rename('a'), rename('b')]);
  lost.mockReturnValueOnce([]);
  await bringBack.look();
  expect(lost).toHaveBeenCalledExactlyOnceWith(['a', 'b']);
  expect(sent).toEqual([]);
  const idle = pageThat([]);
  await idle.bringBack.look();
  expect(idle.lost).not.toHaveBeenCalled();
});

it('sends what is lost again, in the order in which it was done', async () => {
  const { bringBack, lost, sent, told } = pageThat(['a', 'b', 'c', 'd'].map(rename));
  lost.mockReturnValueOnce(['b', 'd']);
  await bringBack.look();
  expect([sent, told]).toEqual([['b', 'd'], []]);
});

it('does not move the meeting again, nor say yes for anybody: it tells that this is lost', async () => {
  const { bringBack, sent, told, acted } = pageThat([
    other('next', { type: 'next', run: 'run' }),
    rename('mine'),
    other('yes', { type: 'acceptInvitation' }),
    other('out', { type: 'remove', person: 'eve' }),
  ]);
  await bringBack.look();
  expect([sent, told]).toEqual([['mine'], ['next', 'yes', 'out']]);
  expect([...acted.keys()]).toEqual(['mine']);
});

it('tells what is refused once, and asks for it no more', async () => {
  const { bringBack, lost, answers, told } = pageThat([rename('a'), rename('b')]);
  answers.set('a', refused);
  await bringBack.look();
  expect(told).toEqual(['a']);
  lost.mockReturnValueOnce([]);
  await bringBack.look();
  expect(lost).toHaveBeenLastCalledWith(['b']);
});

it('does not go on with a card that it was refused for: it may have become another’s', async () => {
  const { bringBack, answers, sent, told } = pageThat([edit('1st', 'c'), edit('2nd', 'c'), edit('3rd', 'd')]);
  answers.set('1st', { ok: false, rejection: 'board/changed-meanwhile' });
  await bringBack.look();
  expect([sent, told]).toEqual([
    ['1st', '3rd'],
    ['1st', '2nd'],
  ]);
});

it('lets go of what is so already, so that it does not act by surprise another day', async () => {
  const { bringBack, answers, acted } = pageThat([rename('a')]);
  answers.set('a', { ...done, acted: false });
  await bringBack.look();
  expect(acted.size).toBe(0);
});

it('says nothing of coming in: who could not come in again stands at the door', async () => {
  const { bringBack, answers, told } = pageThat([other('a', { type: 'join', name: 'Ben' })]);
  answers.set('a', { ok: false, rejection: 'people/already-here' });
  await bringBack.look();
  expect(told).toEqual([]);
});

it('stops where the store cannot take more, keeps the order, and goes on by itself', async () => {
  const { bringBack, answers, sent, told } = pageThat([
    other('next', { type: 'next', run: 'run' }),
    rename('a'),
    rename('b'),
  ]);
  answers.set('a', away);
  await bringBack.look();
  expect([sent, told]).toEqual([['a'], ['next']]);
  answers.clear();
  await vi.runAllTimersAsync();
  expect([sent, told]).toEqual([['a', 'a', 'b'], ['next']]);
});

it('asks again by itself when the server cannot tell', async () => {
  const { bringBack, lost, sent } = pageThat([rename('a')]);
  lost.mockReturnValueOnce(null);
  await bringBack.look();
  expect(sent).toEqual([]);
  await vi.runAllTimersAsync();
  expect(sent).toEqual(['a']);
});

it('waits for no answer that the line took with it, and looks again when the room is told anew', async () => {
  const { bringBack, answers, sent, socket } = pageThat([rename('a')]);
  const { promise, reject } = Promise.withResolvers<Answer>();
  answers.set('a', promise);
  const looked = bringBack.look();
  await vi.advanceTimersByTimeAsync(0);
  socket.connected = false;
  reject(new Error('the line went'));
  await looked;
  await vi.runAllTimersAsync();
  expect(sent).toEqual(['a']);
  socket.connected = true;
  answers.clear();
  await bringBack.look();
  expect(sent).toEqual(['a', 'a']);
});

it('looks once more when the room was told anew meanwhile', async () => {
  const { bringBack, lost, sent } = pageThat([rename('a')]);
  lost.mockReturnValueOnce([]).mockReturnValueOnce(['a']);
  await Promise.all([bringBack.look(), bringBack.look()]);
  expect(sent).toEqual(['a']);
});

it('asks for the latest, as many as the server answers for', async () => {
  const ids = Array.from({ length: mostKept + 3 }, (_, i) => `command-${i}`);
  const { bringBack, lost } = pageThat(ids.map(rename));
  lost.mockReturnValueOnce([]);
  await bringBack.look();
  expect(lost).toHaveBeenCalledExactlyOnceWith(ids.slice(3));
});
