import { expect, test } from 'vitest';
import type { IgnoreEntry, Settings } from '../../src/core/settings.ts';
import { type LintOptions, lint } from '../../src/run.ts';
import { folderOf, madeUp, writeInto } from '../support/cli.ts';

const KEY = madeUp(32, 5);
const config = (...names: string[]) => ({
  mcpServers: Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        url: 'https://mcp.example.com/mcp',
        headers: { 'X-Api-Key': madeUp(32, 50 + index) + KEY.slice(0, index) },
      },
    ]),
  ),
});
const FILES = { '.mcp.json': config('a', 'b'), 'docs/.mcp.json': config('c') };

type Entry = Omit<IgnoreEntry, 'reason'>;

async function run(entries: readonly Entry[], paths = ['.'], options: Partial<LintOptions> = {}) {
  const cwd = folderOf(FILES, 0o600);
  const settings: Settings = {
    files: ['base.json', 'mcp-lint.config.json'],
    base: cwd,
    levels: { 'exposed-config': 'off' },
    exclude: [],
    placeholders: [],
    formats: [],
    servers: [],
    customRules: [],
    ignores: entries.map((entry, index) => ({
      ...entry,
      reason: 'why',
      place: entry.place ?? { file: 'mcp-lint.config.json', line: index + 3, column: 5 },
    })),
  };
  const report = await lint(paths, { cwd, settings, ...options });
  const told = report.findings
    .filter(({ rule }) => rule === 'inline-credential' || rule === 'unused-ignore')
    .map(({ rule, file, server, region }) =>
      rule === 'unused-ignore' ? `${file}:${region.startLine}:${region.startColumn}` : server,
    );
  return { told, report };
}

test.each<[string, Entry, string[]]>([
  ['by rule', { rule: 'inline-credential' }, []],
  ['every rule', { rule: '*' }, []],
  ['by file', { rule: 'inline-credential', file: 'docs/**' }, ['a', 'b']],
  ['by the file itself', { rule: 'inline-credential', file: 'docs/.mcp.json' }, ['a', 'b']],
  ['by server', { rule: 'inline-credential', server: 'b' }, ['a', 'c']],
  ['by path', { rule: '*', path: 'mcpServers.a.headers.X-Api-Key' }, ['b', 'c']],
  [
    'by all of them',
    { rule: '*', file: '*.json', server: 'c', path: 'mcpServers.c.headers.X-Api-Key' },
    ['a', 'b'],
  ],
  ['another rule', { rule: 'expired-token' }, ['a', 'b', 'c', 'mcp-lint.config.json:3:5']],
  ['another file', { rule: '*', file: 'src/**' }, ['a', 'b', 'c', 'mcp-lint.config.json:3:5']],
  ['another server', { rule: '*', server: 'd' }, ['a', 'b', 'c', 'mcp-lint.config.json:3:5']],
])('%s', async (_name, entry, expected) => {
  const { told } = await run([entry]);
  expect(told).toEqual(expected);
});

test('what is ignored is counted, and so is what is told about settings', async () => {
  const { report } = await run([
    { rule: 'inline-credential', server: 'b' },
    { rule: '*', server: 'd' },
  ]);
  expect(report.triage).toEqual({ ignored: 1, known: 0, unused: [] });
  const unused = report.findings.filter(({ rule }) => rule === 'unused-ignore');
  expect(unused).toHaveLength(1);
  expect(unused[0]).toMatchObject({ severity: 'warning', frame: [], file: 'mcp-lint.config.json' });
  expect(report.summary.warnings).toBe(
    report.findings.filter(({ severity }) => severity === 'warning').length,
  );
});

test('an entry is only called unused when its files were looked at', async () => {
  const unused = (found: { told: readonly unknown[] }) =>
    found.told.filter((one) => `${one}`.includes('config'));
  const nowhere = { rule: '*', server: 'd' };
  expect(unused(await run([nowhere], ['.mcp.json']))).toEqual([]);
  expect(unused(await run([nowhere], ['docs']))).toEqual([]);
  expect(unused(await run([{ ...nowhere, file: 'docs/**' }], ['docs']))).toEqual([]);
  expect(unused(await run([{ ...nowhere, file: 'docs/.mcp.json' }], ['docs']))).toHaveLength(1);
  expect(unused(await run([{ ...nowhere, file: 'docs/.mcp.json' }], ['.mcp.json']))).toEqual([]);
  expect(
    unused(
      await run([{ rule: 'inline-credential', server: 'd' }], ['.'], {
        levels: { 'inline-credential': 'off' },
      }),
    ),
  ).toEqual([]);
  expect(unused(await run([nowhere], ['.'], { levels: { 'unused-ignore': 'off' } }))).toEqual([]);
  // What projects share need not fit each of them.
  expect(unused(await run([{ ...nowhere, place: { file: 'base.json', line: 1, column: 1 } }]))).toEqual([]);
});

test('files outside of the folder of the settings are not reached by their globs', async () => {
  const cwd = folderOf({ '.mcp.json': config('a') }, 0o600);
  const { report } = await run([{ rule: '*', file: '**' }], [`${cwd}/.mcp.json`]);
  expect(report.findings.map(({ rule }) => rule)).toContain('inline-credential');
});

test('a comment without a reason is not called unused for a broken file', async () => {
  const cwd = folderOf({}, 0o600);
  writeInto(cwd, '.mcp.json', '{ // mcp-lint-ignore inline-credential\n', 0o600);
  const { findings } = await lint(['.'], { cwd });
  expect(findings).toEqual([]);
});
