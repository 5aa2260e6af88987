import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findKnownServer, knownServerById } from '../../src/catalog/catalog.ts';
import type { Row } from '../../src/catalog/row.ts';

const text = readFileSync('src/catalog/known-servers.json', 'utf8');
const rows: readonly Row[] = JSON.parse(text);

const AUTHENTICATION = ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd', 'bearer', 'none'];
const REACH = ['files', 'shell', 'browser', 'cloud-credentials', 'other'];

type Check = (value: unknown) => boolean;
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const oneOf =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check) && isSorted(value);
const isSorted = (names: readonly string[]) =>
  names.every((name, index) => index === 0 || names[index - 1]! < name);
const address = matches(/^https:\/\/[a-z0-9*.-]+(?:\/[A-Za-z0-9._{}-]+)*\/?$/);

const isRemote: Check = (value) => fits(value, REMOTE, ['url']);
const isUrlSecret: Check = (value) =>
  fits(value, { query: matches(/^\w+$/), path: (pattern) => new RegExp(String(pattern)).source !== '' }, []);

const REMOTE: Record<string, Check> = {
  url: address,
  urls: listOf(address),
  deprecatedUrls: listOf(address),
  auth: oneOf(...AUTHENTICATION),
  oauth: oneOf(true),
  bearer: oneOf(true, false),
  secretHeaders: listOf(matches(/^[A-Za-z_-]+$/)),
  urlSecret: isUrlSecret,
};

const ROW: Record<keyof Row, Check> = {
  id: matches(/^[a-z0-9][a-z0-9_-]*$/),
  provider: matches(/^[ -~]{2,60}$/),
  role: oneOf('bridge', 'broker', 'secret-wrapper'),
  npm: listOf(matches(/^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*$/)),
  pypi: listOf(matches(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/)),
  images: listOf(matches(/^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/)),
  binaries: listOf(matches(/^[a-z0-9][a-z0-9._-]*$/)),
  transport: oneOf('http', 'both'),
  secretEnv: listOf(matches(/^[A-Za-z_][\w.]*$/)),
  secretArgs: listOf(matches(/^--?[A-Za-z][\w-]*$/)),
  positionalSecret: oneOf(true),
  plainEnv: listOf(matches(/^[A-Za-z_][\w.]*$/)),
  apiHost: matches(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/),
  remote: isRemote,
  deprecated: oneOf(true),
  successor: (id) => rows.some((row) => row.id === id),
  selfLogin: matches(/^[a-z][ -~]*[^.]$/),
  localReach: oneOf(...REACH),
  denied: listOf(matches(/^[a-z0-9][a-z0-9._-]*$/)),
  unconfirmed: oneOf(true),
};

/** Whether an object has all it must, and nothing that is unknown or wrong. */
function fits(value: unknown, checks: Record<string, Check>, required: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const members = Object.entries(value);
  return required.every((name) => name in value) && members.every(([name, member]) => checks[name]?.(member));
}

test('every row fits its type', () => {
  expect(rows.length).toBeGreaterThan(500);
  expect(rows.filter((row) => !fits(row, ROW, ['id', 'provider']))).toEqual([]);
});

test('the file is small, one row per line, sorted by id', () => {
  expect(text.length).toBeLessThan(150_000);
  expect(text).toBe(`[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
  expect(isSorted(rows.map(({ id }) => id))).toBe(true);
});

test.each(['npm', 'pypi', 'images', 'binaries', 'denied'] as const)(
  'no two rows share a name in %s',
  (kind) => {
    const names = rows.flatMap((row) => row[kind] ?? []);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  },
);

test('no variable is both secret and plain', () => {
  const both = rows.filter(({ secretEnv = [], plainEnv = [] }) =>
    secretEnv.some((name) => plainEnv.includes(name)),
  );
  expect(both.map(({ id }) => id)).toEqual([]);
});

test('a successor is neither given up itself nor the row itself', () => {
  for (const { id, successor } of rows) {
    if (successor === undefined) continue;
    expect(successor).not.toBe(id);
    expect(knownServerById(successor)?.deprecated).toBe(false);
  }
});

test('every row is found by each of its names and addresses', () => {
  const entry = { wrappers: [], args: [] };
  const pack = (registry: 'npm' | 'pypi' | 'oci', name: string) =>
    findKnownServer({
      ...entry,
      package: { registry, name, pinned: false, range: { start: 0, end: 0 }, path: [] },
    })?.server.id;
  const url = (address: string) => {
    const { hostname, pathname } = new URL(address.replace('*', 'one').replace(/\{.*\}/, 'one'));
    return findKnownServer({ ...entry, endpoint: { hostname, pathname } as never });
  };
  for (const { id, npm = [], pypi = [], images = [], binaries = [], remote } of rows) {
    for (const name of npm) expect(pack('npm', name)).toBe(id);
    for (const name of pypi) expect(pack('pypi', name)).toBe(id);
    for (const name of images) expect(pack('oci', name)).toBe(id);
    for (const program of binaries) expect(findKnownServer({ ...entry, program })?.server.id).toBe(id);
    for (const one of [...(remote ? [remote.url] : []), ...(remote?.urls ?? [])])
      expect(url(one)).toMatchObject({ server: { id }, by: 'url' });
    for (const one of remote?.deprecatedUrls ?? [])
      expect(url(one)).toMatchObject({ server: { id }, deprecatedUrl: true });
  }
});
