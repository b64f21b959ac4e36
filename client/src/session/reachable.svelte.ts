/**
 * The origin that others can reach. A page opened as `localhost` asks the server, which knows the
 * network it is on; everywhere else it is the page's own.
 */
export class Reachable {
  #origin = $state(location.origin);

  constructor() {
    if (/^(localhost|127\.|\[::1\])/.test(location.hostname)) void this.#ask();
  }

  get origin(): string {
    return this.#origin;
  }

  async #ask(): Promise<void> {
    const response = await fetch('/api/address').catch(() => null);
    if (!response?.ok) return;
    const { origin } = (await response.json()) as { origin: string | null };
    if (origin) this.#origin = origin;
  }
}
