import { voice } from './voice.ts';

/** Behind an open dialog nothing is heard: the voice comes from within it until the function given is called. */
export function speakFrom(dialog: HTMLElement): () => void {
  const before = voice.parentElement!;
  voice.replaceChildren();
  dialog.append(voice);
  return () => {
    voice.replaceChildren();
    before.append(voice);
  };
}
