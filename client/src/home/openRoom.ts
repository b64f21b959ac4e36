import { longestSession, shortestSession } from '#shared/method/fit.ts';
import { t } from '../text/text.ts';

export interface Wish {
  readonly minutes: number;
  readonly name: string;
  readonly people: number;
  /** How long it is kept after its end. */
  readonly keptMinutes: number;
  readonly lengths: readonly number[];
}

/** Opens a room and goes to its console. Resolves with a sentence when that did not work. */
export async function openRoom(wish: Wish): Promise<string | null> {
  const response = await fetch('/api/rooms', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  }).catch(() => null);
  if (response?.status === 429) return t('home.tooMany');
  if (response?.status === 400) return wrongField((await response.json()) as { field?: string });
  if (!response?.ok) return t('home.failed');
  const { links } = (await response.json()) as { links: { console: string } };
  location.assign(links.console);
  return null;
}

/** The page lets nothing wrong out; an older page may still differ with a newer server. */
function wrongField({ field }: { field?: string }): string {
  if (field === 'people') return t('home.peopleOutside');
  if (field === 'name') return t('home.nameTooLong');
  return field === 'minutes' || field?.startsWith('lengths') ? outsideSpan() : t('home.failed');
}

export const outsideSpan = (): string =>
  t('home.minutesOutside', { least: shortestSession, most: longestSession });
