/** How long to wait before each further try, in milliseconds; the last for all that come after. */
const pauses = [500, 1_000, 2_000, 5_000] as const;

/**
 * What a page fetches behind its first scripts, so that it stands sooner. It is fetched at once and not
 * on a press, and tried again for as long as the page is open.
 */
export class Fetched<Part> {
  readonly #load: () => Promise<Part>;
  #begun = false;
  #part = $state.raw<Part | null>(null);
  #stuck = $state(false);

  constructor(load: () => Promise<Part>) {
    this.#load = load;
  }

  /** Null until it is here. */
  get part(): Part | null {
    return this.#part;
  }

  /** Tries again do not help so far: many browsers remember a script that failed until the page is reloaded. */
  get stuck(): boolean {
    return this.#stuck;
  }

  /** Asked for again, it goes on with what has begun. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        const part = await this.#load();
        await mendStyles();
        this.#part = part;
        this.#stuck = false;
        return;
      } catch {
        this.#stuck = tries > 0;
        await new Promise((resolve) => setTimeout(resolve, pauses[tries] ?? pauses.at(-1)));
      }
    }
  }
}

/** Vite asks for a style sheet once only, so a part could come without its look. */
async function mendStyles(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  const missing = [...links].filter(({ sheet }) => !isWhole(sheet));
  await Promise.all(missing.map(fetchAgain));
}

/** One that failed is null, empty or not to be read, as the browser likes. */
function isWhole(sheet: CSSStyleSheet | null): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}

const fetchAgain = (link: HTMLLinkElement): Promise<void> =>
  new Promise((resolve, reject) => {
    const again = link.cloneNode() as HTMLLinkElement;
    again.onload = () => resolve();
    again.onerror = () => reject(new Error(`${link.href} did not come.`));
    link.replaceWith(again);
  });
