import { eventStoreContract } from './eventStoreContract.ts';
import { sqliteFolders } from './sqliteFolders.ts';

eventStoreContract(
  'the SQLite store',
  async () => {
    const folders = sqliteFolders();
    const open = () => folders.open();
    return { store: await open(), reopen: open, dispose: () => folders.dispose() };
  },
  { outlives: true },
);
