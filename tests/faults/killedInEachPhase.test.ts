import { afterEach, beforeEach, expect, test } from 'vitest';
import { timeLeft } from '#shared/room/clock.ts';
import { currentPhase } from '#shared/room/phases.ts';
import { minutes } from '#shared/time.ts';
import { sqliteFolders, type SqliteFolders } from '../contract/sqliteFolders.ts';
import { ChildServer } from '../support/childServer.ts';
import type { Wish } from '../support/given.ts';
import { LivingRoom } from '../support/livingRoom.ts';

let folders: SqliteFolders;
let child: ChildServer;
beforeEach(() => {
  folders = sqliteFolders();
});
afterEach(async () => {
  await child.kill('SIGKILL');
  await folders.dispose();
});

async function start(): Promise<string> {
  const { dataDir: DATA_DIR, keysDir: KEYS_DIR } = folders;
  child = new ChildServer({ HOST: '127.0.0.1', PORT: '0', DATA_DIR, KEYS_DIR });
  return child.address();
}

const card = (name: string, zone: 'focus' | 'heard' | 'questions' | 'runs' | 'takeaways'): Wish => ({
  type: 'writeCard',
  card: `card-of-${name}-${zone}`,
  zone,
  text: `${name} in ${zone}`,
});
const step = { insight: 'Less', what: 'Ask Ida', sentence: '', when: 'Monday', sign: '', tell: '' };

/** What people do in each phase, in order; the last of them is the last that was acknowledged before the kill. */
const doings: readonly (readonly [phase: string, ...acts: (readonly [string, Wish])[]])[] = [
  ['agree', ['Ben', { type: 'agree', agreement: 'standard-1', agreed: true }]],
  ['focus', ['Amina', card('Amina', 'focus')]],
  ['listen', ['Joel', { type: 'addTime', by: minutes(1) }], ['Amina', { type: 'askForTime' }]],
  [
    'echo',
    ['Ben', { type: 'takeFloor' }],
    ['Amina', { type: 'answerVoice', answer: 'fits' }],
    ['Ben', card('Ben', 'heard')],
  ],
  ['ask', ['Amina', { type: 'setIdeas', open: true }], ['Ben', { type: 'raiseHand', process: false }]],
  ['reps', ['Ben', { type: 'takePart', part: 'model' }], ['Joel', { type: 'beginRun' }]],
  ['plan', ['Amina', { type: 'shareStep', step }]],
  ['close', ['Joel', { type: 'takeFloor' }], ['Ben', card('Ben', 'takeaways')]],
];

test('killed in each phase: nothing acknowledged is lost, nothing acts twice, no deadline comes early', async () => {
  const room = await LivingRoom.open(await start());
  await room.joins('Joel', 'Amina', 'Ben');
  await room.does('Amina', { type: 'offer', roles: ['coachee'] });
  await room.does('Joel', { type: 'invite', person: room.id('Amina') });
  await room.does('Amina', { type: 'acceptInvitation' });
  await room.does('Joel', { type: 'setLengths', lengths: [{ phase: 'reps', length: minutes(5) }] });
  await room.does('Joel', { type: 'start' });

  for (const [phase, ...acts] of doings) {
    await room.caughtUp('Joel');
    expect(currentPhase(room.page('Joel').state)?.id).toBe(phase);
    const done: (readonly [string, Wish, string])[] = [];
    for (const [i, [name, wish]] of acts.entries()) {
      await room.does(name, wish, `act-${phase}-${i}`);
      done.push([name, wish, `act-${phase}-${i}`]);
    }
    const last = done.at(-1)![0];
    await room.caughtUp(last);
    const { version, confirmed, sealed } = room.page(last).replica;

    await child.kill('SIGKILL');
    await room.moves(await start());
    const after = room.page(last).replica;
    expect(after.version, phase).toBeGreaterThanOrEqual(version);
    // Who had no device for a moment may be away by now; all else is as it was acknowledged.
    expect(after.confirmed.run, phase).toEqual(confirmed.run);
    expect(after.confirmed.cards, phase).toEqual(confirmed.cards);
    expect(after.confirmed.floor, phase).toEqual(confirmed.floor);
    expect(after.confirmed.turns, phase).toEqual(confirmed.turns);
    expect(after.sealed, phase).toEqual(sealed);
    const [left, then] = [after.confirmed, confirmed].map(({ run }) =>
      timeLeft(run!.clock, confirmed.changedAt),
    );
    expect(left, phase).toBe(then);

    // Sent again under their ids, as a page does that has heard no answer.
    for (const [name, wish, id] of done) await room.does(name, wish, id);
    expect(room.page(last).replica.version, phase).toBe(after.version);
    if (phase === 'reps') await room.does('Joel', { type: 'endRun' });
    await room.does(phase === 'listen' ? 'Amina' : 'Joel', { type: 'next' });
  }
  const { confirmed } = room.page('Joel').replica;
  expect(confirmed.endedAt).not.toBeNull();
  expect(confirmed.past.map(({ phase, how }) => [phase, how])).toEqual([
    ...doings.slice(0, -1).map(([phase]) => [phase, 'next']),
    ['close', 'end'],
  ]);
  room.close();
});
