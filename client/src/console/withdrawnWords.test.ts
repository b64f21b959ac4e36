import { describe, expect, it } from 'vitest';
import { meeting, type Meeting } from '#tests/support/given.ts';
import { say } from './words.ts';
import { withdrawnWords } from './withdrawnWords.ts';

const words = (room: Meeting, change: () => unknown) => {
  const before = room.state;
  change();
  const what = withdrawnWords(before, room.state);
  return what && say(what).replaceAll('\u00a0', ' ');
};

/** In paraphrase, with Dee as the coachee of a second turn. */
const withSecond = (): Meeting => {
  const room = meeting().at('echo');
  room.as('Joel').does({ type: 'addTurn' });
  room.as('Dee').does({ type: 'offer', roles: ['coachee'] });
  room.as('Joel').does({ type: 'invite', person: room.id('Dee') });
  room.as('Dee').does({ type: 'acceptInvitation' });
  return room;
};

describe('a second coachee who withdraws', () => {
  it('is told with the parts that have other minutes now', () => {
    const room = withSecond();
    expect(words(room, () => room.as('Dee').does({ type: 'withdraw' }))).toMatch(
      /^Dee has withdrawn, and the second turn is out of the plan\. Changed: Questions \d+ → \d+/,
    );
  });

  it('is told with the part that is going on, where that gets the minutes', () => {
    const room = withSecond().at('plan');
    expect(words(room, () => room.as('Dee').does({ type: 'leave' }))).toMatch(
      /Changed: Reflect & plan \d+ → \d+\.$/,
    );
  });

  it('is told of nobody else', () => {
    const room = withSecond();
    expect(words(room, () => room.as('Ben').does({ type: 'leave' }))).toBeNull();
    room.as('Dee').does({ type: 'withdraw' });
    room.as('Joel').does({ type: 'addTurn' });
    expect(
      words(room, () => room.as('Joel').does({ type: 'removeTurn' })),
      'nobody’s turn',
    ).toBeNull();
  });
});
