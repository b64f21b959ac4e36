/**
 * Asks that this screen does not dim, and asks again whenever it is seen anew: browsers take it back when
 * a page is hidden or the battery runs low. `tell` hears whether it holds. Where the browser has nothing
 * to ask (plain HTTP, older ones) it never does. Returns what ends it.
 */
export function keepAwake(tell: (awake: boolean) => void): () => void {
  const locks = (navigator as Partial<Pick<Navigator, 'wakeLock'>>).wakeLock;
  if (!locks) {
    tell(false);
    return () => {};
  }
  let held: WakeLockSentinel | null = null;
  let asking = false;
  let over = false;

  async function ask(): Promise<void> {
    if (over || asking || held || document.visibilityState !== 'visible') return;
    asking = true;
    const lock = await locks!.request('screen').catch(() => null);
    asking = false;
    if (over) return void lock?.release();
    held = lock;
    tell(lock !== null);
    lock?.addEventListener('release', () => {
      held = null;
      if (!over) tell(false);
    });
  }

  const look = () => void ask();
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', look);
    void held?.release();
  };
}
