// Prepares a fresh clone: installs what the lock file says, builds the pages if they are stale, and
// with --browser and --redis makes sure that there is what the tests need. Runs on whatever Node the
// machine has (D11).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.prepared');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error || status !== 0)
    fail(`"${command} ${args.join(' ')}" did not work. Its words are above; mend that and run this again.`);
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run(npm, ['ci', '--ignore-scripts']);
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(node))
    fail(
      'No Node 26 came with the packages for this kind of machine. Install Node 26 and put it on the PATH.',
    );
  writeFileSync(stamp, lock);
}

function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path)
      .filter((name) => name !== 'dist')
      .map((name) => newest(join(path, name))),
  );
}

function build() {
  const built = join(root, 'client', 'dist', 'index.html');
  const sources = ['client', 'shared', 'package-lock.json'].map((name) => newest(join(root, name)));
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources)) return;
  run(npm, ['run', '--silent', 'build']);
}

function ensure(asked, script) {
  if (!process.argv.includes(asked)) return;
  const node = join(root, 'node_modules', '.bin', 'node');
  try {
    execFileSync(node, [join(root, 'scripts', script), '--ensure'], { stdio: 'inherit' });
  } catch {
    process.exit(1);
  }
}

install();
if (process.argv.includes('--build')) build();
ensure('--browser', 'browser.ts');
ensure('--redis', 'redis.ts');
