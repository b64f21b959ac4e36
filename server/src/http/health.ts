import { Router } from 'express';
import type { EventStore } from '../store/eventStore.ts';

/** `/healthz`: this process is alive. `/readyz`: it can also reach its store. */
export function healthRoutes(store: EventStore): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (_request, response) => {
    const ready = await store.ping().then(
      () => true,
      () => false,
    );
    response.status(ready ? 200 : 503).json({ ready });
  });
  return router;
}
