import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRuleNames, parseArguments } from '../../src/cli/arguments.ts';
import { COMMAND_OPTIONS, DESTINATION_IDS, OPTIONS } from '../../src/cli/options.ts';
import { DESTINATIONS } from '../../src/fixers/destinations.ts';
import { folderOf } from '../support/cli.ts';

describe('fix', () => {
  test.each<[string[], object]>([
    [['fix'], { command: 'fix', paths: [], yes: false, dryRun: false, only: [] }],
    [['fix', 'a.json', 'b'], { command: 'fix', paths: ['a.json', 'b'] }],
    [['--fix'], { command: 'fix', paths: [] }],
    [['--fix', 'a.json'], { command: 'fix', paths: ['a.json'] }],
    [['--fix', 'all'], { command: 'fix', paths: ['all'] }],
    [['a.json', '--fix'], { command: 'fix', paths: ['a.json'] }],
    [['--fix=all', 'a.json'], { command: 'fix', safety: 'all', paths: ['a.json'] }],
    [['fix', '--fix=safe'], { command: 'fix', safety: 'safe' }],
    [['fix', '-y', '--dry-run'], { yes: true, dryRun: true }],
    [['fix', '--only', 'a', '--only', 'b.c'], { only: ['a', 'b.c'] }],
    [['fix', '--to', '1password:Private', '--launcher', 'npx'], { to: '1password:Private', launcher: 'npx' }],
    [
      ['fix', '--api-host', 'api.example.com', '--host', 'cursor'],
      { apiHost: 'api.example.com', host: 'cursor' },
    ],
    [['fix', '--help'], { command: 'help' }],
    [['./fix', '--fix'], { command: 'fix', paths: ['./fix'] }],
    [['--', '--fix'], { command: 'lint' }],
    [['--', 'fix'], { command: 'lint', paths: ['fix'] }],
    [['fix', '--', 'init'], { command: 'fix', paths: ['init'] }],
  ])('%j', (argv, expected) => {
    expect(parseArguments(argv)).toMatchObject(expected);
  });

  test('without a value nothing is said about safety', () => {
    expect(parseArguments(['--fix', 'a.json'])).not.toHaveProperty('safety');
  });
});

test.each<[string[], string]>([
  [['--fix=everything'], 'Option "--fix" is one of safe, all; got "everything".'],
  [['--fix=al'], 'Did you mean "all"?'],
  [['--fix', '--format', 'json'], 'Option "--format" means nothing for "mcp-lint fix".'],
  [['fix', '--output', 'x'], 'Option "--output" means nothing for "mcp-lint fix".'],
  [['fix', '--verbose'], 'Option "--verbose" means nothing for "mcp-lint fix".'],
  [['fix', '--stdin-filename', 'x'], 'Option "--stdin-filename" means nothing for "mcp-lint fix".'],
  [['rank', '--fix'], 'Option "--fix" means nothing for "mcp-lint rank"'],
  [['rules', '--fix'], 'Option "--fix" means nothing for "mcp-lint rules".'],
  [['undo', '--to', 'pass'], 'Option "--to" means nothing for "mcp-lint undo".'],
  [['secret', 'list', '--dry-run'], 'Option "--dry-run" means nothing for "mcp-lint secret".'],
  [
    ['--yes', '.'],
    'Option "--yes" is for "mcp-lint fix", "mcp-lint undo", "mcp-lint secret" and "mcp-lint init".',
  ],
  [['fix', '--forget'], 'Option "--forget" means nothing for "mcp-lint fix".'],
  [['--forget'], 'Option "--forget" is for "mcp-lint undo".'],
  [['--dry-run'], 'Option "--dry-run" is for "mcp-lint fix", "mcp-lint undo" and "mcp-lint init".'],
  [['fix', '--to'], 'Option "--to" needs a value (DEST[:OPTION]).'],
  [['fix', '--dry-runs'], 'Did you mean "--dry-run"?'],
  [['--fail-on', 'warn'], 'Did you mean "warning"?'],
  [
    ['--rule', 'inline-credential:warn'],
    '"--rule inline-credential:…" takes one of off, info, warning, error; got "warn". Did you mean "warning"?',
  ],
  [['--rule', 'unpinned:off'], 'There is no rule "unpinned". Did you mean "unpinned-server-with-secret"?'],
  [['--rule', 'my-rule:off', '--config', 'x.json'], 'There is no rule "my-rule".'],
  [['--rule', 'my-rule:off', '--config', 'x.mjs', '--no-config'], 'There is no rule "my-rule".'],
  [['--format', 'sarif:-'], 'A format without a file goes to standard output: --format sarif.'],
  [['--format', 'json', '--output', '-'], 'Without "--output" results go to standard output.'],
])('refuses %j', (argv, message) => {
  expect(() => parseArguments(argv)).toThrow(message);
});

test('a config that is code may have the rules that levels are set for', () => {
  const { levels } = parseArguments(['--config', 'x.mjs', '--rule', 'my-rule:off', '--rule', 'own:error']);
  expect(levels).toEqual({ 'my-rule': 'off', own: 'error' });
  expect(() => checkRuleNames(levels, ['my-rule', 'own'])).not.toThrow();
  expect(() => checkRuleNames(levels, ['my-rule', 'owner'])).toThrow(
    'There is no rule "own". Did you mean "owner"? "mcp-lint rules" lists them.',
  );
});

describe('files that a hook hands over', () => {
  const folder = folderOf({ '--config=evil.cjs': '', '-': '', '-mcp.json': '{}', 'a.json': '{}' });
  const before = process.cwd();
  beforeAll(() => process.chdir(folder));
  afterAll(() => process.chdir(before));

  test.each([['--config=evil.cjs'], ['-mcp.json']])('%s is no option', (name) => {
    const message = `There is a file with the name "${name}", which reads like an option. Put "--" in front of the files: in a config of pre-commit at the end of "args".`;
    expect(() => parseArguments(['--ignore-unknown', 'a.json', name])).toThrow(message);
    expect(() => parseArguments(['fix', '--yes', '--ignore-unknown', name])).toThrow(message);
    const { paths, config } = parseArguments(['--ignore-unknown', '--', 'a.json', name]);
    expect({ paths, config }).toEqual({ paths: ['a.json', name], config: undefined });
  });

  test('options of the hook itself count', () => {
    expect(parseArguments(['--ignore-unknown', '--config', 'x.json', 'a.json'])).toMatchObject({
      config: 'x.json',
      paths: ['a.json'],
    });
  });
});

test('help and completion know every destination', () => {
  expect([...DESTINATION_IDS].sort()).toEqual(DESTINATIONS.map(({ id }) => id).sort());
});

test('the options of commands are in the table', () => {
  const names = OPTIONS.map(({ name }) => name);
  for (const [command, { names: own }] of Object.entries(COMMAND_OPTIONS)) {
    expect([command, own.filter((name) => !names.includes(name))]).toEqual([command, []]);
    const needed = OPTIONS.filter(({ commands }) => commands?.includes(command)).map(({ name }) => name);
    expect([command, needed.filter((name) => !own.includes(name))]).toEqual([command, []]);
  }
});
