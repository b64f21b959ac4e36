import { describe, expect, it } from 'vitest';
import { pressGate } from './pressGate.ts';

describe('the press gate', () => {
  it('counts two presses within 700 ms as one', () => {
    const gate = pressGate();
    expect([gate('primary', 0), gate('primary', 699), gate('primary', 700)]).toEqual([true, false, true]);
  });

  it('lets a different press through at once', () => {
    const gate = pressGate();
    expect([gate('primary', 0), gate('curtain', 100), gate('back', 200)]).toEqual([true, true, true]);
  });

  it('counts every minute', () => {
    const gate = pressGate();
    expect([gate('more', 0), gate('more', 100), gate('less', 150), gate('less', 200)]).not.toContain(false);
  });
});
