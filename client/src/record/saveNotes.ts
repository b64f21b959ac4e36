import type { Session } from '../session/session.ts';
import { t } from '../text/text.ts';
import { fileName } from './fileName.ts';
import { saveFile } from './saveFile.ts';

/** Saves what somebody noted for themselves, before they leave. */
export async function saveNotes({ room, drafts, now }: Session): Promise<void> {
  // Read at once: leaving wipes the drafts.
  const notes = { title: t('end.notes'), items: [{ label: null, text: drafts.read('notes') }] };
  const { copyAsMarkdown } = await import('./copyAsMarkdown.ts');
  const copy = copyAsMarkdown({ title: t('end.notes'), under: [room.name], sections: [notes] });
  saveFile(fileName(t('end.notesFile'), room.name, now), 'md', copy);
}
