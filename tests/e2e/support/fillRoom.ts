import { expect } from '@playwright/test';
import { mostPeople } from '#shared/room/decide/places.ts';
import { Page } from '#tests/support/page.ts';
import type { House } from './house.ts';

/** Lets guests into a room with one person in it until nobody more fits. Gives the first, who stays. */
export async function fillRoom(house: House, joinPath: string): Promise<Page> {
  const guest = async (n: number): Promise<Page> => {
    const page = new Page(house.app.origin, joinPath);
    await page.told();
    expect(await page.send({ type: 'join', name: `Guest ${n}` })).toMatchObject({ ok: true });
    return page;
  };
  const first = await guest(1);
  house.atEnd(() => first.close());
  for (let n = 2; n < mostPeople; n += 1) (await guest(n)).close();
  return first;
}
