import { expect, it } from 'vitest';
import { undoable } from '#shared/room/undo.ts';
import { law, play } from '#tests/support/play.ts';

/** Everything that can happen after the opening; a law that is never put to the test proves nothing. */
const happens = [
  'personJoined personRenamed personLeft personReturned personAway personBack',
  'agreementAsked agreementAgreed agreementReopened readySaid roleSet',
  'coacheeAccepted coacheeWithdrew stepShared',
  'phaseStarted phaseEnded timePaused timeResumed timeAdded phaseRestarted zeroReached atZeroSet',
  'coacheeAsked coacheeAnswered wallSet sessionEnded',
  'floorGiven floorFreed turnPassed passingChosen handRaised handLowered',
  'cardWritten cardEdited cardSetAside cardBroughtBack cardMoved cardReleased cardForgotten draftsCalled',
  'facilitatorActed actionUndone planChanged turnStopped turnResumed turnShown moreTimeAsked moreTimeDeclined',
  'voiceAnswered ideasOpened ideasClosed practiceChanged rolePlanned',
  'personAdded personRemoved entrySet codeChanged deputyNamed scribeNamed roleRenamed namesShown',
  'keepingShortened forgettingAsked',
].flatMap((line) => line.split(' '));

it(
  'the games that the laws are tried on come upon everything that can happen, and half of it is legal',
  { timeout: 30_000 },
  () => {
    const seen = new Set<string>();
    const undone = new Set<string>();
    let tried = 0;
    let refused = 0;
    law((game) => {
      const begun = play({ ...game, moves: [] }).log.length;
      const room = play(game, ({ before, outcome }) => {
        if (typeof outcome !== 'string' && outcome.some(({ type }) => type === 'actionUndone'))
          undone.add(before.undo!.action);
        tried++;
        if (typeof outcome === 'string') refused++;
      });
      for (const { type } of room.log.slice(begun)) seen.add(type);
    }, 260);
    expect(Object.keys(undoable).filter((action) => !undone.has(action))).toEqual([]);
    expect(happens.filter((type) => !seen.has(type))).toEqual([]);
    expect(refused / tried).toBeLessThan(0.5);
  },
);
