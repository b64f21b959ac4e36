import { emptyHead, type EventStore, type Head } from '#server/store/eventStore.ts';
import { openSqliteStore } from '#server/store/sqlite/sqliteStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { batchOf, cardWritten, wroteCard } from '#tests/support/storedEvents.ts';
import { once } from 'node:events';
import { roomsSideBySide } from './roomsSideBySide.ts';

/**
 * A process of its own for sqliteLeftovers.test.ts: plants words, says so, waits for a line, has them
 * forgotten one way or another, and kills itself in the moment that is acknowledged.
 */
const [dataDir = '', keysDir = '', way = '', words = ''] = process.argv.slice(2);

const ways: Readonly<Record<string, (store: EventStore, head: Head) => Promise<unknown>>> = {
  forget: (store) => store.forget('planted'),
  rewrite: (store, head) => {
    const rewritten = [{ version: 1, event: cardWritten('e1', '') }];
    return store.append('planted', head, batchOf({ events: [cardWritten('e2')], rewritten }));
  },
  overwrite: (store, head) => store.append('planted', head, batchOf({ sealed: [wroteCard('c', 'nobody')] })),
};

const store = await openSqliteStore({ dataDir, keysDir, clock: storeClock() });
const inTheBox = way === 'overwrite';
const planted = batchOf({
  events: [cardWritten('e1', inTheBox ? '' : words)],
  sealed: [wroteCard('c', inTheBox ? words : 'somebody')],
});
await store.create('planted', '123456789', planted);
await roomsSideBySide(store, { rooms: 10, rounds: 10, seed: 3 });
const head = (await store.read('planted', emptyHead))?.head ?? emptyHead;
process.stdout.write('planted\n');
await once(process.stdin, 'data');
await ways[way]?.(store, head);
process.kill(process.pid, 'SIGKILL');
