import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { Config } from './config.ts';
import { httpApp } from './http/app.ts';
import type { Logger } from './log.ts';
import { keepForgetting } from './rooms/retention.ts';
import { RoomHub } from './rooms/roomHub.ts';
import { audienceOf } from './sockets/audience.ts';
import { acceptPages } from './sockets/connect.ts';
import { Limits } from './sockets/limits.ts';
import { fromOurPages } from './sockets/origin.ts';
import type { RoomServer } from './sockets/roomSocket.ts';
import type { EventStore } from './store/eventStore.ts';

export interface RunningServer {
  readonly port: number;
  /** Stops hearing, lets what was asked be written, and closes the store. */
  stop(): Promise<void>;
}

/** Everything on one port: pages, `/api` and sockets. Rejects when the port cannot be had. */
export async function startServer(config: Config, store: EventStore, log: Logger): Promise<RunningServer> {
  const limits = new Limits();
  const http = createServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 2_000 },
    httpApp({ config, store, limits, log }),
  );
  const io: RoomServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: 16_384,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    perMessageDeflate: false,
    allowRequest: (request, decide) => decide(null, fromOurPages(request, config.publicUrl)),
  });
  const hub = new RoomHub(store, audienceOf(io), log);
  acceptPages({ io, store, hub, limits, trustProxy: config.trustProxy, log });
  const stopForgetting = keepForgetting(store, hub, log);

  await new Promise<void>((listening, failed) => {
    http.once('error', failed);
    http.listen(config.port, config.host, listening);
  });

  return {
    port: (http.address() as AddressInfo).port,
    async stop() {
      stopForgetting();
      await io.close();
      http.closeAllConnections();
      await hub.close();
      await store.close();
    },
  };
}
