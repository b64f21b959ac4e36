import { Router } from 'express';
import type { Metrics } from '../metrics.ts';
import type { EventStore } from '../store/eventStore.ts';

/** `/healthz`: this process is alive. `/readyz`: it can also reach its store, and is not about to stop. `/metrics`: figures for Prometheus. */
export function healthRoutes(store: EventStore, metrics: Metrics, leaving: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (_request, response) => {
    const ready = await store.ping().then(
      () => !leaving(),
      () => false,
    );
    response.status(ready ? 200 : 503).json({ ready });
  });
  router.get('/metrics', async (_request, response) => {
    const { type, body } = await metrics.text();
    response.type(type).send(body);
  });
  return router;
}
