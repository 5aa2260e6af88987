import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { madeUp, type RunOptions, runCli, temporaryFolder, writeInto } from '../support/cli.ts';
import { type Keyring, noKeyring, startKeyring } from '../support/keyring.ts';
import { byName, pathWithCommand } from '../support/launched.ts';
import { type Answer, noTerminal, runOnTerminal } from '../support/terminal.ts';

/** On a machine where `mcp-lint` is installed. */
const installed = <Options extends RunOptions>(options: Options): Options => ({
  ...options,
  env: { ...options.env, PATH: pathWithCommand(options.env?.['PATH'] ?? process.env['PATH'] ?? '') },
});
const runCommand = (args: readonly string[], options: RunOptions = {}) =>
  runCli(byName(args), installed(options));
const runForPerson = (
  args: readonly string[],
  answers: readonly Answer[],
  options: Parameters<typeof runOnTerminal>[2] = {},
) => runOnTerminal(byName(args), answers, installed(options));

const KEY = madeUp(40, 31);
const REFERENCE = 'keychain://mcp-lint/claude-code-project/search/SEARCH_API_KEY';
const OTHER = 'keychain://mcp-lint/claude-code-project/search/OTHER_KEY';

/** A project whose key was moved into a keyring. */
async function fixedProject(): Promise<{
  keyring: Keyring;
  run: RunOptions & { cwd: string };
  file: string;
}> {
  const keyring = startKeyring();
  const cwd = temporaryFolder();
  const file = writeInto(cwd, '.mcp.json', {
    mcpServers: { search: { command: 'env', args: ['--ignore-environment'], env: { SEARCH_API_KEY: KEY } } },
  });
  const run = { cwd, env: keyring.named };
  const fixed = await runCommand(['fix', '--yes', file], run);
  expect(fixed.code, fixed.stderr).toBe(0);
  expect(keyring.lookUp('claude-code-project/search/SEARCH_API_KEY')).toContain(KEY);
  return { keyring, run, file };
}

describe('wrong command lines end with 2', () => {
  test.each([
    [['secret'], '"mcp-lint secret" takes one of list, copy, show, set, remove, allow.'],
    [['secret', 'lst'], 'got "lst". Did you mean "list"?'],
    [['secret', 'list', 'x'], '"mcp-lint secret list" takes nothing else.'],
    [['secret', 'show'], '"mcp-lint secret show" takes a reference'],
    [['secret', 'copy', 'keychain://other/a/b/c'], 'takes a reference'],
    [['secret', 'remove', REFERENCE, 'x'], '"mcp-lint secret remove" takes one reference.'],
    [['secret', 'show', REFERENCE, '--yes'], 'Option "--yes" means nothing for "mcp-lint secret show".'],
    [['secret', 'set'], '"mcp-lint secret set" takes a reference'],
    [['secret', 'set', REFERENCE, '-y'], 'Option "--yes" means nothing for "mcp-lint secret set".'],
    [['secret', 'allow', REFERENCE, '-y'], 'Option "--yes" means nothing for "mcp-lint secret allow".'],
    [['secret', 'list', '--format', 'json'], 'Option "--format" means nothing for "mcp-lint secret".'],
  ])('%j', async (args, message) => {
    const run = await runCommand(args);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(message);
  });
});

test.each(['copy', 'show', 'set', 'allow'])(
  '%s is for a person at a terminal, whoever asks',
  async (action) => {
    for (const input of ['', 'yes\n']) {
      const run = await runCommand(['secret', action, REFERENCE], { input });
      expect([run.code, run.stdout]).toEqual([2, '']);
      expect(run.stderr).toContain('a person at a terminal only');
    }
  },
);

describe.skipIf(noKeyring !== '')(`with a real keyring${noKeyring}`, () => {
  test('list names what is stored and the files that name it, never a value', async () => {
    const { run } = await fixedProject();
    const listed = await runCommand(['secret', 'list'], run);
    expect([listed.code, listed.stderr]).toEqual([0, '']);
    expect(listed.stdout).toBe(`${REFERENCE}\n    .mcp.json\n`);
    const elsewhere = await runCommand(['secret', 'list'], { env: run.env! });
    expect(elsewhere.stdout).toContain(join(run.cwd, '.mcp.json'));
  });

  test('list says what no config names and what is gone', async () => {
    const { run, file } = await fixedProject();
    writeInto(run.cwd, '.mcp.json', '{"mcpServers": {}}');
    expect((await runCommand(['secret', 'list'], run)).stdout).toContain('no known config names it');
    expect((await runCommand(['secret', 'remove', REFERENCE, '--yes'], run)).code).toBe(0);
    expect((await runCommand(['secret', 'list'], run)).stdout).toContain('it is not there any more');
    expect(existsSync(file)).toBe(true);
  });

  test('list without a keyring says why in our words, exit code 2', async () => {
    const run = await runCommand(['secret', 'list']);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(/^mcp-lint: [^\n]+\.\n$/);
  });

  test('remove keeps what a config names, and what nobody was asked about', async () => {
    const { run, keyring } = await fixedProject();
    const named = await runCommand(['secret', 'remove', REFERENCE], run);
    expect(named.code).toBe(1);
    expect(named.stderr).toContain('.mcp.json still names it');
    writeInto(run.cwd, '.mcp.json', '{"mcpServers": {}}');
    const unasked = await runCommand(['secret', 'remove', REFERENCE], run);
    expect(unasked.code).toBe(1);
    expect(unasked.stderr).toContain('no terminal to ask on');
    expect(keyring.lookUp('claude-code-project/search/SEARCH_API_KEY')).toContain(KEY);
    expect((await runCommand(['secret', 'remove', REFERENCE, '--yes'], run)).code).toBe(0);
    expect(keyring.lookUp('claude-code-project/search/SEARCH_API_KEY')).toBeUndefined();
    expect((await runCommand(['secret', 'remove', REFERENCE, '--yes'], run)).code).toBe(2);
  });

  describe.skipIf(noTerminal !== '')(`at a terminal${noTerminal}`, () => {
    test('show prints the value once "yes" is typed, and only then', async () => {
      const { run } = await fixedProject();
      for (const answer of ['', 'y', 'no', 'YES please']) {
        const declined = await runForPerson(['secret', 'show', REFERENCE], [['Type "yes"', answer]], run);
        expect([answer, declined.code]).toEqual([answer, 1]);
        expect(declined.screen).not.toContain(KEY);
      }
      const shown = await runForPerson(['secret', 'show', REFERENCE], [['Type "yes"', 'yes']], run);
      expect(shown.code).toBe(0);
      expect(shown.screen).toContain(`\n${KEY}\n`);
    });

    test('show does not print to what is no terminal, though a person sits there', async () => {
      const { run } = await fixedProject();
      const file = join(temporaryFolder(), 'out');
      const shell = `exec "$0" "$@" > ${file}`;
      const through = ['/bin/sh', '-c', shell];
      const piped = await runForPerson(['secret', 'show', REFERENCE], [], { ...run, through });
      expect(piped.code).toBe(2);
      expect(piped.screen).toContain('a person at a terminal only');
      expect(readFileSync(file, 'utf8')).toBe('');
    });

    test('copy asks the terminal where there is no other clipboard', async () => {
      const { run } = await fixedProject();
      const copied = await runForPerson(['secret', 'copy', REFERENCE], [['Type "yes"', 'yes']], run);
      expect(copied.code).toBe(0);
      expect(copied.screen).toContain(`\u001b]52;c;${Buffer.from(KEY).toString('base64')}\u0007`);
      expect(copied.screen).not.toContain(KEY);
      expect(copied.screen).toContain('not every terminal does');
    });

    test('what is not stored is said to be not there', async () => {
      const { run } = await fixedProject();
      for (const action of ['show', 'copy', 'set', 'allow', 'remove']) {
        const missing = await runForPerson(['secret', action, OTHER], [], run);
        expect([action, missing.code]).toEqual([action, 2]);
        expect(missing.screen).toContain(`nothing is stored as ${OTHER}`);
      }
    });

    test('remove asks', async () => {
      const { run } = await fixedProject();
      writeInto(run.cwd, '.mcp.json', '{"mcpServers": {}}');
      const kept = await runForPerson(['secret', 'remove', REFERENCE], [['[y/N]', 'n']], run);
      expect([kept.code, kept.screen.includes('Nothing was removed')]).toEqual([1, true]);
      const removed = await runForPerson(['secret', 'remove', REFERENCE], [['[y/N]', 'y']], run);
      expect([removed.code, removed.screen.includes(`Removed ${REFERENCE}`)]).toEqual([0, true]);
    });

    test('allow lets another command line use a value, which the launcher refused before', async () => {
      const { run, file } = await fixedProject();
      const config = JSON.parse(readFileSync(file, 'utf8'));
      const { search } = config.mcpServers;
      search.args = ['exec', '--', 'printenv', 'SEARCH_API_KEY'];
      writeInto(run.cwd, '.mcp.json', config);
      const start = () =>
        runCommand(search.args, { ...run, env: { ...run.env, SEARCH_API_KEY: search.env.SEARCH_API_KEY } });
      const refused = await start();
      expect([refused.code, refused.stdout]).toEqual([78, '']);
      const declined = await runForPerson(['secret', 'allow', REFERENCE], [['Type "yes"', 'y']], run);
      expect(declined.code).toBe(1);
      expect((await start()).code).toBe(78);
      const allowed = await runForPerson(['secret', 'allow', REFERENCE], [['Type "yes"', 'yes']], run);
      expect(allowed.code).toBe(0);
      expect(allowed.screen).toContain('the variable SEARCH_API_KEY of: env --ignore-environment');
      expect(allowed.screen).toContain('the variable SEARCH_API_KEY of: printenv');
      expect(allowed.screen).not.toContain(KEY);
      expect((await start()).stdout).toBe(`${KEY}\n`);
      const again = await runForPerson(['secret', 'allow', REFERENCE], [], run);
      expect(again.screen).toContain('may use it already');
    });
  });
});
