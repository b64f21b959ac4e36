import { readFile } from 'node:fs/promises';
import { expect, type Download, type Page } from '@playwright/test';
import { allHostileWords, hostileWords } from '../../client/src/record/hostileWords.ts';
import { laptop, phone, test, type Screen } from './support/house.ts';
import { codeOn, knock, linkOfCode } from './support/joining.ts';

/** Half characters do not outlive the way through a field and a socket; the rest is typed as it is. */
const typed = allHostileWords.filter((words) => words !== hostileWords.surrogate);
const inFile = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');

/** Everything a page tries that words must not make it do. */
function watch(page: Page, origin: string): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === origin || ['blob:', 'data:'].includes(url.protocol);
    if (!own) seen.push(`request ${request.url()}`);
  });
  return seen;
}

async function save(screen: Screen, button: string): Promise<Download> {
  const saving = screen.page.waitForEvent('download');
  await screen.press(button);
  return saving;
}

test('what a coachee takes along stays words, whatever the words are', async ({ house }) => {
  const { app } = house;
  const joel = await house.screen('Joel', laptop);
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', laptop);
  const seen = watch(amina.page, app.origin);
  const all = typed.join('\n').slice(0, 500);

  await test.step('a room and people with hostile names', async () => {
    await joel.page.goto(app.origin);
    await joel.write('People', '3');
    await joel.write('Group', hostileWords.title.slice(0, 60));
    await joel.press('Open the room');
    await joel.write('What shall we call you?', 'Joel');
    await joel.press('Come in');
    await joel.sees('Before the start');
    const door = await linkOfCode(house, joel, await codeOn(joel));
    await knock(amina, door, '"><img src=x onerror=alert(1)>\u202EanimA');
    await knock(ben, door);
    await joel.sees('2 people are at the door.');
    await joel.press('Admit all');
    for (const person of [amina, ben]) await person.sees('Today I could be');
    await amina.page.getByText('Coachee', { exact: true }).click();
    await ben.page.getByText('Coach', { exact: true }).click();
    await joel.press(/1 offer/);
    await joel.press(/^Ask .*anim/);
    await amina.press('Yes, I would');
  });

  await test.step('hostile words on the board, in the step and in the notes', async () => {
    await joel.begin('Agreements & roles');
    await joel.begin('Focus');
    await amina.write('What do you want to think about?', all);
    await amina.press('Put on the board');
    await expect(amina.button('Change')).toBeVisible();
    for (const part of ['Timed listening', 'Paraphrase', 'Questions', 'Reflect & plan']) {
      if (part === 'Paraphrase') {
        await amina.press('I am done early');
        await amina.press('Yes, end this part');
        continue;
      }
      await joel.begin(part);
    }
    await amina.write('My step', hostileWords.calendar);
    await amina.write('First sentence', all);
    await amina.press('Put on the board');
    await amina.sees('Your step is on the board.');
    await joel.begin('Close');
    const end = joel.page.getByRole('dialog').getByRole('button', { name: 'End session' });
    await joel.pressUntil('End the session', () => expect(end).toBeVisible({ timeout: 800 }));
    await end.click();
    await amina.sees('Thank you for the time you gave each other');
    await amina.write('My notes', typed.join('\n'));
  });

  await test.step('Markdown', async () => {
    const download = await save(amina, 'Save my copy');
    expect(download.suggestedFilename()).toMatch(/^my-copy-[a-z0-9-]+\.md$/);
    const text = await inFile(download);
    expect(text).toContain('How the time went');
    expect(text).not.toMatch(/(?<!\\)<|\p{Cc}(?<!\n)|[\u202A-\u202E]/u);
  });

  await test.step('JSON', async () => {
    const download = await save(amina, 'Save as JSON');
    const record = JSON.parse(await inFile(download)) as { fullturn: string; notes: string; coachee: string };
    expect(record.fullturn).toBe('record');
    expect(record.notes.replace(/\r?\n/g, '\n')).toContain(hostileWords.script);
    expect(record.coachee).toContain('onerror');
  });

  await test.step('a calendar reminder at a time of the coachee’s choosing', async () => {
    await amina.write('Remind me of this step', '2027-03-19T08:30');
    const download = await save(amina, 'Save calendar reminder');
    expect(download.suggestedFilename()).toMatch(/\.ics$/);
    const lines = (await inFile(download)).replace(/\r\n /g, '').split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.filter((line) => line === 'BEGIN:VALARM')).toHaveLength(1);
    expect(lines).toContain('DTSTART:20270319T083000');
    expect(lines.filter((line) => !/^[A-Z]+:/.test(line))).toEqual(['']);
  });

  await test.step('paper', async () => {
    await amina.page.emulateMedia({ media: 'print' });
    const paper = amina.page.getByRole('article');
    await expect(paper).toContainText(hostileWords.title);
    await expect(paper).toContainText('How the time went');
    await expect(amina.page.locator('button:visible, input:visible, textarea:visible')).toHaveCount(0);
    await amina.page.emulateMedia({ media: 'screen' });
  });

  await test.step('what is not ticked stays', async () => {
    await amina.page.getByRole('checkbox', { name: 'My notes' }).uncheck();
    const record = JSON.parse(await inFile(await save(amina, 'Save as JSON'))) as {
      notes: string;
      step: object[];
    };
    expect(record.notes).toBe('');
    expect(record.step).not.toEqual([]);
  });

  await test.step('a coach takes what they wrote, and nothing of hers', async () => {
    const text = await inFile(await save(ben, 'Save my copy'));
    expect(text).not.toContain('onerror');
    expect(text).toContain('How the time went');
    await expect(ben.button('Save calendar reminder')).toHaveCount(0);
  });

  expect(seen, 'no dialog opened, and nothing was asked of anybody else').toEqual([]);
});
