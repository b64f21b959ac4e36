import { builtPages } from '../../../scripts/builtPages.ts';
import { nameOf } from '../contenders.ts';
import type { Loaded } from '../loaded.ts';
import type { Compared, Measurements } from '../measure.ts';
import type { Figures } from './figures.ts';
import { median } from './statistics.ts';
import { spread, table } from './table.ts';

/** Runs of the same number are set side by side, since they met the machine in the same minutes. */
const ratio = (ours: readonly number[], bare: readonly number[]): number =>
  median(ours.map((value, run) => value / bare[run]!));

export function figuresOf({ series, grown, perPerson, ...times }: Measurements): Figures {
  const of = (name: Compared) => series.find(({ contender }) => contender === name)!;
  const [ours, bare] = [of('disk'), of('socketIo')];
  const each = (runs: readonly Loaded[], key: keyof Loaded) => runs.map((run) => run[key]);
  const compare = (when: 'saturated' | 'steady', key: keyof Loaded) =>
    ratio(each(ours[when], key), each(bare[when], key));
  const allOurs = [...series, ...grown].filter(({ contender }) => !['socketIo', 'ws'].includes(contender));
  const lost = allOurs.flatMap(({ saturated, steady }) => [...saturated, ...steady]).map((run) => run.lost);
  return {
    cpuRatio: compare('saturated', 'cpuEach'),
    throughputRatio: compare('saturated', 'deliveredPerSecond'),
    p99Ratio: compare('steady', 'p99'),
    kbPerPerson: median(perPerson.disk),
    kbPerPersonBare: median(perPerson.socketIo),
    lost: lost.reduce((sum, some) => sum + some, 0),
    coldStartMs: median(times.coldStart),
    restore1000RoomsMs: median(times.restore),
    joinP95Ms: median(times.joinP95),
    ...builtPages(),
  };
}

const head = ['what', 'rooms', 'delivered/s', 'CPU µs each', 'p50 ms', 'p99 ms', 'lost', 'clients’ CPU %'];

/** For people to read: the figures behind those of the last line. */
export function tablesOf({ series, grown, perPerson, coldStart, restore, joinP95 }: Measurements): string {
  const row = (name: string, rooms: number, runs: readonly Loaded[]): string[] => {
    const of = (key: keyof Loaded, places: number, times = 1) =>
      spread(
        runs.map((run) => run[key] * times),
        places,
      );
    const lost = runs.reduce((sum, run) => sum + run.lost, 0);
    return [
      name,
      `${rooms}`,
      of('deliveredPerSecond', 0),
      of('cpuEach', 1),
      of('p50', 2),
      of('p99', 2),
      `${lost}`,
      of('clientShare', 0, 100),
    ];
  };
  const rowsOf = (when: 'saturated' | 'steady', all: Measurements['series']) =>
    all.filter((one) => one[when].length > 0).map((one) => row(nameOf[one.contender], one.rooms, one[when]));
  return [
    'Saturation: two changes in flight in each room',
    table(head, rowsOf('saturated', series)),
    'A steady meeting: each person acts once in two seconds',
    table(head, rowsOf('steady', series)),
    'How cost grows: saturation, once each',
    table(head, rowsOf('saturated', grown)),
    'Beside that',
    table(
      ['what', 'median (least–most)'],
      [
        ['kB for each person, Fullturn on disk', spread(perPerson.disk, 1)],
        ['kB for each person, bare Socket.IO relay', spread(perPerson.socketIo, 1)],
        ['cold start, ms', spread(coldStart, 0)],
        ['restore, ms', spread(restore, 0)],
        ['joining all at once, p95 ms', spread(joinP95, 0)],
      ],
    ),
  ].join('\n\n');
}
