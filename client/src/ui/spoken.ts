import type { Attachment } from 'svelte/attachments';
import { say, voice } from './voice.ts';

/** What an element shows is said when it comes, and whenever it changes; once, where two show the same. */
export const spoken: Attachment<HTMLElement> = (element) => {
  let line = '';
  let takeBack = say(line);
  const tell = () => {
    const words = element.innerText.replace(/\s+/g, ' ').trim();
    if (words === line) return;
    line = words;
    takeBack();
    const said = [...voice.children].some(({ textContent }) => textContent === words);
    takeBack = say(said ? '' : words);
  };
  tell();
  const changes = new MutationObserver(tell);
  changes.observe(element, { childList: true, characterData: true, subtree: true });
  return () => {
    changes.disconnect();
    takeBack();
  };
};
