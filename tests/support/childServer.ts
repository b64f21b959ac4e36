import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../server/src/main.ts');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Fullturn as people start it: a process of its own. It needs the built pages. */
export class ChildServer {
  readonly #child: ChildProcess;
  readonly ended: Promise<Ended>;
  #stdout = '';
  #stderr = '';

  /** `settings` are its whole environment. */
  constructor(settings: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [main], {
      env: { ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.#stdout += text));
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.#stderr += text));
    this.ended = once(this.#child, 'close').then(([code]) => ({
      code: code as number | null,
      stdout: this.#stdout,
      stderr: this.#stderr,
    }));
  }

  /** Resolves with the first address it prints; rejects when it ends instead. */
  async address(): Promise<string> {
    const over = this.ended.then(({ stderr }) => Promise.reject(new Error(stderr)));
    for (;;) {
      const [, found] = /^ {2}(http:\S+)$/m.exec(this.#stdout) ?? [];
      if (found) {
        over.catch(() => undefined);
        return found;
      }
      await Promise.race([once(this.#child.stdout!, 'data'), over]);
    }
  }

  /** Asks it to end, or ends it. */
  kill(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Ended> {
    this.#child.kill(signal);
    return this.ended;
  }
}
