import { t } from '../text/text.ts';

/** Nine digits of whatever was typed or pasted, grouped 3 + 3 + 3. */
export function groupedCode(typed: string): string {
  return typed
    .replace(/\D/g, '')
    .slice(0, 9)
    .replace(/(\d{3})(?=\d)/g, '$1 ');
}

/** Where the caret stands in a grouped code when it stood behind `before` in what was typed. */
export function caretAfter(before: string): number {
  const digits = Math.min(9, before.replace(/\D/g, '').length);
  return digits + Math.max(0, Math.ceil(digits / 3) - 1);
}

export const codeIsWhole = (typed: string): boolean => typed.replace(/\D/g, '').length === 9;

/**
 * Looks for the room with this code and goes there, as a participant or as its wall. Resolves with a
 * sentence when that did not work; null means that the page is on its way.
 */
export async function joinByCode(typed: string, as: 'room' | 'wall'): Promise<string | null> {
  if (!codeIsWhole(typed)) return t('lobby.incomplete');
  const code = typed.replace(/\D/g, '');
  const response = await fetch('/api/join', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  }).catch(() => null);
  if (!response) return t('lobby.offline');
  if (response.status === 429) return t('lobby.tooMany');
  if (response.status === 404) return t('lobby.wrong');
  if (!response.ok) return t('lobby.offline');
  const { room, door } = (await response.json()) as { room: string; door: string };
  location.assign(`/${as}/${room}#${door}`);
  return null;
}
