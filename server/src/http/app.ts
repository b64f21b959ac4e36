import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { reachableOrigin } from '../addresses.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { RoomHub } from '../rooms/roomHub.ts';
import type { Limits } from '../sockets/limits.ts';
import type { EventStore } from '../store/eventStore.ts';
import { artifactRoutes } from './artifact.ts';
import { healthRoutes } from './health.ts';
import { packed } from './packed.ts';
import { roomRoutes } from './rooms.ts';

const built = join(import.meta.dirname, '../../../client/dist');
const pages = ['/', '/join', '/room/:room', '/console/:room', '/wall/:room'];

/** Only our own files run, draw or are asked for; no page of ours stands in another's frame. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** For this name alone: what else lives under it is not ours to decide. */
const strictTransportSecurity = { maxAge: 365 * 24 * 3600, includeSubDomains: false };

interface World {
  readonly config: Config;
  readonly store: EventStore;
  readonly hub: RoomHub;
  readonly limits: Limits;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** This node is about to stop. */
  readonly leaving: () => boolean;
}

export function httpApp({ config, store, hub, limits, log, metrics, leaving }: World): Express {
  const app = express();
  app.set('trust proxy', config.trustProxy);
  app.use(
    helmet({ contentSecurityPolicy, strictTransportSecurity, referrerPolicy: { policy: 'no-referrer' } }),
  );
  app.use(healthRoutes(store, metrics, leaving));
  app.use('/api', notKept, artifactRoutes({ store, hub, limits }));
  app.use('/api', notKept, express.json({ limit: '16kb', strict: true }), roomRoutes({ store, hub, limits }));
  app.get('/api/address', (request, response) => {
    const port = request.socket.localPort ?? config.port;
    response.json({ origin: reachableOrigin(config.publicUrl, config.host, port) });
  });
  app.use(
    '/assets',
    packed(join(built, 'assets')),
    express.static(join(built, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  app.use(express.static(built, { index: false }));
  app.get(pages, notKept, (_request, response) => {
    response.sendFile(join(built, 'index.html'));
  });
  app.use((request, response) => {
    response.status(404);
    // Somebody who mistyped an address reads a sentence; a program, or a page's own request, a word.
    if (!request.path.startsWith('/api') && request.accepts(['json', 'html']) === 'html')
      response.set('cache-control', 'no-store').sendFile(join(built, 'index.html'));
    else response.json({ problem: 'not-found' });
  });
  app.use(inWords(log));
  return app;
}

/** Links and codes are in no cache. */
const notKept: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

/** Whether there is something to serve; a server without pages would only puzzle people. */
export const pagesBuilt = (): boolean => existsSync(join(built, 'index.html'));

/** Errors leave as a status and a word. What was sent is never logged. */
const inWords =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = (error as { status?: unknown }).status;
    const known = typeof status === 'number' && status >= 400 && status < 500;
    if (!known) log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a request failed');
    const problem = status === 404 ? 'not-found' : known ? 'malformed' : 'unavailable';
    response.status(known ? status : 503).json({ problem });
  };
