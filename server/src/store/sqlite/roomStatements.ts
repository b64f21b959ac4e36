/** The SQL of roomTables.ts. Columns come back under the names of the types they fill. */
export const roomStatements = {
  headOf: 'SELECT version, last_event_id AS lastEventId, box FROM rooms WHERE room = ?',
  boxFloorOf: 'SELECT box_floor AS boxFloor FROM rooms WHERE room = ?',
  roomByCode: 'SELECT room FROM rooms WHERE code = ?',
  addRoom:
    "INSERT INTO rooms (room, code, version, last_event_id, box, forget_at) VALUES (?, ?, 0, '', 0, ?)",
  moveHead: 'UPDATE rooms SET version = ?, last_event_id = ?, box = ?, forget_at = ? WHERE room = ?',
  changeCode: 'UPDATE rooms SET code = ? WHERE room = ?',
  dueToForget: 'SELECT room FROM rooms WHERE forget_at <= ? ORDER BY forget_at',

  // A plain INSERT: the primary key is the second guard behind compare-and-set.
  addEvent: 'INSERT INTO events (room, version, id, payload) VALUES (?, ?, ?, ?)',
  idAt: 'SELECT id FROM events WHERE room = ? AND version = ?',
  rewriteEvent: 'UPDATE events SET payload = ? WHERE room = ? AND version = ? AND id = ?',
  eventsAfter: 'SELECT version, id, payload FROM events WHERE room = ? AND version > ? ORDER BY version',

  addSealed: 'INSERT INTO box (rev, payload, gone, room, name) VALUES (?, ?, ?, ?, ?)',
  replaceSealed: 'UPDATE box SET rev = ?, payload = ?, gone = ? WHERE room = ? AND name = ?',
  sealedAfter: 'SELECT name, rev, payload FROM box WHERE room = ? AND rev > ? ORDER BY rev',

  addReceipt: 'INSERT INTO receipts (room, command, version) VALUES (?, ?, ?)',
  receiptOf: 'SELECT command, version FROM receipts WHERE room = ? AND command = ?',

  putGrant: `INSERT INTO grants (secret_hash, room, power, person) VALUES (?, ?, ?, ?)
    ON CONFLICT (secret_hash) DO UPDATE SET room = excluded.room, power = excluded.power, person = excluded.person`,
  grantOf: 'SELECT room, power, person FROM grants WHERE secret_hash = ?',

  moveGrants: 'UPDATE grants SET person = ? WHERE room = ? AND person = ?',

  forgetEvents: 'DELETE FROM events WHERE room = ?',
  forgetBox: 'DELETE FROM box WHERE room = ?',
  forgetReceipts: 'DELETE FROM receipts WHERE room = ?',
  forgetGrants: 'DELETE FROM grants WHERE room = ?',
  markUnswept: 'INSERT OR IGNORE INTO unswept VALUES (1)',
  forgetRoom: 'DELETE FROM rooms WHERE room = ?',
} as const;
