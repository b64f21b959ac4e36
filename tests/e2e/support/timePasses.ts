import type { Duration } from '#shared/time.ts';
import type { App } from './app.ts';
import type { House } from './house.ts';

/**
 * Time passes for the server and for everybody's screens at once, while they look: nothing is loaded
 * again. Needs a house on a movable clock.
 */
export async function timePasses({ app, screens }: House<App>, by: Duration): Promise<void> {
  await app.moveOn(by);
  const step = (ms: number) => {
    const before = Date.now;
    Date.now = () => before() + ms;
  };
  await Promise.all(screens.map(({ page }) => page.evaluate(step, Number(by))));
}
