import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * What `npm test` runs. Two lanes side by side for two cores: one in the order that finds mistakes soonest,
 * with whole sessions in a browser last, and one that takes about as long as what comes before these.
 */
const lanes = [['types', 'test:unit', 'lint', 'test:browser'], ['test:contract']];
/** Says what it does while it does it. */
const slowest = 'test:browser';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** A step that fails takes the other lane's along. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill()));

/** Runs the steps one after the other. What one says is printed whole at its end, but for the slowest. */
async function run(steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    const began = performance.now();
    const live = step === slowest;
    if (live) console.log(`\n— ${step}`);
    const child = spawn(npm, ['run', '--silent', step], {
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    running.add(child);
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said.push(data));
    const [status] = (await once(child, 'close')) as [number | null];
    running.delete(child);
    if (!live) console.log(`\n— ${step}\n${Buffer.concat(said).toString()}`);
    if (status !== 0) {
      console.error(`\nnpm test stopped: "npm run ${step}" failed.`);
      process.exit(1);
    }
    console.log(`— ${step} passed in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}

await Promise.all(lanes.map(run));
