import type { RoomId } from '#shared/ids.ts';
import type { RoomSocket } from '../session/socket.ts';

export type ShowAnswer = 'shown' | 'not-now' | 'failed';

/** The picture on the wall as this page knows it, and the way to put one there. */
export class ShownArtifact {
  readonly #path: string;
  readonly #secret: string;
  #id = $state<string | null>(null);

  /** `secret`: by which the server knows this page's person. */
  constructor(room: RoomId, secret: string, socket: RoomSocket) {
    this.#path = `/api/rooms/${room}/artifact`;
    this.#secret = secret;
    socket.on('artifact', ({ id }) => (this.#id = id));
  }

  /** Where the picture is; null when there is none, or it is not for this page. */
  get url(): string | null {
    return this.#id === null ? null : `${this.#path}/${this.#id}`;
  }

  async show(picture: Blob): Promise<ShowAnswer> {
    const answer = await this.#ask('POST', await picture.arrayBuffer());
    return answer?.ok ? 'shown' : answer?.status === 403 ? 'not-now' : 'failed';
  }

  async takeAway(): Promise<void> {
    if ((await this.#ask('DELETE'))?.ok) this.#id = null;
  }

  /** Null when the server was not reached. */
  #ask(method: 'POST' | 'DELETE', body?: ArrayBuffer): Promise<Response | null> {
    const headers = { 'fullturn-device': this.#secret, ...(body && { 'content-type': 'image/jpeg' }) };
    return fetch(this.#path, { method, headers, ...(body && { body }) }).catch(() => null);
  }
}
