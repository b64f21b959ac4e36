import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import type { Limits } from '../sockets/limits.ts';
import type { EventStore } from '../store/eventStore.ts';
import { healthRoutes } from './health.ts';
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

interface World {
  readonly config: Config;
  readonly store: EventStore;
  readonly limits: Limits;
  readonly log: Logger;
}

export function httpApp({ config, store, limits, log }: World): Express {
  const app = express();
  app.set('trust proxy', config.trustProxy);
  app.use(helmet({ contentSecurityPolicy, referrerPolicy: { policy: 'no-referrer' } }));
  app.use(healthRoutes(store));
  app.use('/api', express.json({ limit: '16kb', strict: true }), roomRoutes(store, limits));
  app.use(
    '/assets',
    express.static(join(built, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  app.use(express.static(built, { index: false }));
  app.get(pages, (_request, response) => {
    response.set('cache-control', 'no-store');
    response.sendFile(join(built, 'index.html'));
  });
  app.use((_request, response) => {
    response.status(404).json({ problem: 'not-found' });
  });
  app.use(inWords(log));
  return app;
}

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
    response.status(known ? status : 503).json({ problem: known ? 'malformed' : 'unavailable' });
  };
