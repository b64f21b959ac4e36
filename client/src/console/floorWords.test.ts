import { describe, expect, it } from 'vitest';
import { meeting, withPhase } from '#tests/support/given.ts';
import { minutes } from '#shared/time.ts';
import { floorWords } from './floorWords.ts';
import { say } from './words.ts';

describe('who has the floor', () => {
  it('is whoever holds it, or nobody', () => {
    const room = meeting().at('agree');
    expect(say(floorWords(room.state).words)).toBe('The floor is open');
    room.at('listen');
    expect(say(floorWords(room.state).words)).toBe('Amina has the floor');
    expect(floorWords(room.state).who?.name).toBe('Amina');
    expect(say(floorWords(room.at('plan').state).words)).toBe('Nobody has the floor');
  });

  it('is in practice whoever plays, with the run that is going', () => {
    const room = meeting({ phases: withPhase('reps', { length: minutes(8) }) }).at('reps');
    const words = () => say(floorWords(room.state).words);
    expect(words(), 'while parts are talked over').toBe('The floor is open');
    room.as('Ben').does({ type: 'takePart', part: 'model' });
    expect(words()).toBe('Ben plays');
    room.as('Joel').does({ type: 'beginRun' });
    expect(words(), 'what is shown is counted as no run').toBe('Ben plays');
    room.as('Joel').does({ type: 'endRun' });
    room.as('Joel').does({ type: 'setStage', stage: 'runs' });
    room.as('Ben').does({ type: 'takePart', part: 'partner' });
    expect(words()).toBe('Amina plays, with Ben');
    room.as('Joel').does({ type: 'beginRun' });
    expect(words()).toBe('Run 1: Amina, with Ben');
  });
});
