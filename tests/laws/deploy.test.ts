import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '#server/config.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

interface Service {
  /** What has no value is as it is set outside, or not at all. */
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
}
const compose = (name: string) =>
  (parse(read(name), { merge: true }) as { services: Readonly<Record<string, Service>> }).services;
const services = compose('docker-compose.cluster.yml');
const alone = compose('docker-compose.yml')['fullturn']!;
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

const setIn = ({ environment = {} }: Service): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

test('what the compose files set, Fullturn knows', () => {
  const known = settings();
  for (const service of [alone, ...nodes.map((node) => node.service)])
    for (const name of Object.keys(service.environment!)) expect(known).toContain(name);
});

test('the proxy stands before two nodes that share one Redis and one folder of keys', () => {
  expect(nodes).toHaveLength(2);
  const { port } = readConfig({});
  for (const { service, port: reached } of nodes) {
    expect(reached).toBe(port);
    expect(service).toEqual(nodes[0]!.service);
    expect(readConfig(setIn(service))).toMatchObject({
      redisUrl: new URL('redis://redis:6379'),
      trustProxy: 1,
    });
    expect(service.volumes).toEqual(['keys:/keys']);
  }
  expect(read('Dockerfile')).toContain('KEYS_DIR=/keys');
});

test('one server alone keeps its data and its keys in volumes of their own, on the port it is reached at', () => {
  const image = read('Dockerfile');
  const set = (name: string) => new RegExp(`${name}=(\\S+)`).exec(image)?.[1];
  expect(alone.volumes).toEqual([`data:${set('DATA_DIR')}`, `keys:${set('KEYS_DIR')}`]);
  expect(alone.ports).toEqual([expect.stringMatching(new RegExp(`:${set('PORT')}$`))]);
  expect(readConfig(setIn(alone))).toEqual(readConfig({}));
});

test('its Redis is set as a start asks for', () => {
  const { command = [] } = services.redis!;
  const set = (name: string) => command[command.indexOf(`--${name}`) + 1];
  expect(set('appendonly')).toBe('yes');
  expect(set('appendfsync')).toBe('always');
  expect(set('maxmemory-policy')).toBe('noeviction');
});
