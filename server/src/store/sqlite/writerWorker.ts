import { parentPort, workerData } from 'node:worker_threads';
import { DataDirInUse, readyFolder } from '../atRest/folders.ts';
import { GroupCommit } from './groupCommit.ts';
import { RoomKeys } from '../atRest/roomKeys.ts';
import { RoomTables } from './roomTables.ts';
import { openDatabase } from './schema.ts';
import type { Folders, Job, Opening } from './writerCalls.ts';

/** The thread that owns the data folder: every read and write of it happens here, one group at a time. */
function start({ dataDir, keysDir }: Folders): void {
  if (parentPort === null) throw new Error('The writer only runs as a worker thread.');
  const port = parentPort;
  let groups: GroupCommit;
  try {
    readyFolder(dataDir, 'data');
    readyFolder(keysDir, 'keys');
    const db = openDatabase(dataDir);
    groups = new GroupCommit(db, new RoomTables(db, new RoomKeys(keysDir)));
  } catch (error) {
    const inUse = error instanceof DataDirInUse;
    port.postMessage({ opened: false, inUse, message: (error as Error).message } satisfies Opening);
    return;
  }
  port.on('message', (group: readonly Job[]) => {
    const outcomes = groups.run(group);
    const last = group.some(({ call }) => call === 'close');
    if (last) groups.close();
    port.postMessage(outcomes);
    if (last) port.close();
  });
  port.postMessage({ opened: true } satisfies Opening);
}

start(workerData as Folders);
