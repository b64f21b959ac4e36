/** For what stands over the end of the page: a control reached by Tab is not to hide below it. */
export function coversEnd(bar: HTMLElement): () => void {
  const root = document.documentElement;
  const watch = new ResizeObserver(() => {
    const sticks = getComputedStyle(bar).position === 'sticky';
    if (sticks) root.style.setProperty('--covered-end', `${bar.offsetHeight + 12}px`);
    else root.style.removeProperty('--covered-end');
  });
  watch.observe(bar);
  return () => {
    watch.disconnect();
    root.style.removeProperty('--covered-end');
  };
}
