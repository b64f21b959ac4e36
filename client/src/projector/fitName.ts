import type { Attachment } from 'svelte/attachments';

/** In this order: smaller, then without "has the floor", then on two lines. Sizes are in wall.css. */
const fits = ['usual', 'small', 'alone', 'alone-small', 'wrapped', 'wrapped-small'] as const;

/** Letters reach a little out of their line; a line too many reaches further. */
const overflows = (line: HTMLElement): boolean =>
  line.scrollWidth > line.clientWidth ||
  line.scrollHeight > line.clientHeight + parseFloat(getComputedStyle(line).fontSize) / 2;

/**
 * Sets the name of who has the floor as large as it fits, whatever the script and the shape of the wall.
 * Only measuring tells: names have up to 60 characters. `name` is what makes it measure again, and so does
 * the room that the clock beside it leaves. `wraps` hears whether it takes the place below the clock.
 */
export const fitName =
  (name: string, wraps: (does: boolean) => void): Attachment<HTMLElement> =>
  (line) => {
    const wall = line.closest('.w');
    const fit = () => {
      for (const size of fits) {
        line.dataset.fit = size;
        if (!overflows(line)) break;
      }
      wraps(line.dataset.fit!.startsWith('wrapped'));
    };
    const watch = new ResizeObserver(fit);
    if (name && wall) for (const box of [wall, line]) watch.observe(box);
    else wraps(false);
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  };
