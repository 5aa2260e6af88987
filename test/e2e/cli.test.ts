import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPTIONS } from '../../src/cli/options.ts';
import {
  builtCli,
  folderOf,
  hasCommand,
  madeUp,
  NODE,
  ROOT,
  runCli,
  runProgram,
  STACK_TRACE,
  temporaryFolder,
  writeInto,
} from '../support/cli.ts';
import { prng, sample } from '../support/samples.ts';

const KEY = madeUp(32);

const server = (env: object) => ({ mcpServers: { search: { command: 'search-server', env } } });
const CLEAN = server({ SEARCH_API_KEY: '${SEARCH_API_KEY}' });
const remote = (key: string) => ({
  mcpServers: {
    search: { type: 'http', url: 'https://search.example.com/mcp', headers: { 'X-Api-Key': key } },
  },
});
const DIRTY = remote(KEY);
const CERTAIN = remote(sample('grafana-service-account', prng(7)));
const NOTHING = server({ SEARCH_REGION: 'eu' });
const DEVELOPMENT = server({
  DATABASE_URL: ['postgresql://postgres', 'postgres@localhost:5432/app'].join(':'),
});

const ESCAPE = '\u001b';

/** Files that give one finding of a level each: a token with a checksum, an opaque key, a default password. */
function folderOfLevels(): string {
  const folder = folderOf({ 'error.mcp.json': CERTAIN, 'clean.mcp.json': CLEAN });
  writeInto(folder, 'warning.mcp.json', DIRTY, 0o600);
  writeInto(folder, 'info.mcp.json', DEVELOPMENT, 0o600);
  return folder;
}

const lintedFiles = (stdout: string): string[] =>
  JSON.parse(stdout).files.map(({ path }: { path: string }) => path);

describe('exit codes', () => {
  test.each([
    [0, ['clean.mcp.json']],
    [0, ['info.mcp.json']],
    [1, ['warning.mcp.json']],
    [1, ['error.mcp.json']],
    [1, ['clean.mcp.json', 'error.mcp.json']],
    [1, ['--fail-on', 'info', 'info.mcp.json']],
    [1, ['--fail-on', 'warning', 'warning.mcp.json']],
    [0, ['--fail-on', 'error', 'warning.mcp.json', 'info.mcp.json']],
    [1, ['--fail-on=error', 'error.mcp.json']],
    [0, ['--fail-on', 'never', 'error.mcp.json', 'warning.mcp.json']],
    [0, ['--max-warnings', '1', 'warning.mcp.json']],
    [1, ['--max-warnings', '0', 'warning.mcp.json']],
    [1, ['--max-warnings', '1', 'warning.mcp.json', 'error.mcp.json']],
    [1, ['--fail-on', 'never', '--max-warnings', '0', 'warning.mcp.json']],
    [2, ['missing.json']],
    [2, ['--fail-on', 'never', 'missing.json']],
    [2, ['error.mcp.json', 'missing.json']],
  ])('%i for %j', async (code, args) => {
    const run = await runCli(args, { cwd: folderOfLevels() });
    expect(run.stderr).toBe('');
    expect(run.code).toBe(code);
  });

  test('a file that is missing is told, and the other files are linted', async () => {
    const { stdout } = await runCli(['missing.json', 'error.mcp.json'], { cwd: folderOfLevels() });
    expect(stdout).toContain('problem[not-found]');
    expect(stdout).toContain('missing.json');
    expect(stdout).toContain('error[inline-credential]');
  });

  test('a file that cannot be parsed is told with its place, exit code 2', async () => {
    const cwd = folderOf({ 'broken.mcp.json': '{\n  "mcpServers": {\n    "a" {}\n  }\n}\n' });
    const run = await runCli(['broken.mcp.json'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stdout).toContain('problem[syntax]');
    expect(run.stdout).toContain('broken.mcp.json:3:');
  });

  test('a named file without servers is said to be one, exit code 0', async () => {
    const cwd = folderOf({ 'package.json': { name: 'x', version: '1.0.0' }, 'clean.mcp.json': CLEAN });
    const alone = await runCli(['package.json'], { cwd });
    expect(alone.code).toBe(0);
    expect(alone.stdout).toContain('package.json: no MCP servers');
    const both = await runCli(['package.json', './clean.mcp.json'], { cwd });
    expect(both.code).toBe(0);
    expect(both.stdout).toContain('package.json: no MCP servers');
  });

  test.each(['./package.json', 'absolute', '../folder/package.json'])(
    'a named file without servers is said to be one when it is written %s',
    async (form) => {
      const folder = folderOf({ 'folder/package.json': { name: 'x' } });
      const cwd = join(folder, 'folder');
      const run = await runCli([form === 'absolute' ? join(cwd, 'package.json') : form], { cwd });
      expect(run.code).toBe(0);
      expect(run.stdout).toContain('package.json: no MCP servers');
    },
  );

  test('--require-config with nothing to lint is 2, with a config it is not', async () => {
    const cwd = folderOf({ 'package.json': { name: 'x' }, 'mcp/mcp.json': CLEAN });
    expect((await runCli(['--require-config', 'package.json'], { cwd })).code).toBe(2);
    expect((await runCli(['--require-config'], { cwd })).code).toBe(2);
    expect((await runCli(['--require-config', '.'], { cwd: temporaryFolder() })).code).toBe(2);
    expect((await runCli(['--require-config', '.'], { cwd })).code).toBe(0);
  });

  test('a folder without configs is clean and says so', async () => {
    const run = await runCli(['.'], { cwd: temporaryFolder() });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('No MCP configs found.');
  });
});

describe('wrong command lines end with 2, one message on standard error, and nothing on standard output', () => {
  test.each([
    [['--formt', 'json'], 'Unknown option "--formt". Did you mean "--format"?'],
    [['--nothing-like-it'], 'Unknown option "--nothing-like-it".'],
    [['-z'], 'Unknown option "-z".'],
    [['--format'], 'Option "--format" needs a value'],
    [['--output', '--quiet'], 'Option "--output" needs a value (FILE).'],
    [
      ['--format', 'xml'],
      'Option "--format" is one of pretty, json, jsonl, sarif, github, junit, markdown; got "xml".',
    ],
    [['--format', 'jso'], 'Did you mean "json"?'],
    [['--fail-on', 'errors'], 'Did you mean "error"?'],
    [['--quiet=yes'], 'Option "--quiet" takes no value.'],
    [['--max-warnings', 'many'], 'Option "--max-warnings" is a whole number; got "many".'],
    [['--max-warnings', '-1'], 'Option "--max-warnings" is a whole number; got "-1".'],
    [['--rule', 'inline-credentials:off'], 'Did you mean "inline-credential"?'],
    [['--rule', 'nope:off'], 'There is no rule "nope".'],
    [['--rule', 'inline-credential'], 'takes one of off, info, warning, error'],
    [['--rule', 'inline-credential:none'], 'takes one of off, info, warning, error; got "none".'],
    [['--host', 'cursr'], 'There is no host "cursr". Did you mean "cursor"?'],
    [['explain', 'nope'], 'There is no rule "nope". Rules: '],
    [['explain', 'inline-credentail'], 'Did you mean "inline-credential"?'],
    [['explain'], 'Which rule?'],
    [['completion', 'bsh'], 'Did you mean "bash"?'],
    [['completion'], 'takes one of bash, zsh, fish'],
  ])('%j', async (args, message) => {
    const run = await runCli(args, { cwd: folderOf({ '.mcp.json': DIRTY }) });
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(/^mcp-lint: /);
    expect(run.stderr).not.toMatch(STACK_TRACE);
  });
});

describe('standard input', () => {
  test('is linted under the name that is given', async () => {
    const args = ['--format', 'json', '-', '--stdin-filename', '.cursor/mcp.json'];
    const run = await runCli(args, { input: JSON.stringify(DIRTY) });
    expect(run.code).toBe(1);
    const { findings, files } = JSON.parse(run.stdout);
    expect(findings[0]).toMatchObject({
      file: '.cursor/mcp.json',
      host: 'cursor',
      rule: 'inline-credential',
    });
    expect(files).toHaveLength(1);
  });

  test('without a name is a config of any host', async () => {
    expect((await runCli(['-'], { input: JSON.stringify(DIRTY) })).code).toBe(1);
    expect((await runCli(['-'], { input: JSON.stringify(CLEAN) })).code).toBe(0);
  });

  test.each(['', '{"mcpServers": {', 'nonsense'])('that is broken (%j) is 2', async (input) => {
    const run = await runCli(['-'], { input });
    expect(run.code).toBe(2);
    expect(run.stdout).toContain('problem[syntax]');
  });

  test('is linted beside files', async () => {
    const run = await runCli(['--format', 'json', '-', 'clean.mcp.json'], {
      cwd: folderOfLevels(),
      input: JSON.stringify(DIRTY),
    });
    expect(lintedFiles(run.stdout)).toEqual(['stdin.json', 'clean.mcp.json']);
  });

  test('may come slowly and in pieces', async () => {
    const script = `(printf '{"mcpServers":'; sleep 0.2; printf '{}'; sleep 0.2; printf '}') | "$0" "$1" - --stdin-filename .mcp.json`;
    const run = await runProgram('/bin/sh', ['-c', script, NODE, builtCli()]);
    expect([run.code, run.stderr]).toEqual([0, '']);
  });
});

describe('folders', () => {
  const tree = () =>
    folderOf({
      '.mcp.json': CLEAN,
      '.cursor/mcp.json': NOTHING,
      '.vscode/mcp.json': { servers: { a: { command: 'x' } } },
      'deep/er/.hidden/claude_desktop_config.json': NOTHING,
      'deep/package.json': { name: 'x' },
      'node_modules/thing/.mcp.json': DIRTY,
      'deep/node_modules/thing/.mcp.json': DIRTY,
      '.git/mcp.json': DIRTY,
    });

  test('are searched, hidden folders included, .git and node_modules left out', async () => {
    const run = await runCli(['--format', 'json', '.'], { cwd: tree() });
    expect(lintedFiles(run.stdout)).toEqual([
      '.cursor/mcp.json',
      '.mcp.json',
      '.vscode/mcp.json',
      'deep/er/.hidden/claude_desktop_config.json',
    ]);
    expect(run.code).toBe(0);
  });

  test('a file below a folder that is left out can be named', async () => {
    const run = await runCli(['--format', 'json', 'node_modules/thing/.mcp.json'], { cwd: tree() });
    expect(run.code).toBe(1);
  });

  test('a file is linted once, however often it is meant', async () => {
    const cwd = tree();
    const run = await runCli(['--format', 'json', '.mcp.json', '.', './.mcp.json', cwd, '**/.mcp.json'], {
      cwd,
    });
    expect(lintedFiles(run.stdout)).toHaveLength(4);
  });

  test('globs stand for files of any name and for folders', async () => {
    const cwd = folderOf({
      'a/one.txt.json': DIRTY,
      'b/two.json': CLEAN,
      'b/.cursor/mcp.json': CLEAN,
      'c.json': CLEAN,
    });
    const files = await runCli(['--format', 'json', '*/*.json'], { cwd });
    expect(lintedFiles(files.stdout)).toEqual(['a/one.txt.json', 'b/two.json']);
    const folders = await runCli(['--format', 'json', '{b,x}/.cursor'], { cwd });
    expect(lintedFiles(folders.stdout)).toEqual(['b/.cursor/mcp.json']);
  });

  test('a glob that fits nothing is 2; a file whose name looks like a glob is a file', async () => {
    const cwd = folderOf({ '[a].json': CLEAN });
    expect((await runCli(['*.toml'], { cwd })).code).toBe(2);
    const named = await runCli(['--format', 'json', '[a].json'], { cwd });
    expect([named.code, lintedFiles(named.stdout)]).toEqual([0, ['[a].json']]);
  });

  test('a link to a file is linted, a link to a folder is not followed', async () => {
    const cwd = folderOf({ 'real/config.json': DIRTY, 'away/.mcp.json': CLEAN });
    mkdirSync(join(cwd, 'links'));
    symlinkSync('../real/config.json', join(cwd, 'links/.mcp.json'));
    symlinkSync('../away', join(cwd, 'links/away'));
    const run = await runCli(['--format', 'json', 'links'], { cwd });
    expect(lintedFiles(run.stdout)).toEqual(['links/.mcp.json']);
    expect(run.code).toBe(1);
  });
});

const withoutGit = hasCommand('git') ? '' : ' (SKIPPED: no git on PATH)';
describe.skipIf(withoutGit !== '')(`a git repository${withoutGit}`, () => {
  function repository(): string {
    const cwd = folderOf({ '.gitignore': '*.local.json\n.cursor/\n', '.mcp.json': CLEAN });
    writeInto(cwd, 'mcp.local.json', DIRTY, 0o600);
    writeInto(cwd, '.cursor/mcp.json', DIRTY, 0o600);
    const git = (...args: string[]) =>
      execFileSync('git', args, {
        cwd,
        env: { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' },
      });
    git('init', '-q');
    git('add', '.gitignore', '.mcp.json');
    return cwd;
  }

  test('ignored files are linted', async () => {
    const run = await runCli(['--format', 'json', '.'], { cwd: repository() });
    expect(lintedFiles(run.stdout)).toEqual(['.cursor/mcp.json', '.mcp.json', 'mcp.local.json']);
    expect(run.code).toBe(1);
  });

  test('ignored files are left out with --respect-gitignore, unless they are named', async () => {
    const cwd = repository();
    const all = await runCli(['--format', 'json', '--respect-gitignore', '.'], { cwd });
    expect([all.code, lintedFiles(all.stdout)]).toEqual([0, ['.mcp.json']]);
    const named = await runCli(['--format', 'json', '--respect-gitignore', '.', 'mcp.local.json'], { cwd });
    expect(lintedFiles(named.stdout)).toEqual(['.mcp.json', 'mcp.local.json']);
  });

  test('a credential in a file that git tracks is an error although only its owner can read it', async () => {
    const cwd = repository();
    writeInto(cwd, '.mcp.json', DIRTY, 0o600);
    const run = await runCli(['--format', 'json', '.mcp.json', 'mcp.local.json'], { cwd });
    const levels = JSON.parse(run.stdout)
      .findings.filter(({ rule }: { rule: string }) => rule === 'inline-credential')
      .map((finding: { severity: string; exposure: object }) => [finding.severity, finding.exposure]);
    expect(levels).toEqual([
      ['error', { tracked: true, readableByOthers: false }],
      ['warning', { tracked: false, readableByOthers: false }],
    ]);
  });
});

describe('options', () => {
  test('--rule sets the level of a rule, or switches it off', async () => {
    const cwd = folderOfLevels();
    expect((await runCli(['--rule', 'inline-credential:off', 'error.mcp.json'], { cwd })).code).toBe(0);
    expect((await runCli(['--rule', 'inline-credential:info', 'error.mcp.json'], { cwd })).code).toBe(0);
    expect((await runCli(['--rule', 'development-credential:error', 'info.mcp.json'], { cwd })).code).toBe(1);
    const both = ['--rule', 'inline-credential:off', '--rule=development-credential:off'];
    const run = await runCli([...both, '--format', 'json', 'error.mcp.json', 'info.mcp.json'], { cwd });
    expect(JSON.parse(run.stdout).findings).toEqual([]);
  });

  test('--host reads every file as that host does', async () => {
    const cwd = folderOf({ 'anything.json': DIRTY });
    const run = await runCli(['--format', 'json', '--host', 'claude-desktop', 'anything.json'], { cwd });
    expect(JSON.parse(run.stdout).findings[0].host).toBe('claude-desktop');
  });

  test('--quiet shows errors only and does not change the exit code', async () => {
    const cwd = folderOfLevels();
    const warning = await runCli(['--quiet', 'warning.mcp.json'], { cwd });
    expect([warning.code, warning.stdout, warning.stderr]).toEqual([1, '', '']);
    const all = await runCli(['-q', '.'], { cwd });
    expect(all.stdout).toContain('error.mcp.json');
    expect(all.stdout).not.toContain('warning.mcp.json');
    expect((await runCli(['-q', 'clean.mcp.json'], { cwd })).stdout).toBe('');
  });

  test.each(['pretty', 'json', 'jsonl', 'sarif', 'github', 'junit', 'markdown'])(
    '--output takes what --format %s would print',
    async (format) => {
      const cwd = folderOfLevels();
      const printed = await runCli(['--format', format, '.'], { cwd });
      const output = join(temporaryFolder(), 'results');
      const written = await runCli(['-f', format, '-o', output, '.'], { cwd });
      expect([written.code, written.stdout, written.stderr]).toEqual([1, '', '']);
      expect(readFileSync(output, 'utf8')).toBe(printed.stdout);
    },
  );

  test('--output to a place that cannot be written is 2', async () => {
    const run = await runCli(['--output', 'no/such/folder/file', 'error.mcp.json'], {
      cwd: folderOfLevels(),
    });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('cannot be written');
  });

  test('--debug tells on standard error what is read; standard output stays what it is', async () => {
    const cwd = folderOfLevels();
    const plain = await runCli(['--format', 'json', '.'], { cwd });
    const debug = await runCli(['--format', 'json', '--debug', '.'], { cwd });
    expect(debug.stdout).toBe(plain.stdout);
    expect(debug.stderr).toContain('error.mcp.json: 1 servers');
    expect(debug.stderr).toContain('exit code 1');
  });

  test('what follows -- is a path', async () => {
    const cwd = folderOf({ '--debug': JSON.stringify(DIRTY), rules: JSON.stringify(DIRTY) });
    expect((await runCli(['--', '--debug'], { cwd })).code).toBe(1);
    expect((await runCli(['./rules'], { cwd })).code).toBe(1);
  });
});

describe('streams', () => {
  test.each(['pretty', 'json', 'jsonl', 'sarif', 'github', 'junit', 'markdown'])(
    '%s: results on standard output, nothing else anywhere',
    async (format) => {
      const run = await runCli(['--format', format, '.', 'missing.json'], { cwd: folderOfLevels() });
      expect(run.code).toBe(2);
      expect(run.stderr).toBe('');
      expect(run.stdout).toContain('missing.json');
      if (format === 'json' || format === 'sarif') expect(() => JSON.parse(run.stdout)).not.toThrow();
      expect(run.stdout.endsWith('\n')).toBe(true);
    },
  );

  test.each<[boolean, string[], Record<string, string>]>([
    [false, [], {}],
    [true, ['--color'], {}],
    [true, [], { FORCE_COLOR: '1' }],
    [false, [], { FORCE_COLOR: '0' }],
    [false, [], { FORCE_COLOR: '1', NO_COLOR: '1' }],
    [true, ['--color'], { NO_COLOR: '1' }],
    [false, ['--no-color'], { FORCE_COLOR: '1' }],
    [false, ['--no-color', '--color'], {}],
    [false, [], { CI: 'true', GITHUB_ACTIONS: 'true', TERM: 'xterm-256color', COLORTERM: 'truecolor' }],
  ])('into a pipe, colours: %s with %j and %j', async (colored, args, env) => {
    const run = await runCli([...args, 'error.mcp.json'], { cwd: folderOfLevels(), env });
    expect(run.stdout.includes(ESCAPE)).toBe(colored);
    expect(run.stderr).toBe('');
  });

  test('programs that read json, sarif or github get no colours, whatever is asked for', async () => {
    for (const format of ['json', 'sarif', 'github']) {
      const run = await runCli(['--color', '--format', format, '.'], { cwd: folderOfLevels() });
      expect(run.stdout).not.toContain(ESCAPE);
    }
  });
});

const withoutScript = hasCommand('script') ? '' : ' (SKIPPED: no `script` on PATH)';
describe.skipIf(withoutScript !== '')(`a terminal${withoutScript}`, () => {
  /** Runs a shell command in a pseudo-terminal and gives what its screen got. */
  const onTerminal = async (command: string, cwd: string, env: Record<string, string> = {}) =>
    (await runProgram('script', ['-qec', command, '/dev/null'], { cwd, env: { TERM: 'xterm', ...env } }))
      .stdout;
  const lint = (args: string) => `'${NODE}' '${builtCli()}' ${args}`;

  test('gets colours, unless NO_COLOR or TERM says otherwise', async () => {
    const cwd = folderOfLevels();
    expect(await onTerminal(lint('error.mcp.json'), cwd)).toContain(`${ESCAPE}[`);
    expect(await onTerminal(lint('error.mcp.json'), cwd, { NO_COLOR: '1' })).not.toContain(ESCAPE);
    expect(await onTerminal(lint('error.mcp.json'), cwd, { TERM: 'dumb' })).not.toContain(ESCAPE);
    expect(await onTerminal(lint('--no-color error.mcp.json'), cwd)).not.toContain(ESCAPE);
  });

  test('shows progress on standard error only, and wipes it', async () => {
    const cwd = temporaryFolder();
    const entry = Buffer.from(`,{"command":"x","args":["${'a '.repeat(2000)}"]}`.repeat(1500));
    for (const name of ['a', 'b', 'c', 'd']) {
      const servers = [Buffer.from('{"mcpServers":[{"command":"x"}'), entry, Buffer.from(']}')];
      writeInto(cwd, `${name}.mcp.json`, Buffer.concat(servers));
    }
    const screen = await onTerminal(lint('. >results.txt'), cwd);
    expect(screen).toContain('configs read');
    expect(screen.endsWith('\r\u001b[K')).toBe(true);
    expect(readFileSync(join(cwd, 'results.txt'), 'utf8')).toBe('No problems in 4 files, 6004 servers.\n');
    const piped = await onTerminal(lint('. 2>errors.txt'), cwd);
    expect(piped).not.toContain('configs read');
    expect(readFileSync(join(cwd, 'errors.txt'), 'utf8')).toBe('');
  });
});

describe('without paths', () => {
  function machine() {
    const home = folderOf({
      '.claude.json': remote(madeUp(32, 4)),
      '.cursor/mcp.json': NOTHING,
      '.config/Code/User/mcp.json': { servers: { a: { command: 'x' } } },
      'projects/app/.mcp.json': DIRTY,
      'projects/app/.cursor/mcp.json': NOTHING,
      'projects/.mcp.json': NOTHING,
      'projects/app/src/empty.txt': '',
    });
    return { home, cwd: join(home, 'projects/app') };
  }

  test('the configs of the user and of the project are linted, those of the folders above included', async () => {
    const { home, cwd } = machine();
    const run = await runCli(['--format', 'json'], { cwd, env: { HOME: home } });
    expect(run.code).toBe(1);
    expect(new Set(lintedFiles(run.stdout))).toEqual(
      new Set([
        join(home, '.claude.json'),
        join(home, '.cursor/mcp.json'),
        join(home, '.config/Code/User/mcp.json'),
        join(home, 'projects/.mcp.json'),
        '.mcp.json',
        '.cursor/mcp.json',
      ]),
    );
    const dirty = JSON.parse(run.stdout).findings.map((finding: { file: string; host: string }) => finding);
    expect(dirty).toMatchObject([
      { file: '.mcp.json', host: 'claude-code-project' },
      { file: join(home, '.claude.json'), host: 'claude-code-user' },
    ]);
  });

  test('the places that were looked at are listed, those without a file as well', async () => {
    const { home, cwd } = machine();
    const run = await runCli([], { cwd, env: { HOME: home } });
    expect(run.stdout).toMatch(/Looked in \d+ places:/);
    for (const place of ['.claude.json', '.cursor/mcp.json', '.config/Code/User/mcp.json']) {
      expect(run.stdout).toMatch(new RegExp(`~/${place.replaceAll('.', '\\.')} +1 server`));
    }
    expect(run.stdout).toContain('not found: configs of Claude Desktop, ');
    const verbose = await runCli(['--verbose'], { cwd, env: { HOME: home } });
    expect(verbose.stdout.replace(/\s+/g, ' ')).toContain('~/.config/Claude/claude_desktop_config.json');
  });

  test('a place whose file is empty of servers, or broken, is listed and not called clean', async () => {
    const home = folderOf({ '.claude.json': '{"projects": {}}', '.cursor/mcp.json': '{"mcpServers": ' });
    const run = await runCli([], { env: { HOME: home } });
    expect(run.code).toBe(2);
    expect(run.stdout).toMatch(/\.claude\.json +0 servers/);
    expect(run.stdout).toMatch(/\.cursor\/mcp\.json +0 servers, not fully linted/);
  });

  test('a home folder that is not there does no harm', async () => {
    const run = await runCli([], { env: { HOME: '/no/such/home' } });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('No MCP configs found.');
  });
});

describe('commands', () => {
  test('rules lists every rule', async () => {
    const run = await runCli(['rules']);
    expect(run.code).toBe(0);
    for (const rule of ['inline-credential', 'development-credential', 'duplicate-key']) {
      expect(run.stdout).toMatch(new RegExp(`^${rule} +(?:info|warning|error) +\\S`, 'm'));
    }
  });

  test('explain tells what, why and what to do', async () => {
    const run = await runCli(['explain', 'inline-credential']);
    expect(run.code).toBe(0);
    for (const word of [
      'inline-credential (error',
      'What: ',
      'Why: ',
      'What to do: ',
      'Fires on ',
      'Silent on ',
    ]) {
      expect(run.stdout).toContain(word);
    }
    expect(run.stdout).not.toContain('{{');
  });

  test('hosts lists hosts with their files', async () => {
    const run = await runCli(['hosts']);
    expect(run.code).toBe(0);
    for (const text of ['claude-code-user', '~/.claude.json', 'cursor', '.vscode/mcp.json']) {
      expect(run.stdout).toContain(text);
    }
  });

  test('--version is that of package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const option of ['--version', '-v']) {
      const run = await runCli([option]);
      expect([run.code, run.stdout, run.stderr]).toEqual([0, `${version}\n`, '']);
    }
  });

  test('--help tells every option and command', async () => {
    for (const args of [['--help'], ['-h'], ['--help', 'some.json']]) {
      const run = await runCli(args);
      expect([run.code, run.stderr]).toEqual([0, '']);
      for (const { name, short } of OPTIONS) {
        expect(run.stdout).toMatch(new RegExp(`--${name}\\b`));
        if (short) expect(run.stdout).toMatch(new RegExp(`-${short}, --${name}\\b`));
      }
      for (const command of ['rules', 'explain', 'hosts', 'completion']) {
        expect(run.stdout).toMatch(new RegExp(`^ +mcp-lint ${command}\\b`, 'm'));
      }
      for (const line of run.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('completion', () => {
  const withoutBash = hasCommand('bash') ? '' : ' (SKIPPED: no bash on PATH)';
  test.skipIf(withoutBash !== '').each([
    [['--form'], ['--format']],
    [
      ['--format', ''],
      ['pretty', 'json', 'jsonl', 'sarif', 'github', 'junit', 'markdown'],
    ],
    [['--format', 's'], ['sarif']],
    [['--fail-on', 'n'], ['never']],
    [['--rule', 'inline-credential:o'], ['inline-credential:off']],
    [
      ['--host', 'claude-d'],
      ['claude-desktop', 'claude-desktop-managed'],
    ],
    [['expl'], ['explain']],
    [['explain', 'dev'], ['development-credential']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['mcp-'], ['mcp-file.json']],
  ])(`bash completes %j${withoutBash}`, async (words, expected) => {
    const { stdout: script } = await runCli(['completion', 'bash']);
    const cwd = folderOf({ 'completion.bash': script, 'mcp-file.json': '{}' });
    // The function that bash would call, looked up as bash does.
    const call = [
      'set -u; source ./completion.bash',
      '[[ "$(complete -p mcp-lint)" =~ -F\\ ([^ ]+) ]]',
      'COMP_WORDS=(mcp-lint "$@"); COMP_CWORD=$#',
      '"${BASH_REMATCH[1]}"; printf "%s\\n" "${COMPREPLY[@]}"',
    ].join('\n');
    const run = await runProgram('bash', ['--norc', '-c', call, 'bash', ...words], { cwd });
    expect(run.stderr).toBe('');
    expect(run.stdout.trim().split('\n')).toEqual(expected);
  });

  test.skipIf(withoutBash !== '')(
    `bash completes a rule with its level at a prompt, where ":" breaks words${withoutBash}`,
    async () => {
      const { stdout: script } = await runCli(['completion', 'bash']);
      const cwd = folderOf({ 'completion.bash': script });
      // With the default COMP_WORDBREAKS bash hands `inline-credential:o` over as three words.
      const call =
        'source ./completion.bash; COMP_WORDS=(mcp-lint --rule inline-credential : o); COMP_CWORD=4; _mcp_lint; printf "%s\\n" "${COMPREPLY[@]}"';
      const run = await runProgram('bash', ['--norc', '-c', call], { cwd });
      expect(run.stdout.trim().split('\n')).toEqual(['off']);
    },
  );

  test.each(['zsh', 'fish'])('%s gets a script that names every option', async (shell) => {
    const run = await runCli(['completion', shell]);
    expect(run.code).toBe(0);
    for (const { name } of OPTIONS) expect(run.stdout).toMatch(new RegExp(`(?:--|-l )${name}\\b`));
  });

  for (const [shell, check] of [
    ['zsh', ['-f', '-n']],
    ['fish', ['--no-execute']],
  ] as const) {
    const missing = !hasCommand(shell);
    test.skipIf(missing)(
      `${shell} can read its script${missing ? ` (skipped: no ${shell} here)` : ''}`,
      async () => {
        const { stdout } = await runCli(['completion', shell]);
        const cwd = folderOf({ script: stdout });
        expect((await runProgram(shell, [...check, 'script'], { cwd })).stderr).toBe('');
      },
    );
  }
});
