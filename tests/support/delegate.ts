import type { EventStore } from '#server/store/eventStore.ts';

/** The same store as plain functions, for a test to replace some of them. */
export const delegate = (store: EventStore): EventStore => ({
  create: (room, code, batch) => store.create(room, code, batch),
  read: (room, after) => store.read(room, after),
  append: (room, expected, batch) => store.append(room, expected, batch),
  turn: () => store.turn(),
  receipt: (room, command) => store.receipt(room, command),
  grant: (hash) => store.grant(hash),
  roomByCode: (code) => store.roomByCode(code),
  dueToForget: (now) => store.dueToForget(now),
  forget: (room) => store.forget(room),
  subscribe: (room, onPoke) => store.subscribe(room, onPoke),
  now: () => store.now(),
  rate: store.rate,
  ping: () => store.ping(),
  close: () => store.close(),
});
