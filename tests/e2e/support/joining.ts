import { expect } from '@playwright/test';
import type { House, Screen } from './house.ts';

export interface OpenRoom {
  /** As it is shown: 3 + 3 + 3. */
  readonly code: string;
  /** What lets people in at the door, as the QR has it. */
  readonly joinLink: string;
  /** The console's own way to open a wall. */
  readonly wallLink: string;
}

export async function codeOn(screen: Screen): Promise<string> {
  const shown = screen.page.getByText(/\d{3} \d{3} \d{3}/).first();
  return (await shown.innerText()).match(/\d{3} \d{3} \d{3}/)![0];
}

/** The link that a code stands for. */
export async function linkOfCode({ app, origin }: House, screen: Screen, code: string): Promise<string> {
  const answer = await screen.page.request.post(`${app.origin}/api/join`, {
    data: { code: code.replaceAll(' ', '') },
  });
  const { room, door } = (await answer.json()) as { room: string; door: string };
  return `${origin}/room/${room}#${door}`;
}

/** Somebody opens a room from the start page and stands on its console under their name. */
export async function openRoom(house: House, facilitator: Screen, people = 6): Promise<OpenRoom> {
  const { page } = facilitator;
  await page.goto(house.origin);
  await facilitator.write('People', String(people));
  await facilitator.press('Open the room');
  await facilitator.write('What shall we call you?', facilitator.name);
  await facilitator.press('Come in');
  await facilitator.sees('Before the start');
  const code = await codeOn(facilitator);
  const wall = await page.getByRole('link', { name: 'Open the wall' }).first().getAttribute('href');
  return {
    code,
    joinLink: await linkOfCode(house, facilitator, code),
    wallLink: new URL(wall!, house.origin).href,
  };
}

/** Says a name at the door, and waits there. */
export async function knock(person: Screen, link: string, name = person.name): Promise<void> {
  await person.page.goto(link);
  await person.write('What shall we call you?', name);
  await person.press('Knock');
  await person.sees('You have knocked');
}

/** Everybody knocks, and the facilitator lets them in together. */
export async function comeIn(facilitator: Screen, people: readonly Screen[], link: string): Promise<void> {
  for (const person of people) await knock(person, link);
  const at = people.length === 1 ? '1 person is at the door.' : `${people.length} people are at the door.`;
  await facilitator.sees(at);
  await facilitator.press('Admit all');
  for (const person of people) await person.sees('Today I could be');
}

/** Opens what the console has about a person, and leaves it open. */
export async function detailsOf(facilitator: Screen, name: string) {
  const row = facilitator.page.getByRole('region', { name: 'People' }).getByRole('button', {
    name: new RegExp(`^${name}\\b`),
    expanded: false,
  });
  await row.click();
  const details = facilitator.page.getByRole('group', { name: `About ${name}` });
  await expect(details).toBeVisible();
  return details;
}

/** After the last part: the big button, and the yes to its question. */
export async function endSession(facilitator: Screen): Promise<void> {
  const dialog = facilitator.page.getByRole('dialog');
  await facilitator.pressUntil('End the session', () => expect(dialog).toBeVisible({ timeout: 800 }));
  await dialog.getByRole('button', { name: 'End session' }).click();
}

/** Offers, is asked and says yes, as the coachee of the turn. */
export async function becomeCoachee(facilitator: Screen, coachee: Screen): Promise<void> {
  await coachee.page.getByRole('button', { name: 'Coachee' }).click();
  await facilitator.press(/1 offer/);
  await facilitator.press(`Ask ${coachee.name}`);
  await coachee.press('Yes, I would');
  await coachee.sees('You are the coachee today');
}
