import { spawn } from 'node:child_process';

/** The server, restarted when its sources change, and Vite for the pages on http://localhost:5173. */
const children = [
  spawn(process.execPath, ['--watch-path=server/src', '--watch-path=shared/src', 'server/src/main.ts'], {
    stdio: 'inherit',
  }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'client'], { stdio: 'inherit' }),
];

const stop = () => children.forEach((child) => child.kill());
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
for (const child of children) child.once('exit', stop);
