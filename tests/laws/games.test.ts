import { expect, it } from 'vitest';
import { law, play } from '#tests/support/play.ts';

/** Everything that can happen after the opening; a law that is never put to the test proves nothing. */
const happens = [
  'personJoined personRenamed personLeft personReturned personAway personBack',
  'agreementAsked agreementAgreed agreementReopened readySaid roleSet',
  'coacheeAccepted coacheeWithdrew stepShared',
  'phaseStarted phaseEnded timePaused timeResumed timeAdded phaseRestarted zeroReached atZeroSet',
  'coacheeAsked coacheeAnswered wallSet sessionEnded',
  'floorGiven floorFreed turnPassed handRaised handLowered',
  'cardWritten cardEdited cardSetAside cardBroughtBack',
].flatMap((line) => line.split(' '));

it('the games that the laws are tried on come upon everything that can happen, and half of it is legal', () => {
  const seen = new Set<string>();
  let tried = 0;
  let refused = 0;
  law((game) => {
    const begun = play({ ...game, moves: [] }).log.length;
    const room = play(game, ({ outcome }) => {
      tried++;
      if (typeof outcome === 'string') refused++;
    });
    for (const { type } of room.log.slice(begun)) seen.add(type);
  }, 150);
  expect(happens.filter((type) => !seen.has(type))).toEqual([]);
  expect(refused / tried).toBeLessThan(0.5);
});
