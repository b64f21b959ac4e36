import { WebSocket } from 'ws';
import { changesIn, peopleInARoom } from '../scenario.ts';
import type { Person, Room, Told } from './person.ts';
import { SocketIoLine } from './socketIoLine.ts';

const everyone = Array.from({ length: peopleInARoom }, (_, person) => person);

/** A room of the bare Socket.IO relay, which answers as ours does. */
export const socketIoRoom = (origin: string, room: string, told: Told): Promise<Room> =>
  Promise.all(
    everyone.map(async (person) => {
      const hear = (_event: string, message: Buffer) => told(person, message);
      const line = await SocketIoLine.open(origin, { room }, hear);
      return {
        set: async (card, text) => (await line.ask('change', { card: `card-${card}`, text })) === true,
        close: () => line.close(),
      } satisfies Person;
    }),
  );

/** A room of the bare WebSocket relay, which answers nothing: what one hears of one's own is the answer. */
export const wsRoom = (origin: string, room: string, told: Told): Promise<Room> =>
  Promise.all(
    everyone.map(async (person) => {
      const address = `${origin.replace('http', 'ws')}/${room}`;
      const socket = new WebSocket(address, { perMessageDeflate: false, skipUTF8Validation: true });
      const own = new Map<number, (done: boolean) => void>();
      socket.on('message', (message: Buffer) => {
        told(person, message);
        for (const change of changesIn(message)) {
          own.get(change)?.(true);
          own.delete(change);
        }
      });
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      return {
        set(card, text) {
          const said = JSON.stringify({ card: `card-${card}`, text });
          return new Promise((resolve) => {
            own.set(changesIn(Buffer.from(said))[0]!, resolve);
            socket.send(said);
          });
        },
        close: () => socket.terminate(),
      } satisfies Person;
    }),
  );
