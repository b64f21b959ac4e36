import type { DriverCalls } from './driver/driver.ts';
import { contenders, nameOf, start, type ContenderName } from './contenders.ts';
import { loaded, type Loaded } from './loaded.ts';
import type { Plan } from './plan.ts';
import type { Child } from './processes/child.ts';
import { percentile } from './report/statistics.ts';
import { coldStart, joins, restore } from './starts.ts';
import { weighPeople } from './weighPeople.ts';

/** The two that the figures set side by side. */
export const compared = ['disk', 'socketIo'] as const;
export type Compared = (typeof compared)[number];

interface Series {
  readonly contender: ContenderName;
  readonly rooms: number;
  readonly saturated: Loaded[];
  /** Of the two that are compared. */
  readonly steady: Loaded[];
}

export interface Measurements {
  readonly series: readonly Series[];
  /** With other numbers of rooms, once each. */
  readonly grown: readonly Series[];
  /** Kilobytes. */
  readonly perPerson: Readonly<Record<Compared, number[]>>;
  /** Milliseconds, of each run. */
  readonly coldStart: number[];
  readonly restore: readonly number[];
  readonly joinP95: number[];
}

interface Bench {
  readonly plan: Plan;
  readonly folder: string;
  readonly driver: Child<DriverCalls>;
  readonly say: (sentence: string) => void;
}

/** All of it, one thing after the other. Contenders take turns, so that a busy minute of the machine hits them all. */
export async function measure(bench: Bench): Promise<Measurements> {
  const { plan, folder, driver, say } = bench;
  const empty = (contender: ContenderName, rooms: number): Series => ({
    contender,
    rooms,
    saturated: [],
    steady: [],
  });
  const series = contenders().map((contender) => empty(contender, plan.rooms));
  const perPerson: Measurements['perPerson'] = { disk: [], socketIo: [] };
  const coldStarts: number[] = [];
  const joinP95: number[] = [];
  for (let run = 1; run <= plan.runs; run++) {
    say(`Run ${run} of ${plan.runs}`);
    for (const one of series)
      await meet(
        bench,
        one,
        compared.some((name) => name === one.contender),
      );
    for (const name of compared)
      perPerson[name].push(await weighPeople(name, folder, driver, plan.weighedRooms));
    coldStarts.push(await coldStart(folder));
    joinP95.push(percentile(await joins(folder, driver, plan.joiningPeople), 95));
  }
  const grown = plan.grown.flatMap((rooms) => compared.map((contender) => empty(contender, rooms)));
  for (const one of grown) {
    say(`${nameOf[one.contender]} with ${one.rooms} rooms`);
    await meet(bench, one, false);
  }
  say(`Restoring ${plan.restoredRooms} rooms`);
  const restored = await restore(folder, driver, plan.restoredRooms, plan.runs);
  return { series, grown, perPerson, coldStart: coldStarts, restore: restored, joinP95 };
}

/** One start of one contender, with everybody in: a steady meeting if it is asked for, then saturation. */
async function meet({ plan, folder, driver }: Bench, series: Series, steadily: boolean): Promise<void> {
  const contender = await start(series.contender, folder);
  try {
    await contender.gather(driver, series.rooms);
    await loaded(contender, driver, 'saturated', plan.warmUpSeconds);
    if (steadily) series.steady.push(await loaded(contender, driver, 'steady', plan.steadySeconds));
    series.saturated.push(await loaded(contender, driver, 'saturated', plan.saturatedSeconds));
  } finally {
    await driver.ask('scatter', null);
    await contender.stop();
  }
}
