import { expect } from '@playwright/test';
import { Page } from '#tests/support/page.ts';
import { laptop, phone, projector, type House, type Screen } from './house.ts';

/** A meeting under way: the screens that a test looks at, and people whose pages it does not. */
export interface MeetingScreens {
  readonly joel: Screen;
  readonly wall: Screen;
  readonly amina: Screen;
  /** Coaches without a screen. */
  readonly ben: Page;
  readonly chloe: Page;
}

/** A room whose door leads straight in, with Joel at the console and the coachee invited and willing. */
export async function openMeeting(house: House, coachee: 'Amina' | 'Ben' = 'Amina'): Promise<MeetingScreens> {
  const { origin } = house.app;
  const response = await fetch(`${origin}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ minutes: 60, name: 'Year 8 team', people: 4, waiting: false }),
  });
  const { links } = (await response.json()) as { links: Record<'console' | 'wall' | 'join', string> };
  const open = (screen: Screen, link: string) => screen.page.goto(new URL(link, origin).href);

  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const amina = await house.screen('Amina', phone);
  await Promise.all([open(joel, links.console), open(wall, links.wall), open(amina, links.join)]);
  for (const person of [joel, amina]) {
    await person.write('What shall we call you?', person.name);
    await person.press('Come in');
  }
  await joel.sees('Before the start');
  const join = async (name: string): Promise<Page> => {
    const page = new Page(origin, links.join);
    house.atEnd(() => page.close());
    await page.told();
    expect(await page.send({ type: 'join', name })).toMatchObject({ ok: true });
    await joel.sees(name);
    return page;
  };
  const [ben, chloe] = [await join('Ben'), await join('Chloé')];
  if (coachee === 'Ben') await becomesCoachee(joel, ben, 'Ben');
  else {
    await amina.page.getByText('Coachee', { exact: true }).click();
    await joel.press(/offer.*Press/);
    await joel.press('Ask Amina');
    await amina.press('Yes, I would');
  }
  return { joel, wall, amina, ben, chloe };
}

/** Offers, is asked on the console, and accepts. */
export async function becomesCoachee(joel: Screen, page: Page, name: string): Promise<void> {
  await page.send({ type: 'offer', roles: ['coachee'] });
  await joel.press(/offers?. Press/);
  await joel.press(`Ask ${name}`);
  await page.until(({ sealed, seat }) => sealed.invitation[seat.person!] !== undefined);
  expect(await page.send({ type: 'acceptInvitation' })).toMatchObject({ ok: true });
}
