/** Does it for all, in order, never for more than `size` at once. */
export async function inLots<T, R>(
  size: number,
  all: readonly T[],
  does: (one: T) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += size)
    done.push(...(await Promise.all(all.slice(at, at + size).map(does))));
  return done;
}
