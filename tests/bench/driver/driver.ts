/** All clients, in a process of their own that does what main.ts asks for. */
import { setTimeout as wait } from 'node:timers/promises';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { answerCalls } from '../processes/answerCalls.ts';
import { ownCpu } from '../processes/cpu.ts';
import { changesIn } from '../scenario.ts';
import { inLots } from './inLots.ts';
import { fullturnRoom } from './fullturnRoom.ts';
import { joinAtOnce } from './joinAtOnce.ts';
import { loadFor, type Load } from './loads.ts';
import { lookAtAll } from './lookAtAll.ts';
import type { Room, Told } from './person.ts';
import { socketIoRoom, wsRoom } from './relayedRooms.ts';
import { Tally, type Tallied } from './tally.ts';

export interface Measured extends Tallied {
  readonly seconds: number;
  /** CPU seconds of the clients. */
  readonly clientCpu: number;
}

/** What has not arrived by then is lost. */
const patience = 3_000;
/** Rooms that are filled side by side. */
const atOnce = 20;

/** Filled, and not scattered yet. */
const rooms: Room[] = [];
let tally = new Tally(1);
const told: Told = (person, message) => {
  for (const change of changesIn(message)) tally.told(change, person);
};

const calls = {
  async gather({ origin, opened }: { origin: string; opened: readonly OpenedRoom[] }): Promise<void> {
    rooms.push(...(await inLots(atOnce, opened, (room) => fullturnRoom(origin, room, told))));
  },
  async gatherRelayed({ origin, kind, count }: RelayedRooms): Promise<void> {
    const names = Array.from({ length: count }, (_, room) => `room-${rooms.length + room}`);
    const open = kind === 'socketIo' ? socketIoRoom : wsRoom;
    rooms.push(...(await inLots(atOnce, names, (name) => open(origin, name, told))));
  },
  async load({ load, seconds }: { load: Load; seconds: number }): Promise<Measured> {
    tally = new Tally(tally.next);
    const cpu = ownCpu();
    const took = await loadFor(load, seconds, rooms, tally);
    const clientCpu = ownCpu() - cpu;
    const latest = performance.now() + patience;
    while (!tally.complete && performance.now() < latest) await wait(5);
    return { ...tally.result, seconds: took, clientCpu };
  },
  scatter(_: null): void {
    for (const person of rooms.splice(0).flat()) person.close();
  },
  joinAtOnce,
  lookAtAll,
};
interface RelayedRooms {
  readonly origin: string;
  readonly kind: 'socketIo' | 'ws';
  readonly count: number;
}
export type DriverCalls = typeof calls;
answerCalls(calls);
