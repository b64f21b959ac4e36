/// <reference lib="dom" />
import { expect, type Locator } from '@playwright/test';
import type { Screen } from './house.ts';

/** What the coachee of this name shows on a wall. */
export const pictureOn = (wall: Screen, coachee: string): Locator =>
  wall.page.getByRole('img', { name: `A picture that ${coachee} shows` });

/** It is there and was not only promised: drawn as wide as it is. */
export async function isDrawn(picture: Locator, width: number): Promise<void> {
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(width);
}

/** In the panel that is open for it. */
export const choosePicture = ({ page }: Screen, buffer: Buffer): Promise<void> =>
  page.getByLabel('Choose a picture').setInputFiles({ name: 'work.jpg', mimeType: 'image/jpeg', buffer });

/** The coachee, while they hold the floor, shows a picture on the wall. */
export async function showPicture(coachee: Screen, jpeg: Buffer): Promise<void> {
  await coachee.press('Show a picture');
  await choosePicture(coachee, jpeg);
  await coachee.press('Show it on the wall');
  await coachee.sees('Your picture is on the wall.');
}
