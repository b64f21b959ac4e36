/// <reference lib="dom" />
import { expect } from '@playwright/test';
import type { PersonId } from '#shared/ids.ts';
import { laptop, phone, projector, test, type House, type Screen } from './support/house.ts';
import { UnderWay } from './support/underWay.ts';

/** Names and words of every kind: they stay words, are whole, and push nothing off a screen. */
const script = '<img src=x onerror="window.ran=1">';
const sixty = 'Wilhelmina-Konstantina Featherstonehaugh-Cholmondeley-Łątka'.padEnd(60, 'x');
const names = { Joel: 'مريم بنت عبد الرحمن', Amina: sixty, Ben: 'Ł', Dee: '👩🏽‍🏫🧑‍🧑‍🧒', Finn: script } as const;
const words = {
  script: `${script}<script>window.ran=1</script>{{7*7}} \${1}`,
  rtl: 'كيف أفتح أمسية الوالدين كمحادثة؟ (10 دقائق)',
  emoji: '🙋🏽‍♀️ + 🧑‍🤝‍🧑 = 💬',
  unbroken: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(3),
  one: 'é',
} as const;

/** What people see of somebody or something is all of it, and nothing of it ran. */
async function areOnlyWords(screens: readonly Screen[]): Promise<void> {
  for (const { page, name } of screens) {
    const state = await page.evaluate(() => ({
      ran: 'ran' in window,
      made: document.querySelectorAll('img[src="x"], script:not([src])').length,
      wider: document.documentElement.scrollWidth - innerWidth,
      beyond: [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 30)}`)
        .slice(0, 8),
    }));
    expect(state, name).toMatchObject({ ran: false, made: 0 });
    expect(state.wider, `${name}: sideways, ${state.beyond.join('\n')}`).toBeLessThanOrEqual(0);
  }
}

async function people(house: House, phase: 'echo' | 'ask' | 'plan' | 'close') {
  const meeting = await UnderWay.begin(house, phase, { coaches: ['Ben', 'Dee', 'Finn'], namesShown: true });
  const small = { width: 320, height: 640 };
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const wide = await house.screen('wall', { width: 1920, height: 1080 });
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', small);
  const screens = [joel, wall, wide, amina, ben];
  for (const screen of screens) await meeting.seat(screen);
  const id = (who: keyof typeof names): PersonId => meeting.page(who).person;
  return { meeting, joel, wall, wide, amina, ben, screens, id };
}

test('names of one and of sixty characters, from right to left, of emoji and of script', async ({
  house,
}) => {
  const { meeting, joel, wall, wide, amina, ben, screens, id } = await people(house, 'echo');
  for (const who of Object.keys(names) as (keyof typeof names)[])
    await meeting.does(who, { type: 'rename', name: names[who] });
  for (const who of ['Ben', 'Dee', 'Finn'] as const) {
    await meeting.does('Joel', { type: 'giveFloor', person: id(who) });
    for (const screen of [wall, wide, joel]) await screen.sees(names[who]);
    if (who !== 'Ben') for (const screen of [amina, ben]) await screen.sees(names[who]);
    await areOnlyWords(screens);
    await meeting.does(who, { type: 'finish' });
  }
  for (const screen of [wall, wide, ben, joel]) await screen.sees(sixty);
  await meeting.does('Joel', { type: 'nameDeputy', person: id('Finn') });
  const row = joel.page.getByRole('region', { name: 'People' }).getByRole('button', { name: names.Finn });
  await row.click();
  await expect(joel.page.getByRole('group', { name: `About ${script}` })).toBeVisible();
  await areOnlyWords(screens);
});

test('words of every kind in the group’s own names, agreements and cards', async ({ house }) => {
  const { meeting, joel, wall, wide, amina, ben, screens } = await people(house, 'ask');
  await meeting.does('Finn', { type: 'rename', name: script });
  await meeting.does('Joel', { type: 'renameRole', role: 'coach', name: '<b>كوتش</b>' });
  await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
  for (const [n, text] of Object.values(words).entries()) {
    const card = `card-${n}`;
    await meeting.does('Finn', { type: 'writeCard', card, zone: 'questions', text });
    for (const screen of [wall, wide]) await screen.sees(text);
    await areOnlyWords([wall, wide]);
    await meeting.does('Amina', { type: 'setAside', card });
  }
  for (let n = 0; n < Object.keys(words).length; n += 1)
    await meeting.does('Amina', { type: 'bringBack', card: `card-${n}` });
  await areOnlyWords(screens);
  await ben.press('Board');
  for (const text of Object.values(words)) await ben.sees(text);
  await ben.sees('<b>كوتش</b>');
  await areOnlyWords(screens);

  await ben.page.getByRole('button', { name: 'Write a card' }).first().click();
  await ben.write('A question for the board', words.unbroken);
  await areOnlyWords([ben]);
  await ben.press('Put on the board');
  await ben.press('Close the board');
  await ben.write('My question', words.script);
  await ben.press('Raise hand');
  await areOnlyWords([ben, amina]);
  expect(await joel.words(), 'a question that waits stays on its device').not.toContain(`${words.script}é`);
});

test('words of every kind in the step, the notes and the last words', async ({ house }) => {
  const { meeting, wall, wide, joel, amina, ben, screens } = await people(house, 'plan');
  await amina.press('Take the floor');
  await amina.write('My step', words.script);
  await amina.write('First sentence', words.rtl);
  await amina.write('When', words.unbroken.slice(0, 90));
  await amina.write('How I will know', words.emoji);
  await amina.write('Who I tell', words.one);
  await amina.press('Put on the board');
  await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
  for (const screen of [wall, wide]) await screen.sees(words.script);
  await areOnlyWords(screens);
  await ben.press('Notes');
  await ben.write('My notes', `${words.unbroken}\n${words.script}\n${words.rtl}`);
  await areOnlyWords([ben]);

  await meeting.next();
  await meeting.writes('Ben', 'last', words.rtl, 'takeaways' as 'parking');
  await wall.sees(words.rtl);
  await meeting.does('Joel', { type: 'endSession' });
  await amina.sees('Your next step');
  for (const text of [words.script, words.rtl, words.emoji]) await amina.sees(text);
  await areOnlyWords(screens);
});

test('words of every kind where a room is opened and entered', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const ben = await house.screen('Ben', { width: 320, height: 640 });
  const wall = await house.screen('wall', projector);
  await joel.page.goto(house.app.origin);
  await joel.write('Group, if it has a name', script.padEnd(40, 'x'));
  await joel.press('Open the room');
  await joel.write('What shall we call you?', names.Joel);
  await joel.press('Come in');
  await joel.sees(script.padEnd(40, 'x'));
  const path = await joel.page.getByRole('link', { name: 'Open the wall' }).first().getAttribute('href');
  await wall.page.goto(house.app.origin + path!);
  const code = await wall.page.getByText(/\d{3} \d{3} \d{3}/).innerText();
  await ben.page.goto(`${house.app.origin}/join`);
  await ben.page.getByLabel('Enter the nine digits on the wall').pressSequentially(code.replaceAll(' ', ''));
  await ben.write('What shall we call you?', script);
  await ben.press('Knock');
  await joel.sees(script);
  await areOnlyWords([joel, ben, wall]);
  expect(await wall.words(), 'who knocks is not for the wall').not.toContain('onerror');
  await joel.press('Admit all');
  await ben.press('Ask for another');
  await ben.write('What else do you need from this group?', words.unbroken.slice(0, 200));
  await ben.press('Add for everyone');
  for (const screen of [ben, joel, wall]) await areOnlyWords([screen]);
  await ben.sees(words.unbroken.slice(0, 200).slice(0, 40));
});
