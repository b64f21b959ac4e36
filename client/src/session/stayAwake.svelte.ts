import { keepAwake } from './keepAwake.ts';

/** For a page, while it is set up: keeps its screen awake as long as `wanted` says. */
export class StayAwake {
  #mayDim = $state(!('wakeLock' in navigator));

  constructor(wanted: () => boolean) {
    $effect(() => {
      if (wanted()) return keepAwake((awake) => (this.#mayDim = !awake));
    });
  }

  /** Nothing holds this screen awake but its own settings. */
  get mayDim(): boolean {
    return this.#mayDim;
  }
}
