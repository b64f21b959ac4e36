/** All pictures of this process together, in bytes: memory is what they would take away from the rooms. */
const mostInAll = 64_000_000;

/** How much of that is taken. */
export class PictureSpace {
  #taken = 0;

  take(bytes: number): boolean {
    if (this.#taken + bytes > mostInAll) return false;
    this.#taken += bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#taken -= bytes;
  }
}
