import { emptyHead, type EventStore, type Head } from '#server/store/eventStore.ts';
import { openSqliteStore } from '#server/store/sqlite/sqliteStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { batchOf, cardWritten, offered } from '#tests/support/storedEvents.ts';

/**
 * A process of its own for the tests of sqliteFaults.test.ts: opens the folders, says so, and appends
 * for ever, one line for each version that was acknowledged, or until the store refuses.
 */
const [dataDir = '', keysDir = ''] = process.argv.slice(2);

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

async function appendUntilRefused(store: EventStore): Promise<void> {
  await store.create('room', '123456789', batchOf({}));
  let head: Head = emptyHead;
  for (;;) {
    const events = [cardWritten(`e${head.version + 1}`)];
    const receipts = [{ command: `c${head.version + 1}`, version: head.version + 1 }];
    const append = store.append('room', head, batchOf({ events, sealed: [offered('kim')], receipts }));
    // A neighbour in the same group: when the commit fails it must not be acknowledged either.
    const neighbour = store.create(`room ${head.version}`, `code ${head.version}`, batchOf({}));
    const [appended, made] = await Promise.allSettled([append, neighbour]);
    if (appended.status === 'rejected') {
      say({ refused: (appended.reason as Error).constructor.name, neighbour: made.status });
      return;
    }
    if (!appended.value.ok) throw new Error('Nobody else writes here.');
    head = appended.value.head;
    say({ acknowledged: head.version });
  }
}

try {
  const store = await openSqliteStore({ dataDir, keysDir, clock: storeClock() });
  say({ opened: true });
  await appendUntilRefused(store);
  const outcome = (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => 'answered',
      (error: unknown) => (error as Error).constructor.name,
    );
  say({
    create: await outcome(store.create('late', 'late', batchOf({}))),
    ping: await outcome(store.ping()),
    forget: await outcome(store.forget('room')),
    read: (await store.read('room', emptyHead))?.head.version,
  });
  await store.close();
} catch (error) {
  say({ name: (error as Error).constructor.name, message: (error as Error).message });
}
