import { expect } from '@playwright/test';
import { laptop, phone, projector, test } from './support/house.ts';
import { choosePicture, isDrawn, pictureOn, showPicture } from './support/picture.ts';
import { UnderWay } from './support/underWay.ts';

/** A picture as a phone takes it: with where it was taken. */
function withPlace(jpeg: Buffer, place: string): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(place)]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

test('the coachee shows a picture on the wall, and it is gone with the floor', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask');
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', laptop);
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  for (const screen of house.screens) await meeting.seat(screen);
  await wall.sees('Questions');
  await ben.hasNo('Show a picture');
  const place = '51.0N 7.0E';
  const taken = withPlace(await ben.page.screenshot({ type: 'jpeg' }), place);
  const onTheWall = pictureOn(wall, 'Amina');

  const asked: string[] = [];
  for (const { page, name } of [ben, joel])
    page.on('request', (request) => request.url().includes('artifact') && asked.push(name));

  await test.step('what is no picture is refused in words', async () => {
    await amina.press('Show a picture');
    await amina.sees('Cover names and faces first.');
    const field = amina.page.getByLabel('Choose a picture');
    await field.setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('A plan') });
    await amina.sees('This file cannot be read as a picture here.');
    await amina.hasNo('Show it on the wall');
  });

  await test.step('it is seen before it is shown, and then on the wall alone', async () => {
    const sent = amina.page.waitForRequest((request) => request.method() === 'POST');
    await choosePicture(amina, taken);
    await expect(amina.page.getByRole('img', { name: 'This goes on the wall' })).toBeVisible();
    await expect(onTheWall).toHaveCount(0);
    await amina.press('Show it on the wall');
    expect((await sent).postDataBuffer()?.includes(place), 'the place stays on the device').toBe(false);
    await isDrawn(onTheWall, laptop.width);
    await amina.sees('Your picture is on the wall.');
  });

  await test.step('the facilitator’s curtain covers it; a wall that is loaded again shows it', async () => {
    await joel.page.getByRole('button', { name: 'Curtain', exact: true }).click();
    await expect(onTheWall).toHaveCount(0);
    await joel.page.getByRole('button', { name: 'Time', exact: true }).click();
    await expect(onTheWall).toBeVisible();
    await wall.page.reload();
    await expect(onTheWall).toBeVisible();
  });

  await test.step('taken away, it is gone', async () => {
    await amina.press('Take it away');
    await expect(onTheWall).toHaveCount(0);
    await expect(amina.button('Show a picture')).toBeVisible();
  });

  await test.step('it goes with the floor', async () => {
    await showPicture(amina, taken);
    await expect(onTheWall).toBeVisible();
    await meeting.does('Ben', { type: 'raiseHand', process: false });
    await joel.press('Give Ben the floor');
    await expect(onTheWall).toHaveCount(0);
    await amina.hasNo('Take it away');
  });
  expect(asked, 'no other screen asked for it').toEqual([]);
});
