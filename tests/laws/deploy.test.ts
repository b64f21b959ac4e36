import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '#server/config.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
}
// What may be set from outside has its usual value.
const { services } = parse(read('docker-compose.cluster.yml').replaceAll(/\$\{\w+:-(.*?)\}/g, '$1'), {
  merge: true,
}) as {
  services: Readonly<Record<string, Service>>;
};
const proxy = read('deploy/haproxy.cfg');
const nodes = [...proxy.matchAll(/^ {2}server (\w+) \1:(\d+) cookie \1$/gm)].map(([, name, port]) => ({
  service: services[name!]!,
  port: Number(port),
}));

/** Every setting that is looked at. */
function settings(): Set<string> {
  const asked = new Set<string>();
  const env = new Proxy<Record<string, string>>({}, { get: (_, name) => void asked.add(String(name)) });
  readConfig(env);
  return asked;
}

test('what the compose file sets, Fullturn knows', () => {
  const known = settings();
  for (const { service } of nodes)
    for (const name of Object.keys(service.environment!)) expect(known).toContain(name);
});

test('the proxy stands before two nodes that share one Redis and one folder of keys', () => {
  expect(nodes).toHaveLength(2);
  const { port } = readConfig({});
  for (const { service, port: reached } of nodes) {
    expect(reached).toBe(port);
    expect(service).toEqual(nodes[0]!.service);
    expect(readConfig(service.environment!)).toMatchObject({
      redisUrl: new URL('redis://redis:6379'),
      trustProxy: 1,
    });
    expect(service.volumes).toEqual(['keys:/keys']);
  }
  expect(read('Dockerfile')).toContain('KEYS_DIR=/keys');
});

test('its Redis is set as a start asks for', () => {
  const { command = [] } = services.redis!;
  const set = (name: string) => command[command.indexOf(`--${name}`) + 1];
  expect(set('appendonly')).toBe('yes');
  expect(set('appendfsync')).toBe('always');
  expect(set('maxmemory-policy')).toBe('noeviction');
});
