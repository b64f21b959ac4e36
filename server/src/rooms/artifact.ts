import type { PersonId, RoomId, RunId } from '#shared/ids.ts';
import { mayShowArtifact } from '#shared/room/artifact.ts';
import type { RoomState } from '#shared/room/state.ts';
import { duration, later, latest, seconds, type Instant } from '#shared/time.ts';
import type { OtherNodes } from '../nodes/otherNodes.ts';
import { isNewer, type PictureMark } from '../nodes/pictureMark.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { schedule } from './alarm.ts';
import type { PictureSpace } from './pictureSpace.ts';

/** A question to another node may be lost, and so may the picture. */
const askAgainAfter = seconds(2);

export interface ShownPicture {
  /** 128 random bits: who is not told them does not find the picture. */
  readonly id: string;
  readonly person: PersonId;
  readonly picture: Uint8Array;
}

type Letter =
  | { readonly say: 'want'; readonly label: string; readonly by: string }
  | { readonly say: 'picture'; readonly id: string; readonly base64: string };

export interface ArtifactWorld {
  readonly room: RoomId;
  readonly state: () => RoomState;
  /** Store time. */
  readonly now: () => Instant;
  readonly space: PictureSpace;
  readonly others: OtherNodes;
  /** What is shown has changed, by this person. */
  readonly changed: (person: PersonId) => void;
}

/**
 * What the coachee of a room shows on its walls: in the memory of the nodes that hold the room, and
 * nowhere else. Each node tells which picture it has; the others ask for it. Whichever first sees that
 * it is over, by the log or because it was taken away, ends it on all.
 */
export class Artifact {
  readonly #world: ArtifactWorld;
  #shown: ShownPicture | null = null;
  /** The latest that this node has had, or knows to be over. */
  #mark: PictureMark | null = null;
  /** What another node was asked for, and the way to stop waiting for it. */
  #asked: { readonly mark: PictureMark; readonly stop: () => void } | null = null;
  #closed = false;

  constructor(world: ArtifactWorld) {
    this.#world = world;
  }

  get shown(): ShownPicture | null {
    return this.#shown;
  }

  /** In the place of what they showed before. False when there is no space. */
  show(person: PersonId, run: RunId, picture: Uint8Array): boolean {
    const { now } = this.#world;
    const before = this.#latest();
    this.#drop();
    this.#asked?.stop();
    this.#asked = null;
    const at = before === null ? now() : latest(now(), later(before.at, duration(1)));
    const id = newSecret();
    const has = this.#keep({ at, person, run, label: hashSecret(id) }, id, picture);
    if (!has) this.#end(before);
    this.#world.changed(person);
    return has;
  }

  /** Also what is still on its way here. */
  takeAway(person: PersonId): void {
    const mark = this.#latest();
    if (mark?.person === person) this.#end(mark);
  }

  /** What the log or another node says has changed: a picture goes with the floor, and with the phase. */
  look(): void {
    const mark = this.#latest();
    if (mark === null || this.#closed) return;
    const known = mark === this.#mark;
    if (known ? this.#shown && !this.#mayStand(mark) : mark.label === null) return this.#end(mark);
    if (known) return;
    // There is another one in its place, which comes in a moment.
    if (this.#shown) this.#end(this.#mark);
    if (this.#mayStand(mark)) this.#ask(mark);
  }

  got(text: string): void {
    const letter = JSON.parse(text) as Letter;
    // A node of another version may send something else.
    if (letter.say === 'want') this.#answer(letter.label, letter.by);
    else if (letter.say === 'picture') this.#arrived(letter.id, Buffer.from(letter.base64, 'base64'));
  }

  /** This node holds the room no more; others may. */
  close(): void {
    this.#closed = true;
    this.#drop();
    this.#asked?.stop();
    this.#world.others.show(this.#world.room, null);
  }

  /** Of what this node and the others know. */
  #latest(): PictureMark | null {
    const { others, room } = this.#world;
    return others.pictures(room).reduce((best, { mark }) => (isNewer(mark, best) ? mark : best), this.#mark);
  }

  #mayStand({ person, run }: PictureMark): boolean {
    const state = this.#world.state();
    return state.run?.id === run && mayShowArtifact(state, person);
  }

  #keep(mark: PictureMark, id: string, picture: Uint8Array): boolean {
    const { space, others, room } = this.#world;
    if (!space.take(picture.length)) return false;
    this.#shown = { id, person: mark.person, picture };
    this.#mark = mark;
    others.show(room, mark);
    return true;
  }

  #end(mark: PictureMark | null): void {
    if (mark === null) return;
    const person = this.#shown?.person;
    this.#drop();
    this.#asked?.stop();
    this.#asked = null;
    this.#mark = { ...mark, label: null };
    this.#world.others.show(this.#world.room, this.#mark);
    if (person !== undefined) this.#world.changed(person);
  }

  #drop(): void {
    if (this.#shown) this.#world.space.giveBack(this.#shown.picture.length);
    this.#shown = null;
  }

  #ask(mark: PictureMark): void {
    if (this.#asked?.mark.label === mark.label) return;
    this.#asked?.stop();
    const { others, room } = this.#world;
    const from = others.pictures(room).find((one) => one.mark.label === mark.label);
    const stop = schedule(askAgainAfter, () => {
      this.#asked = null;
      this.look();
    });
    this.#asked = { mark, stop };
    if (from) this.#send(from.node, { say: 'want', label: mark.label!, by: others.me });
  }

  #arrived(id: string, picture: Uint8Array): void {
    const mark = this.#latest();
    if (mark === this.#mark || mark?.label !== hashSecret(id) || !this.#mayStand(mark)) return;
    this.#asked?.stop();
    // Where there is no space, it stays asked for: it would not fit the next time either.
    if (!this.#keep(mark, id, picture)) return;
    this.#asked = null;
    this.#world.changed(mark.person);
  }

  #answer(label: string, by: string): void {
    if (!this.#shown || this.#mark?.label !== label) return;
    const { id, picture } = this.#shown;
    this.#send(by, { say: 'picture', id, base64: Buffer.from(picture).toString('base64') });
  }

  #send(to: string, letter: Letter): void {
    this.#world.others.send(to, this.#world.room, JSON.stringify(letter));
  }
}
