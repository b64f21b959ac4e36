/**
 * For what has to be read and pressed whatever is open: a modal dialog leaves nothing outside it alive. So
 * it stands in the one that is open, and moves out again when that closes.
 */
export function overDialogs(notice: HTMLElement): () => void {
  const dialog = [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')].at(-1);
  const out = () => document.body.append(notice);
  dialog?.append(notice);
  // Before the page hears of it, and takes the dialog away.
  dialog?.addEventListener('close', out, { capture: true, once: true });
  return () => dialog?.removeEventListener('close', out, { capture: true });
}
