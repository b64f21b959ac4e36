import { raw, Router, type RequestHandler, type Response } from 'express';
import { mostBytes, plainJpeg } from '#shared/artifact/plainJpeg.ts';
import type { PersonId } from '#shared/ids.ts';
import { mayShowArtifact } from '#shared/room/artifact.ts';
import type { HeldRoom } from '../rooms/heldRoom.ts';
import type { RoomHub } from '../rooms/roomHub.ts';
import { hashSecret, sameSecret } from '../secrets.ts';
import type { Limits } from '../sockets/limits.ts';
import type { EventStore } from '../store/eventStore.ts';

interface World {
  readonly store: EventStore;
  readonly hub: RoomHub;
  readonly limits: Limits;
}

interface Asks {
  readonly held: HeldRoom;
  readonly person: PersonId;
}

/** Showing a picture on the walls of a room and taking it away, and the picture itself (docs/protocol.md). */
export function artifactRoutes({ store, hub, limits }: World): Router {
  const router = Router();

  const no = (response: Response, status: number, problem: string): void =>
    void response.status(status).json({ problem });

  /** Who asks, before a byte of their picture is read: by the secret of a device that is in this room. */
  const known: RequestHandler<{ room: string }> = async (request, response, next) => {
    const secret = request.get('fullturn-device') ?? '';
    const { room } = request.params;
    const grant = secret.length > 64 ? null : await store.grant(hashSecret(secret));
    // Their page may be about to come to this node, or have gone from it.
    const held = grant?.room === room ? await hub.open(room) : null;
    const person = grant?.person ?? null;
    const ofSomebody = grant?.power === 'participant' || grant?.power === 'facilitator';
    if (!held || person === null || !ofSomebody) {
      const more = await limits.wrongLink(request.ip ?? '');
      return no(response, more ? 403 : 429, more ? 'not-let-in' : 'too-many-tries');
    }
    response.locals.asks = { held, person } satisfies Asks;
    next();
  };
  const asks = (response: Response): Asks => response.locals.asks as Asks;

  const mayShow: RequestHandler<{ room: string }> = async (_request, response, next) => {
    const { held, person } = asks(response);
    if (!mayShowArtifact(held.live.state, person)) return no(response, 403, 'not-yours-to-show');
    if (!(await limits.mayShowPicture(person))) return no(response, 429, 'too-many-tries');
    next();
  };

  const picture = raw({ type: 'image/jpeg', limit: mostBytes, inflate: false });

  router.post('/rooms/:room/artifact', known, mayShow, picture, (request, response) => {
    const { held, person } = asks(response);
    const plain = Buffer.isBuffer(request.body) ? plainJpeg(request.body) : null;
    if (!plain) return no(response, 415, 'no-picture');
    const { state } = held.live;
    // The floor may have moved while it was on its way.
    if (!state.run || !mayShowArtifact(state, person)) return no(response, 403, 'not-yours-to-show');
    if (!held.artifact.show(person, state.run.id, plain)) return no(response, 503, 'unavailable');
    response.status(204).end();
  });

  router.delete('/rooms/:room/artifact', known, (_request, response) => {
    const { held, person } = asks(response);
    held.artifact.takeAway(person);
    response.status(204).end();
  });

  router.get('/rooms/:room/artifact/:id', async (request, response) => {
    const shown = (await hub.here(request.params.room))?.artifact.shown;
    if (!shown || !sameSecret(shown.id, request.params.id)) return no(response, 404, 'not-found');
    response.type('image/jpeg').send(Buffer.from(shown.picture));
  });

  return router;
}
