import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A browser for the tests: CHROMIUM_PATH, one on this machine, or the one Playwright downloaded. Null if none. */
export function findBrowser(): string | null {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  const onPath = names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  const candidates = [CHROMIUM_PATH ?? '', ...onPath, ...elsewhere, chromium.executablePath()];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

function attempt(command: string, ...args: string[]): void {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    // What was attempted may not work here; whether there is a browser is looked at afterwards.
  }
}

/** Gets a browser where none is: from Debian as root, else Playwright's own download. */
function getBrowser(): void {
  const debian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (debian) {
    attempt('apt-get', 'update', '-qq');
    attempt('apt-get', 'install', '-y', '-qq', 'chromium-headless-shell');
  }
  if (!findBrowser())
    attempt(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium-headless-shell');
}

if (process.argv.includes('--ensure')) {
  if (!findBrowser()) getBrowser();
  if (!findBrowser()) {
    process.stderr.write(
      'The browser tests need Chromium: install it (Debian: apt install chromium), or set CHROMIUM_PATH to one.\n',
    );
    process.exit(1);
  }
}
