import { eventStoreContract } from './eventStoreContract.ts';
import { sqliteFolders } from './sqliteFolders.ts';

eventStoreContract(
  'the SQLite store',
  async () => {
    const folders = sqliteFolders();
    const open = () => folders.open();
    const finds = (words: string, keys: 'with keys' | 'without keys') => folders.scan(keys).finds(words);
    return { store: await open(), reopen: open, finds, dispose: () => folders.dispose() };
  },
  { outlives: true },
);
