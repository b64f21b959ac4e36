import { expect, it } from 'vitest';
import { meeting } from '#tests/support/given.ts';
import { duration, hours, later, minutes } from '../time.ts';
import { endsByItselfAt } from './deadlines.ts';
import { forgetAt } from './retention.ts';

it('KEE5 a room that nobody has begun is kept seven days', () => {
  const room = meeting();
  const kept = later(room.now, hours(7 * 24));
  expect(forgetAt(room.state)).toBe(kept);
  room.later(hours(24)).as('Ben').does({ type: 'sayReady', ready: true });
  expect(forgetAt(room.state)).toBe(kept);
});

it('KEE5 a session that has ended is kept as long as was said', () => {
  const room = meeting().at('ask').later(minutes(1));
  room.as('Joel').does({ type: 'endSession' });
  expect(forgetAt(room.state)).toBe(later(room.now, hours(1)));
  expect(forgetAt({ ...room.state, keptFor: hours(5) })).toBe(later(room.now, hours(5)));
});

it('KEE5 STR8 a session that is going on is forgotten as if it ended by itself, and it then does', () => {
  const room = meeting().at('ask');
  expect(forgetAt(room.state)).toBe(later(endsByItselfAt(room.state)!, hours(1)));
  room.later(minutes(14)).tick();
  const { state } = room;
  room.later(duration(endsByItselfAt(state)! - room.now)).tick();
  expect(room.state.endedAt).toBe(room.now);
  expect(forgetAt(room.state)).toBe(forgetAt(state));
});
