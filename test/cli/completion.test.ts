import { expect, test } from 'vitest';
import { completionScript } from '../../src/cli/completion.ts';
import { folderOf, hasCommand, runProgram } from '../support/cli.ts';

const withoutBash = hasCommand('bash') ? '' : ' (SKIPPED: no bash on PATH)';

test.skipIf(withoutBash !== '').each([
  [['fi'], ['fix']],
  [
    ['fix', '--d'],
    ['--dry-run', '--debug'],
  ],
  [['fix', '--form'], ['']],
  [['fix', '--to', 'key'], ['keychain']],
  [['fix', 'mcp-'], ['mcp-file.json']],
  [['fix', '--host', 'claude-desktop-'], ['claude-desktop-managed']],
  [
    ['undo', '--'],
    ['--yes', '--dry-run', '--forget', '--color', '--no-color', '--debug', '--version', '--help'],
  ],
  [
    ['secret', ''],
    ['list', 'copy', 'show', 'set', 'remove', 'allow'],
  ],
  [['secret', 'sh'], ['show']],
  [['secret', 'remove', '--y'], ['--yes']],
  [['rank', '--format', 'm'], ['markdown']],
  [['rank', '--fi'], ['']],
  [['--fi'], ['--fingerprint-key-file', '--fix']],
])(`bash completes %j${withoutBash}`, async (words, expected) => {
  const cwd = folderOf({ 'completion.bash': completionScript('bash'), 'mcp-file.json': '{}' });
  const call =
    'set -u; source ./completion.bash; COMP_WORDS=(mcp-lint "$@"); COMP_CWORD=$#; _mcp_lint; printf "%s\\n" "${COMPREPLY[@]-}"';
  const run = await runProgram('bash', ['--norc', '-c', call, 'bash', ...words], { cwd });
  expect(run.stderr).toBe('');
  expect(run.stdout.trimEnd().split('\n')).toEqual(expected);
});

test('fish asks for no value where none is needed', () => {
  expect(completionScript('fish')).toMatch(/^complete -c mcp-lint -l fix -d /m);
});
