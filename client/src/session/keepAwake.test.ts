import { afterEach, expect, it, vi } from 'vitest';
import { keepAwake } from './keepAwake.ts';

/** A browser as far as it keeps screens awake: what it holds, and whether it refuses. */
function aBrowser({ refuses = false } = {}) {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const held = new Set<EventTarget>();
  const browser = {
    refuses,
    asked: 0,
    held,
    /** As browsers do it: a hidden page loses what it holds. */
    show(visibilityState: 'visible' | 'hidden') {
      page.visibilityState = visibilityState;
      if (visibilityState === 'hidden') for (const lock of held) browser.takeBack(lock);
      page.dispatchEvent(new Event('visibilitychange'));
    },
    takeBack(lock: EventTarget) {
      held.delete(lock);
      lock.dispatchEvent(new Event('release'));
    },
  };
  const request = () => {
    browser.asked++;
    if (browser.refuses) return Promise.reject(new DOMException('No', 'NotAllowedError'));
    const lock = Object.assign(new EventTarget(), { release: () => browser.takeBack(lock) });
    held.add(lock);
    return Promise.resolve(lock);
  };
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', { wakeLock: { request } });
  return browser;
}
const settled = () => new Promise((done) => setTimeout(done));
afterEach(() => vi.unstubAllGlobals());

it('holds the screen, lets it go when hidden and holds it again when seen', async () => {
  const browser = aBrowser();
  const told: boolean[] = [];
  const stop = keepAwake((awake) => told.push(awake));
  await settled();
  expect(browser.held.size).toBe(1);
  browser.show('hidden');
  expect(browser.held.size).toBe(0);
  browser.show('visible');
  browser.show('visible');
  await settled();
  expect(browser.held.size).toBe(1);
  expect(told).toEqual([true, false, true]);
  stop();
  expect(browser.held.size).toBe(0);
  browser.show('hidden');
  browser.show('visible');
  await settled();
  expect(browser.held.size, 'nobody wants it any more').toBe(0);
});

it('says so when it is refused, and asks again when the page is seen anew', async () => {
  const browser = aBrowser({ refuses: true });
  const told: boolean[] = [];
  const stop = keepAwake((awake) => told.push(awake));
  await settled();
  expect(told).toEqual([false]);
  browser.refuses = false;
  browser.show('visible');
  await settled();
  expect(told).toEqual([false, true]);
  stop();
});

it('does not ask while the page is hidden, and holds nothing that is granted too late', async () => {
  const browser = aBrowser();
  browser.show('hidden');
  keepAwake(() => {})();
  expect(browser.asked).toBe(0);
  browser.show('visible');
  keepAwake(() => {})();
  await settled();
  expect(browser.asked).toBe(1);
  expect(browser.held.size).toBe(0);
});

it('says that the screen may dim where a browser has nothing to ask', () => {
  aBrowser();
  vi.stubGlobal('navigator', {});
  const told: boolean[] = [];
  keepAwake((awake) => told.push(awake))();
  expect(told).toEqual([false]);
});
