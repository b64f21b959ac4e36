import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** `npm run pictures [folder]`: every screen in every scene, size and light, checked and kept. */
const folder = resolve(process.argv[2] ?? 'pictures');
const playwright = 'node_modules/@playwright/test/cli.js';

const { status } = spawnSync(process.execPath, [playwright, 'test', '-c', 'tests/e2e/pictures.config.ts'], {
  stdio: 'inherit',
  env: { ...process.env, PICTURES: folder },
});
console.log(`The pictures are in ${folder}.`);
process.exit(status ?? 1);
