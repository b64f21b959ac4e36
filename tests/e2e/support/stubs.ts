/// <reference lib="dom" />
import type { Page } from '@playwright/test';

/** A browser's sound, counted instead of heard: it sleeps until somebody touches the page. */
export async function countStrokes(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let strokes = 0;
    const used = () => navigator.userActivation.hasBeenActive;
    class SilentContext extends EventTarget {
      state = used() ? 'running' : 'suspended';
      readonly currentTime = 0;
      readonly destination = {};
      async resume() {
        if (!used()) return new Promise(() => {});
        this.state = 'running';
        this.dispatchEvent(new Event('statechange'));
      }
      async close() {}
    }
    class SilentNode {
      readonly gain = {
        setValueAtTime() {},
        linearRampToValueAtTime() {},
        exponentialRampToValueAtTime() {},
      };
      connect = (next: unknown) => next;
      stop() {}
    }
    class SilentTone extends SilentNode {
      readonly #lower: boolean;
      constructor(_: unknown, { frequency }: { frequency: number }) {
        super();
        this.#lower = frequency < 1000;
      }
      start() {
        if (this.#lower) strokes++;
      }
    }
    const stubs = { AudioContext: SilentContext, OscillatorNode: SilentTone, GainNode: SilentNode };
    Object.assign(window, stubs, { strokes: () => strokes });
  });
  return () => page.evaluate(() => (window as unknown as { strokes: () => number }).strokes());
}

/** A browser that keeps its screen awake, refuses to, or has never heard of it. Counts what it holds. */
export async function wakeLock(page: Page, how: 'granted' | 'refused' | 'absent') {
  await page.addInitScript((how) => {
    const held = new Set<EventTarget>();
    const request = () => {
      if (how === 'refused') return Promise.reject(new DOMException('', 'NotAllowedError'));
      const lock = Object.assign(new EventTarget(), {
        release: () => Promise.resolve(held.delete(lock)),
      });
      held.add(lock);
      return Promise.resolve(lock);
    };
    if (how === 'absent') delete (Navigator.prototype as { wakeLock?: unknown }).wakeLock;
    else Object.defineProperty(Navigator.prototype, 'wakeLock', { value: { request }, configurable: true });
    Object.assign(window, { held: () => held.size });
  }, how);
  return () => page.evaluate(() => (window as unknown as { held: () => number }).held());
}
