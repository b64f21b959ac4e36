import { spawnSync } from 'node:child_process';

/** What `npm test` runs, in the order that finds mistakes soonest. */
const steps = ['types', 'lint', 'test:unit', 'test:contract', 'test:browser'];

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

for (const step of steps) {
  const began = performance.now();
  console.log(`\n— ${step}`);
  const { status } = spawnSync(npm, ['run', '--silent', step], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`\nnpm test stopped: "npm run ${step}" failed.`);
    process.exit(1);
  }
  console.log(`— ${step} passed in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
