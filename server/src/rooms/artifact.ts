import type { PersonId } from '#shared/ids.ts';
import { mayShowArtifact } from '#shared/room/artifact.ts';
import type { RoomState, Run } from '#shared/room/state.ts';
import { newSecret } from '../secrets.ts';

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

export interface ShownPicture {
  /** 128 random bits: who is not told them does not find the picture. */
  readonly id: string;
  readonly person: PersonId;
  readonly run: Run['id'];
  readonly picture: Uint8Array;
}

/** What the coachee of a room shows on its walls: here, in this object, and nowhere else. */
export class Artifact {
  readonly #space: PictureSpace;
  readonly #changed: (person: PersonId) => void;
  #shown: ShownPicture | null = null;

  constructor(space: PictureSpace, changed: (person: PersonId) => void) {
    this.#space = space;
    this.#changed = changed;
  }

  get shown(): ShownPicture | null {
    return this.#shown;
  }

  /** In the place of what they showed before. False when there is no space. */
  show(person: PersonId, run: Run['id'], picture: Uint8Array): boolean {
    this.#drop();
    const has = this.#space.take(picture.length);
    if (has) this.#shown = { id: newSecret(), person, run, picture };
    this.#changed(person);
    return has;
  }

  takeAway(): void {
    const person = this.#shown?.person;
    this.#drop();
    if (person !== undefined) this.#changed(person);
  }

  /** It goes with the floor, and with the phase. */
  roomChanged(room: RoomState): void {
    if (!this.#shown) return;
    const { person, run } = this.#shown;
    if (room.run?.id !== run || !mayShowArtifact(room, person)) this.takeAway();
  }

  #drop(): void {
    if (this.#shown) this.#space.giveBack(this.#shown.picture.length);
    this.#shown = null;
  }
}
