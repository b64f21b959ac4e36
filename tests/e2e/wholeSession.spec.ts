import { test } from './support/house.ts';
import { wholeSession } from './support/wholeSession.ts';

test.describe('over plain HTTP, by a name that the browser does not hold for secure', () => {
  test.use({ network: { host: 'school.test' } });

  test('six people, a console and a wall go through One full turn, though the server dies', ({ house }) =>
    wholeSession(house, {
      inListening: async (facilitator) => {
        await house.app.kill();
        await facilitator.sees('Reconnecting. The time keeps running.');
        await house.app.up();
      },
    }));
});
