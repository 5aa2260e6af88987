import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/run.ts';
import type { Baseline, BaselineEntry } from '../../src/triage/baseline.ts';
import { formatBaseline } from '../../src/triage/format-baseline.ts';
import { folderOf, madeUp, writeInto } from '../support/cli.ts';
import { prng, sample } from '../support/samples.ts';

/** As fast as it can be: what it costs is for other tests. */
const HASH = { salt: Buffer.alloc(16, 7), cost: 2, blockSize: 1, parallelization: 1 };

interface Server {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

/** How a config is written down. */
interface Layout {
  readonly indent: string;
  readonly newline: string;
  readonly comments: boolean;
  readonly trailing: boolean;
  /** Orders members anew. */
  readonly seed: number;
  /** Servers in front that were not there. */
  readonly added: number;
}

const NAMES = ['github', 'search', 'a.b', 'with space', 'ключ'];
const KEYS = ['API_KEY', 'SEARCH_TOKEN', 'DB_PASSWORD'];
const FILE = '.vscode/mcp.json';

const credential = fc
  .nat(1000)
  .map((seed) => (seed % 2 ? madeUp(32, seed) : sample('grafana-service-account', prng(seed))));
const members = (names: readonly string[]) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), credential), {
      maxLength: 3,
      selector: ([name]) => name,
    })
    .map((entries) => Object.fromEntries(entries) as Record<string, string>);
const server = fc.record({
  name: fc.constantFrom(...NAMES),
  env: members(KEYS),
  headers: members(['Authorization', 'X-Api-Key']),
  args: fc.array(
    credential.map((value) => `--api-key=${value}`),
    { maxLength: 1 },
  ),
});
const servers = fc.uniqueArray(server, { minLength: 1, maxLength: 4, selector: ({ name }) => name });
const layout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom('', ' ', '  ', '\t', '        '),
  newline: fc.constantFrom('\n', '\r\n'),
  comments: fc.boolean(),
  trailing: fc.boolean(),
  seed: fc.nat(1000),
  added: fc.nat(2),
});
const PLAIN: Layout = { indent: '  ', newline: '\n', comments: false, trailing: false, seed: -1, added: 0 };

function print(all: readonly Server[], layout: Layout): string {
  const { indent, newline, comments, trailing, seed, added } = layout;
  const random = prng(seed + 1);
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    seed < 0
      ? [...items]
      : items
          .map((item) => ({ item, at: random() }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
  const mapping = (entries: readonly (readonly [string, string])[], depth: number): string => {
    if (entries.length === 0) return '{}';
    const inner = newline + indent.repeat(depth + 1);
    const note = comments ? `${inner}// a comment, with "quotes" and {` : '';
    const lines = shuffled(entries).map(([key, value]) => `${note}${inner}${JSON.stringify(key)}: ${value}`);
    return `{${lines.join(',')}${trailing ? ',' : ''}${newline}${indent.repeat(depth)}}`;
  };
  const strings = (record: Readonly<Record<string, string>>, depth: number) =>
    mapping(
      Object.entries(record).map(([key, value]) => [key, JSON.stringify(value)]),
      depth,
    );
  const entryOf = ({ name, env, headers, args }: Server): [string, string] => {
    const isRemote = args.length === 0 && Object.keys(env).length === 0;
    const target: [string, string][] = isRemote
      ? [
          ['url', '"https://mcp.example.com/mcp"'],
          ['headers', strings(headers, 3)],
        ]
      : [
          ['command', '"search-server"'],
          ['args', JSON.stringify(args)],
          ['env', strings(env, 3)],
        ];
    return [name, mapping(target, 2)];
  };
  const others = Array.from({ length: added }, (_, index): [string, string] => [
    `added${index}`,
    mapping(
      [
        ['command', '"other"'],
        ['args', '[]'],
      ],
      2,
    ),
  ]);
  return (
    mapping(
      [
        ['servers', mapping([...others, ...all.map(entryOf)], 1)],
        ['inputs', '[]'],
      ],
      0,
    ) + newline
  );
}

async function record(cwd: string, before: readonly BaselineEntry[] = [], paths = [FILE]): Promise<Baseline> {
  const baseline: Baseline = { file: `${cwd}/baseline.json`, hash: HASH, entries: before };
  let entries: readonly BaselineEntry[] = [];
  const report = await lint(paths, { cwd, baseline, recordBaseline: (recorded) => (entries = recorded) });
  expect(report.findings).toEqual([]);
  return { ...baseline, entries };
}

const credentialsOf = ({ env, headers, args }: Server) =>
  args.length + Object.keys(env).length > 0
    ? [...Object.values(env), ...args.map((arg) => arg.split('=')[1]!)]
    : Object.values(headers);

describe('a baseline', () => {
  test('survives every edit that changes no value', async () => {
    await fc.assert(
      fc.asyncProperty(servers, layout, async (all, edit) => {
        const cwd = folderOf({ [FILE]: print(all, PLAIN) }, 0o600);
        const baseline = await record(cwd);
        writeInto(cwd, FILE, print(all, edit), 0o600);
        const { findings, triage, summary } = await lint([FILE], { cwd, baseline });
        expect(summary.problems).toBe(0);
        expect(findings.filter(({ server = '' }) => !server.startsWith('added'))).toEqual([]);
        expect(triage!.unused).toEqual([]);
        // Nor does an update change the file, but for what was added.
        const next = await record(cwd, baseline.entries);
        const kept = next.entries.filter(({ path }) => !path.includes('added'));
        expect(formatBaseline({ hash: HASH, entries: kept })).toBe(formatBaseline(baseline));
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  test('tells every credential that has changed', async () => {
    await fc.assert(
      fc.asyncProperty(servers, layout, fc.nat(), async (all, edit, choice) => {
        const values = all.flatMap(credentialsOf);
        fc.pre(values.length > 0);
        const cwd = folderOf({ [FILE]: print(all, PLAIN) }, 0o600);
        const baseline = await record(cwd);
        const old = values[choice % values.length]!;
        const text = print(all, edit).replace(old, madeUp(32, 5000 + (choice % 100)));
        writeInto(cwd, FILE, text, 0o600);
        const { findings } = await lint([FILE], { cwd, baseline });
        const told = findings.filter(({ rule }) => rule === 'inline-credential');
        expect(told).toHaveLength(1);
      }),
      { numRuns: 50, seed: 2 },
    );
  });

  test('holds no part of a secret', async () => {
    await fc.assert(
      fc.asyncProperty(servers, async (all) => {
        const text = formatBaseline(await record(folderOf({ [FILE]: print(all, PLAIN) }, 0o600)));
        for (const value of all.flatMap(credentialsOf))
          for (let at = 0; at + 6 <= value.length; at++) expect(text).not.toContain(value.slice(at, at + 6));
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  const one = (env: object, name = 'a') => ({ servers: { [name]: { command: 'search-server', env } } });
  const KEY = madeUp(32, 11);

  test('does not show that two values are equal', async () => {
    const cwd = folderOf({ [FILE]: one({ API_KEY: KEY, SEARCH_TOKEN: KEY }) }, 0o600);
    const { entries } = await record(cwd);
    const values = entries.flatMap(({ value }) => value ?? []);
    expect(values.length).toBeGreaterThan(1);
    expect(new Set(values).size).toBe(values.length);
  });

  test('a renamed server is new, and the old name is unused', async () => {
    const cwd = folderOf({ [FILE]: one({ API_KEY: KEY }) }, 0o600);
    const baseline = await record(cwd);
    writeInto(cwd, FILE, one({ API_KEY: KEY }, 'b'), 0o600);
    const { findings, triage } = await lint([FILE], { cwd, baseline });
    expect(findings.map(({ rule }) => rule)).toContain('inline-credential');
    expect(triage).toMatchObject({ ignored: 0, known: 0 });
    expect(triage!.unused).toContainEqual({
      rule: 'inline-credential',
      file: FILE,
      path: 'servers.a.env.API_KEY',
    });
  });

  test('two findings at one place are counted', async () => {
    const entry = (key: string) =>
      `"a": { "url": "https://mcp.example.com/mcp", "headers": { "X-Api-Key": "${key}" } }`;
    const text = (keys: readonly string[]) => `{ "servers": { ${keys.map(entry).join(', ')} } }`;
    const cwd = folderOf({ [FILE]: text([KEY, KEY]) }, 0o600);
    const baseline = await record(cwd);
    expect(baseline.entries.find(({ rule }) => rule === 'inline-credential')).toBeDefined();
    const told = async (keys: readonly string[]) => {
      writeInto(cwd, FILE, text(keys), 0o600);
      const { findings, triage } = await lint([FILE], { cwd, baseline });
      return [findings.filter(({ rule }) => rule === 'inline-credential').length, triage!.unused.length];
    };
    expect(await told([KEY, KEY])).toEqual([0, 0]);
    expect(await told([KEY, KEY, KEY])).toEqual([1, 0]);
    expect((await told([KEY]))[0]).toBe(0);
    expect((await told([KEY]))[1]).toBeGreaterThan(0);
  });

  test('entries of files that this run did not look at are kept and not called unused', async () => {
    const cwd = folderOf(
      { [FILE]: one({ API_KEY: KEY }), '.cursor/mcp.json': { mcpServers: one({ API_KEY: KEY }).servers } },
      0o600,
    );
    const both = await record(cwd, [], ['.']);
    const files = ({ entries }: Pick<Baseline, 'entries'>) =>
      [...new Set(entries.map(({ file }) => file))].sort();
    expect(files(both)).toEqual(['.cursor/mcp.json', FILE]);
    const { triage } = await lint([FILE], { cwd, baseline: both });
    expect(triage!.unused).toEqual([]);
    const again = await record(cwd, both.entries);
    expect(files(again)).toEqual(files(both));
    // In full, and for rules that are off: nothing is known of them.
    const off = await lint(['.'], { cwd, baseline: both, levels: { 'inline-credential': 'off' } });
    expect(off.triage!.unused).toEqual([]);
    // A file that is gone.
    const gone = await lint([FILE], {
      cwd,
      baseline: { ...both, entries: [{ rule: 'inline-credential', file: 'gone.json', path: 'x' }] },
    });
    expect(gone.triage!.unused).toHaveLength(1);
    // A file that is broken.
    writeInto(cwd, FILE, '{ "servers": ', 0o600);
    expect((await lint([FILE], { cwd, baseline: both })).triage!.unused).toEqual([]);
  });

  test('a finding that a comment ignores is not written down', async () => {
    const text = `{ "servers": { "a": { "url": "https://mcp.example.com/mcp", "headers": {\n// mcp-lint-ignore inline-credential -- why\n"X-Api-Key": "${KEY}" } } } }`;
    const { entries } = await record(folderOf({ [FILE]: text }, 0o600));
    expect(entries.map(({ rule }) => rule)).not.toContain('inline-credential');
  });

  test('does not hide placeholders that have become credentials', async () => {
    const cwd = folderOf({ [FILE]: one({ API_KEY: 'YOUR_API_KEY' }) }, 0o600);
    const baseline = await record(cwd);
    expect(baseline.entries.length).toBeGreaterThan(0);
    writeInto(cwd, FILE, one({ API_KEY: KEY }), 0o600);
    const { findings } = await lint([FILE], { cwd, baseline });
    expect(findings.map(({ rule }) => rule)).toContain('inline-credential');
  });
});
