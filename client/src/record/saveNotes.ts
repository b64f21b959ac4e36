import type { Session } from '../session/session.ts';
import { t } from '../text/text.ts';
import { copyAsMarkdown } from './copyAsMarkdown.ts';
import { saveFile } from './saveFile.ts';

/** Saves what somebody noted for themselves, before they leave. */
export function saveNotes({ room, drafts }: Session): void {
  const notes = { title: t('end.notes'), items: [{ label: null, text: drafts.read('notes') }] };
  saveFile(`${t('end.notesFile')}.md`, copyAsMarkdown(t('end.notes'), room.name, [notes]));
}
