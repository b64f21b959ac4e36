import { describe, expect, test } from 'vitest';
import { readConfig, WrongSetting } from './config.ts';

test('without settings everything has its usual value', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '0.0.0.0',
    publicUrl: null,
    redisUrl: null,
    redisMayLoseASecond: false,
    trustProxy: 0,
    logLevel: 'info',
  });
  expect(readConfig({ PORT: '', PUBLIC_URL: '', LOG_LEVEL: '' })).toEqual(readConfig({}));
});

test('an address others reach the server by may end in a slash and name a port', () => {
  expect(readConfig({ PUBLIC_URL: 'https://a.example/' }).publicUrl?.origin).toBe('https://a.example');
  expect(readConfig({ PUBLIC_URL: 'http://10.0.0.2:8080' }).publicUrl?.origin).toBe('http://10.0.0.2:8080');
});

describe.each([
  ['PORT', ['abc', '-1', '65536', '3.5', ' ', ' 80', '0x10', '1e3', '80 80', 'NaN', '٣']],
  ['TRUST_PROXY', ['yes', 'true', '-1', '11', '1.5', ' ']],
  ['REDIS_MAY_LOSE_A_SECOND', ['true', '1', 'YES', ' ']],
  ['LOG_LEVEL', ['loud', 'INFO', 'trace', '__proto__', ' ']],
  [
    'PUBLIC_URL',
    [
      'fullturn',
      'fullturn.example',
      '//a.example',
      'ftp://a.example',
      'file:///etc',
      'javascript:alert(1)',
      'https://',
      'https://a.example/path',
      'https://a.example/?query',
      'https://a.example/#fragment',
      'https://name:word@a.example',
      'https://name@a.example',
    ],
  ],
])('a %s that cannot be meant', (name, values) => {
  test.each(values)('such as %j is refused in a sentence that names it', (value) => {
    expect(() => readConfig({ [name]: value })).toThrow(WrongSetting);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is ".*": set it to .+\\.$`));
  });
});

describe('the address of a Redis', () => {
  test.each([
    'redis://127.0.0.1:6379',
    'redis://redis',
    'redis://127.0.0.1/2',
    'rediss://name:word@redis.example:6380/0',
  ])('may be %s', (value) => {
    expect(readConfig({ REDIS_URL: value }).redisUrl?.href).toBe(value);
  });

  test.each([
    'yes',
    'localhost:6379',
    'http://redis:6379',
    'redis://',
    'redis://a/name',
    'redis://a?db=1',
    ' ',
  ])('is refused without being repeated when it is %j', (value) => {
    expect(() => readConfig({ REDIS_URL: value })).toThrow(WrongSetting);
    expect(() => readConfig({ REDIS_URL: value })).toThrow(/^REDIS_URL is no address of a Redis: set it to /);
  });
  test('is refused without its password', () => {
    expect(() => readConfig({ REDIS_URL: 'tcp://:hush@redis' })).toThrow(/^(?!.*hush)/);
  });
});
