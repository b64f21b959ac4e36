import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { Outcome } from './rooms/liveRoom.ts';

/** Figures for whoever runs the server: how much, how fast, and never whose or what (D13). */
export class Metrics {
  readonly #registry = new Registry();
  readonly #commands = new Counter({
    name: 'fullturn_commands_total',
    help: 'Commands of people, by how they ended',
    labelNames: ['outcome'],
    registers: [this.#registry],
  });

  constructor(count: { rooms: () => number; pages: () => number }) {
    collectDefaultMetrics({ register: this.#registry });
    this.#gauge('fullturn_rooms', 'Rooms held by this server now', count.rooms);
    this.#gauge('fullturn_pages', 'Pages connected to this server now', count.pages);
  }

  commandEnded(outcome: Outcome['kind']): void {
    this.#commands.inc({ outcome });
  }

  /** In the text format of Prometheus. */
  async text(): Promise<{ type: string; body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }

  #gauge(name: string, help: string, count: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(count());
      },
    });
  }
}
