/** `npm run bench`: docs/benchmark.md says what is measured, how, and what the figures cannot say. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startDriver } from './contenders.ts';
import { measure } from './measure.ts';
import { quickPlan, wholePlan } from './plan.ts';
import { keepApart } from './processes/pinning.ts';
import { lineOf } from './report/figures.ts';
import { figuresOf, tablesOf } from './report/report.ts';
import { warningsAfter, warningsBefore } from './report/warnings.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, folder: { type: 'string', default: tmpdir() } },
});
const plan = values.quick ? quickPlan : wholePlan;
/** Nothing that hangs hangs for ever. The children end with this process. */
const longest = 20 * 60_000;
setTimeout(() => {
  console.error('The benchmark takes too long; it was stopped.');
  process.exit(1);
}, longest).unref();

const folder = mkdtempSync(join(resolve(values.folder), 'fullturn-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const began = performance.now();
const driver = startDriver();
const [processor] = cpus();
console.log(`Node ${process.version}, ${process.platform}, ${cpus().length} cores, ${processor?.model}.`);
for (const sentence of [keepApart(driver.pid), ...warningsBefore(folder)]) console.log(sentence);
if (values.quick) console.log('Quick: this shows that the benchmark works. Its figures say nothing.');

const measured = await measure({ plan, folder, driver, say: (sentence) => console.log(sentence) });
await driver.kill();

console.log(`\n${tablesOf(measured)}\n`);
for (const sentence of warningsAfter(measured)) console.log(sentence);
console.log(`Measured in ${((performance.now() - began) / 60_000).toFixed(1)} minutes.`);
console.log(lineOf(figuresOf(measured)));
