import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** `npm run demo` as people start it, on a free port. */
export class DemoProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #said = '';

  constructor(...args: readonly string[]) {
    const env = { ...process.env, PORT: '0', HOST: '127.0.0.1' };
    this.#child = spawn(process.execPath, ['demo/main.ts', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#ended = once(this.#child, 'exit');
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
  }

  /** Everything in the terminal so far. */
  get said(): string {
    return this.#said;
  }

  /** Resolves once the terminal says so, now or later. */
  async says(words: string): Promise<void> {
    while (!this.#said.includes(words)) {
      if (this.#child.exitCode !== null) throw new Error(`The demo ended before it said "${words}".`);
      await Promise.race([once(this.#child.stdout!, 'data'), this.#ended]);
    }
  }

  /** The link that the terminal has for somebody, or for "Wall" and "Console". */
  async link(name: string): Promise<string> {
    await this.says('Ines');
    await this.says('\n\n');
    const [, link] = new RegExp(`^ +${name} +(http:\\S+)`, 'm').exec(this.#said) ?? [];
    if (!link) throw new Error(`The demo printed no link for ${name}.`);
    return link;
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }
}
