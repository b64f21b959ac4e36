/**
 * Where a page says what it says to those who listen to it. There is one such place: two would talk over
 * each other, and one that came with its words would not be heard. It stands in `index.html`.
 */
export const voice = document.getElementById('voice')!;
let speaking = false;

/** What is said in one moment is said together. Gives what takes the lines back when they hold no more. */
export function say(...lines: readonly string[]): () => void {
  const said = lines
    .filter(Boolean)
    .map((textContent) => Object.assign(document.createElement('p'), { textContent }));
  if (said.length > 0 && !speaking) {
    speaking = true;
    setTimeout(() => (speaking = false));
    voice.replaceChildren();
  }
  voice.append(...said);
  return () => said.forEach((line) => line.remove());
}
