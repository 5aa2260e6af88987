import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { COMMAND_OPTIONS, DESTINATION_IDS, OPTIONS } from '../../src/cli/options.ts';
import { DESTINATIONS } from '../../src/fixers/destinations.ts';

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
])('refuses %j', (argv, message) => {
  expect(() => parseArguments(argv)).toThrow(message);
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
