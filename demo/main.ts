import { addresses, reachableOrigin } from '#server/addresses.ts';
import { WrongSetting } from '#server/config.ts';
import { pagesBuilt } from '#server/http/app.ts';
import { terminalQr } from '#server/terminalQr.ts';
import { whyNotStarted } from '#server/whyNotStarted.ts';
import { startDemo, type Demo } from './demo.ts';
import { readOptions, type DemoOptions } from './options.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!pagesBuilt())
    throw new WrongSetting('The pages are not built yet: run `npm run demo`, which builds them first.');
  const demo = await startDemo(options, process.env, say);
  const stop = () => void demo.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  introduce(demo, options);

  await demo.ended();
  for (const refusal of demo.refusals) say(`Refused on the way: ${refusal}.`);
  say('Its pages stay open until the room is forgotten, an hour later by their clock. Ctrl+C stops now.');
  await demo.forgotten();
  say('The room is forgotten.');
  stop();
}

/** Where to look, and where to sit down. */
function introduce({ port, room, seats }: Demo, { speed, minutes }: DemoOptions): void {
  const host = process.env.HOST || '0.0.0.0';
  const [here = ''] = addresses(host, port);
  const others = reachableOrigin(null, host, port) ?? here;
  const [facilitator, ...rest] = seats;
  const width = Math.max(...['Console', ...seats.map(({ name }) => name)].map(({ length }) => length)) + 2;
  say(`A meeting of ${minutes} minutes at ${speed}×, with seven simulated people.`);
  say(`It begins when the wall is opened, or in a quarter of a minute.\n`);
  say(`  ${'Wall'.padEnd(width)}${here}${room.links.wall}`);
  say(`  ${'Console'.padEnd(width)}${here}${room.links.console}  (${facilitator!.name} facilitates)`);
  say(`  ${'Join'.padEnd(width)}${others}${room.links.join}  (code ${room.code})\n`);
  if (others !== here && process.stdout.isTTY) say(terminalQr(others + room.links.join));
  say('Whoever opens one of these sits in that seat, and plays on; so does the console. Each in a browser');
  say('or private window of its own. Close the page, and five seconds later the seat is simulated again.\n');
  for (const { name, link } of rest) say(`  ${name.padEnd(width)}${here}${link}`);
  say('');
}

main().catch((error: unknown) => {
  process.stderr.write(`The demo could not start. ${whyNotStarted(error)}\n`);
  process.exit(1);
});
