import type { DriverCalls } from './driver/driver.ts';
import { start, type ContenderName } from './contenders.ts';
import type { Child } from './processes/child.ts';
import { peopleInARoom } from './scenario.ts';

/** Kilobytes, of a thousand bytes, by which the server grows for each person, their share of the room included. */
export async function weighPeople(
  name: ContenderName,
  folder: string,
  driver: Child<DriverCalls>,
  rooms: number,
): Promise<number> {
  const contender = await start(name, folder);
  try {
    // What any meeting at all loads and compiles is no person's.
    await contender.gather(driver, Math.ceil(rooms / 10));
    const before = await contender.memory();
    await contender.gather(driver, rooms);
    const after = await contender.memory();
    return Math.max(0, after - before) / (rooms * peopleInARoom) / 1_000;
  } finally {
    await driver.ask('scatter', null);
    await contender.stop();
  }
}
