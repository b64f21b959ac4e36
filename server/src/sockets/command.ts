import type { CommandId } from '#shared/ids.ts';
import type { Answer, CommandMessage, Seat } from '#shared/protocol/messages.ts';
import type { Actor } from '#shared/room/actor.ts';
import { parseCommand, type PersonCommand } from '#shared/room/commands.ts';
import type { Metrics } from '../metrics.ts';
import type { Outcome } from '../rooms/liveRoom.ts';
import type { Admitted } from './handshake.ts';
import type { Pace } from './pace.ts';
import { actorOf } from './reader.ts';
import { seatAs } from './recognise.ts';
import type { RoomSocket } from './roomSocket.ts';

type Reply = (answer: Answer) => void;

/** Hears one command. Between its arrival and the room's queue there is no wait, so order is kept. */
export function takeCommand(
  metrics: Metrics,
  socket: RoomSocket,
  pace: Pace,
  message: unknown,
  reply: unknown,
): void {
  if (typeof reply !== 'function') return;
  const answer = reply as Reply;
  const parsed = parseMessage(message);
  if (!parsed) return answer({ ok: false, trouble: 'malformed' });
  if (!pace.take()) return answer({ ok: false, trouble: 'too-fast' });
  const submit = (): void => {
    const { held, secretHash, wallHash } = socket.data.admitted;
    const submitted = held.live.submit({
      id: parsed.id,
      command: parsed.command,
      actor: actorAt(socket.data.admitted, parsed.as),
      secretHash,
      wallHash,
    });
    void submitted.then((outcome) => {
      metrics.commandEnded(outcome.kind);
      if (outcome.kind === 'acted' && outcome.joined) seatAs(socket, outcome.joined);
      answer(answerOf(outcome, held.live.version, seatAfter(outcome, socket.data.admitted.seat)));
    });
  };
  if (!knocks(socket.data.admitted, parsed.command)) return submit();
  // Who knocks has nothing else to say, so no order is lost.
  void socket.data
    .mayKnock()
    .then((may) => (may ? submit() : answer({ ok: false, trouble: 'too-many-knocks' })));
}

function actorAt({ seat, visits, invited }: Admitted, as: string | undefined): Actor {
  if (!visits) return actorOf(seat, as);
  return { kind: 'visitor', person: seat.person, ...(invited !== null && { link: invited }) };
}

const knocks = ({ visits, invited }: Admitted, { type }: PersonCommand): boolean =>
  visits && invited === null && type === 'join';

export const isCommandId = (id: unknown): id is CommandId =>
  typeof id === 'string' && /^[\w-]{8,64}$/.test(id);

function parseMessage(message: unknown): CommandMessage | null {
  const { id, command, as, ...rest } = (message ?? {}) as Record<string, unknown>;
  if (!isCommandId(id) || Object.keys(rest).length > 0) return null;
  if (as !== undefined && (typeof as !== 'string' || !/^[\w-]{1,64}$/.test(as))) return null;
  const parsed: PersonCommand | null = parseCommand(command);
  return parsed && { id, command: parsed, ...(as !== undefined && { as }) };
}

/** Who has just come in is somebody before the door is looked at anew. */
const seatAfter = (outcome: Outcome, seat: Seat): Seat =>
  outcome.kind === 'acted' && outcome.joined !== null ? { ...seat, person: outcome.joined } : seat;

function answerOf(outcome: Outcome, version: number, seat: Seat): Answer {
  switch (outcome.kind) {
    case 'acted':
      return { ok: true, acted: true, version: outcome.version, seat };
    case 'nothing':
      return { ok: true, acted: false, version, seat };
    case 'refused':
      return { ok: false, rejection: outcome.rejection };
    case 'failed':
      return { ok: false, trouble: 'store-unavailable' };
  }
}
