import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { PersonId, RoomId } from '#shared/ids.ts';
import { seconds } from '#shared/time.ts';
import type { Config } from './config.ts';
import { httpApp } from './http/app.ts';
import { openConnections } from './http/connections.ts';
import type { Logger } from './log.ts';
import { Metrics } from './metrics.ts';
import type { Node } from './nodes/node.ts';
import { OtherNodes } from './nodes/otherNodes.ts';
import { schedule } from './rooms/alarm.ts';
import { keepForgetting } from './rooms/retention.ts';
import { RoomHub } from './rooms/roomHub.ts';
import { audienceOf } from './sockets/audience.ts';
import { acceptPages } from './sockets/connect.ts';
import { cutFloods } from './sockets/flood.ts';
import { admit } from './sockets/handshake.ts';
import { Leaving } from './sockets/leaving.ts';
import { Limits } from './sockets/limits.ts';
import { fromOurPages } from './sockets/origin.ts';
import { usualPaces } from './sockets/paces.ts';
import type { RoomServer } from './sockets/roomSocket.ts';

/** What is being answered at a stop gets this long. */
const toHangUp = seconds(1);

export interface RunningServer {
  readonly port: number;
  /** How many pages somebody has open in this room, on this server. */
  pagesOf(room: RoomId, person: PersonId): Promise<number>;
  /** Lets no page in any more and sends those it has to come back later. Resolves when they have gone. */
  leave(): Promise<void>;
  /** Stops hearing, lets what was asked be written, and closes the store. */
  stop(): Promise<void>;
}

/**
 * Everything on one port: pages, `/api` and sockets. Rejects when the port cannot be had. Only the benchmark
 * gives other paces: it asks for more than people do.
 */
export async function startServer(
  config: Config,
  { store, bus, counters }: Node,
  log: Logger,
  paces = usualPaces,
): Promise<RunningServer> {
  const limits = new Limits(counters);
  const others = new OtherNodes(bus);
  const metrics = new Metrics({ rooms: () => hub.size, pages: () => io.engine.clientsCount });
  const io: RoomServer = new Server({
    serveClient: false,
    maxHttpBufferSize: 16_384,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    perMessageDeflate: false,
    allowRequest: (request, decide) => decide(null, fromOurPages(request, config.publicUrl)),
  });
  const hub: RoomHub = new RoomHub(
    store,
    others,
    audienceOf(io, store, (socket) => admit(store, hub, socket.handshake.auth)),
    log,
  );
  const http = createServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 2_000 },
    httpApp({ config, store, hub, limits, log, metrics, leaving: () => leaving.begun }),
  );
  const cutAll = openConnections(http);
  // After the app, so that Socket.IO keeps its own requests from it: answered twice they end the process.
  io.attach(http);
  // Polling answers do not go through the app and its headers.
  io.engine.on('headers', (headers: Record<string, string>) => {
    headers['x-content-type-options'] = 'nosniff';
  });
  const leaving = new Leaving(io);
  cutFloods(io, paces.messages);
  const { trustProxy } = config;
  acceptPages({ io, store, hub, limits, trustProxy, most: paces.commands, log, metrics });
  const stopForgetting = keepForgetting(store, hub, log);

  await new Promise<void>((listening, failed) => {
    http.once('error', failed);
    http.listen(config.port, config.host, listening);
  });

  return {
    port: (http.address() as AddressInfo).port,
    pagesOf: async (room, person) => (await hub.here(room))?.presence.pagesOf(person) ?? 0,
    leave: () => leaving.begin(),
    async stop() {
      stopForgetting();
      const cancelCut = schedule(toHangUp, cutAll);
      await io.close();
      cancelCut();
      await hub.close();
      others.stop();
      await store.close();
    },
  };
}
