import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  folderOf,
  madeUp,
  RAW_CONTROL,
  type RunOptions,
  runCli,
  STACK_TRACE,
  temporaryFolder,
  writeInto,
} from '../support/cli.ts';
import { noKeyring, startKeyring, withoutKeyring } from '../support/keyring.ts';
import { byName, pathWithCommand } from '../support/launched.ts';
import { prng, sample } from '../support/samples.ts';
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

const KEY = madeUp(40, 51);
const TOKEN = sample('github-pat-classic', prng(52));
const ACCOUNT = 'claude-code-project/search/SEARCH_API_KEY';
const REFERENCE = `keychain://mcp-lint/${ACCOUNT}`;

const search = (key: string) => ({
  mcpServers: { search: { command: 'env', args: [], env: { SEARCH_API_KEY: key } } },
});
const DIRTY = search(KEY);
const CLEAN = search('${SEARCH_API_KEY}');

/** A project with a key in its config, and a machine without a keyring. */
function bareProject(config: object = DIRTY): RunOptions & { cwd: string } {
  return { cwd: folderOf({ '.mcp.json': config }), env: withoutKeyring() };
}

/** Ways to hand values to a server, some of which move while others beside them stay. */
const CARRIERS: readonly ((mint: () => string) => object)[] = [
  (mint) => ({ command: 'env', args: ['--note', mint()], env: { API_KEY: mint(), NOTE: mint() } }),
  (mint) => ({
    command: 'env',
    args: ['--api-key', mint(), `--token=${mint()}`, mint()],
    env: { A: mint() },
  }),
  (mint) => ({ command: 'sh', args: ['-c', `API_KEY=${mint()} env --token ${mint()}`] }),
  (mint) => ({ command: `env --token ${mint()}`, env: { API_KEY: mint() } }),
  (mint) => ({ command: `/usr/bin/${mint()}`, env: { API_KEY: mint() } }),
  (mint) => ({
    command: 'docker',
    args: ['run', '-e', `API_KEY=${mint()}`, '-e', `NOTE=${mint()}`, 'image'],
  }),
  (mint) => ({ command: 'env', env: { DSN: `postgres://app:${mint()}@db.example.com/x?y=${mint()}` } }),
  (mint) => ({ command: 'env', env: { SETTINGS: JSON.stringify({ token: mint(), note: mint() }) } }),
  (mint) => ({ command: 'env', cwd: mint(), env: { B_KEY: `\${X:-${mint()}}`, API_KEY: mint() } }),
  (mint) => ({
    url: `https://mcp.example.com/mcp?api_key=${mint()}`,
    headers: { Authorization: `Bearer ${mint()}`, 'X-Note': mint() },
  }),
  (mint) => ({
    type: 'http',
    url: 'https://mcp.example.com/mcp',
    headers: { Authorization: `Bearer ${mint()}`, 'X-Api-Key': mint(), Accept: mint() },
    oauth: { clientSecret: mint() },
  }),
  (mint) => ({
    command: 'npx',
    args: ['mcp-remote', 'https://a.example/sse', '--header', `Authorization: Bearer ${mint()}`],
  }),
];

function windowsOf(secrets: readonly string[]): string[] {
  return secrets.flatMap((secret) =>
    Array.from({ length: secret.length - 5 }, (_, index) => secret.slice(index, index + 6)),
  );
}

const read = ({ cwd }: { cwd: string }, name = '.mcp.json') => readFileSync(join(cwd, name), 'utf8');

describe('wrong command lines end with 2 and change nothing', () => {
  test.each([
    [['fix', '-'], 'Standard input cannot be fixed: name a file.'],
    [['--fix', '-'], 'Standard input cannot be fixed: name a file.'],
    [['fix', '--to', 'keychian'], 'got "keychian". Did you mean "keychain"?'],
    [['fix', '--to', ''], 'Option "--to" is one of keychain, '],
    [['fix', '--to', 'env:X'], 'Option "--to" takes nothing behind "env"; got "env:X".'],
    [['fix', '--only', 'serch'], 'no server of these files; got "serch". Did you mean "search"?'],
    [['fix', '--launcher', ' '], 'Option "--launcher" is auto, npx or a command.'],
    [['fix', '--api-host', 'https://api.example.com/'], 'Option "--api-host" takes the name of a host'],
    [['fix', '--host', 'cursr'], 'There is no host "cursr". Did you mean "cursor"?'],
    [['undo', '.mcp.json'], '"mcp-lint undo" takes no paths'],
  ])('%j', async (args, message) => {
    const project = bareProject();
    const run = await runCommand(args, project);
    expect(run.stderr).toContain(message);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(JSON.parse(read(project))).toEqual(DIRTY);
  });
});

describe('without a vault', () => {
  test('everything stays, with the reason, exit code 1', async () => {
    const project = bareProject();
    const run = await runCommand(['fix', '--yes'], project);
    expect([run.code, run.stderr]).toEqual([1, '']);
    expect(run.stdout).toContain(
      'Stays as it is in .mcp.json:\n  the environment variable SEARCH_API_KEY of',
    );
    expect(run.stdout).toContain('Nothing can be moved, 1 credential stays.');
    expect(JSON.parse(read(project))).toEqual(DIRTY);
  });

  test('a config without credentials is done, exit code 0', async () => {
    for (const args of [['fix'], ['--fix', '.mcp.json'], ['fix', '--dry-run', '.'], ['fix', '--yes']]) {
      const run = await runCommand(args, bareProject(CLEAN));
      expect([run.code, run.stdout, run.stderr]).toEqual([0, 'Nothing to fix.\n', '']);
    }
  });

  test('what cannot be read is told, exit code 2', async () => {
    const cwd = folderOf({ 'broken.mcp.json': '{"mcpServers": {', 'clean.mcp.json': CLEAN });
    const run = await runCommand(['fix', 'missing.json', 'broken.mcp.json', 'clean.mcp.json'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(
      /^mcp-lint: missing\.json: [^\n]+\.\nmcp-lint: broken\.mcp\.json:1:17: [^\n]+\.\n$/,
    );
  });

  test('there is no fix to undo', async () => {
    const run = await runCommand(['undo', '--yes'], bareProject());
    expect([run.code, run.stdout, run.stderr]).toEqual([0, 'There is no fix to undo.\n', '']);
  });
});

describe.skipIf(noKeyring !== '')(`with a real keyring${noKeyring}`, () => {
  /** A project with a config, and a machine with a keyring. */
  function projectOf(config: object | string = DIRTY) {
    const keyring = startKeyring();
    const cwd = folderOf({ '.mcp.json': config });
    return { cwd, keyring, env: keyring.named };
  }

  test('moves a credential, says where it went and where to revoke it; undo gives the same bytes', async () => {
    const config = JSON.stringify(
      { mcpServers: { gh: { command: 'env', args: [], env: { GITHUB_TOKEN: TOKEN } } } },
      null,
      '\t',
    ).replaceAll('\n', '\r\n');
    const project = projectOf(config);
    const run = await runCommand(['fix', '--yes', '.mcp.json'], project);
    expect([run.code, run.stderr]).toEqual([0, '']);
    const reference = 'keychain://mcp-lint/claude-code-project/gh/GITHUB_TOKEN';
    expect(run.stdout).toContain(`the environment variable GITHUB_TOKEN -> ${reference}`);
    expect(run.stdout).toContain('  - "GITHUB_TOKEN": "********"\n');
    expect(run.stdout).toContain('.mcp.json: moved 1 credential\n');
    expect(run.stdout).toContain('https://github.com/settings/tokens');
    expect(run.stdout).toContain('mcp-lint undo');
    expect(run.stdout).not.toContain(TOKEN);
    expect(read(project)).toContain(reference);
    expect(read(project)).not.toContain(TOKEN);
    expect((await runCommand(['fix', '.mcp.json'], project)).stdout).toBe('Nothing to fix.\n');

    const dry = await runCommand(['undo', '--dry-run'], project);
    expect([dry.code, dry.stdout.includes(reference), read(project).includes(reference)]).toEqual([
      1,
      true,
      true,
    ]);
    const unasked = await runCommand(['undo'], project);
    expect(unasked.code).toBe(1);
    expect(unasked.stderr).toContain('there is no terminal to ask on');
    const undone = await runCommand(['undo', '--yes'], project);
    expect([undone.code, undone.stderr]).toEqual([0, '']);
    expect(undone.stdout).not.toContain(TOKEN);
    expect(read(project)).toBe(config);
    expect(project.keyring.lookUp('claude-code-project/gh/GITHUB_TOKEN')).toBeUndefined();
  });

  test('nothing is written without --yes where nobody can be asked, exit code 1', async () => {
    for (const [args, input] of [
      [['fix', '.mcp.json'], ''],
      [['--fix', '.mcp.json'], 'y\n'],
      [['fix'], 'y\n'],
    ] as const) {
      const project = projectOf();
      const before = read(project);
      const run = await runCommand(args, { ...project, input });
      expect(run.code).toBe(1);
      expect(run.stderr).toBe(
        'mcp-lint: nothing was changed: there is no terminal to ask on. "--yes" fixes without asking.\n',
      );
      expect(run.stdout).toContain(REFERENCE);
      expect(read(project)).toBe(before);
      expect(project.keyring.lookUp(ACCOUNT)).toBeUndefined();
    }
  });

  test('--dry-run shows the plan, whatever else is said, and exits with 1', async () => {
    const project = projectOf();
    const before = read(project);
    const run = await runCommand(['fix', '--dry-run', '--yes', '.mcp.json'], project);
    expect([run.code, run.stderr]).toEqual([1, '']);
    expect(run.stdout).toContain('1 credential of 1 file can be moved.');
    expect(read(project)).toBe(before);
    expect(project.keyring.lookUp(ACCOUNT)).toBeUndefined();
  });

  test('--only leaves the others; what is asked for is what the exit code is about', async () => {
    const project = projectOf({
      mcpServers: { ...DIRTY.mcpServers, gh: { command: 'env', args: [], env: { GITHUB_TOKEN: TOKEN } } },
    });
    const run = await runCommand(['fix', '--yes', '--only', 'gh'], project);
    expect(run.code).toBe(0);
    expect([read(project).includes(TOKEN), read(project).includes(KEY)]).toEqual([false, true]);
    const nothing = await runCommand(['fix', '--yes', '--only', 'gh.NAME'], project);
    expect([nothing.code, nothing.stdout]).toEqual([0, 'Nothing to fix of what "--only" names.\n']);
    const rule = await runCommand(['fix', '--yes', '--only', 'inline-credential'], project);
    expect([rule.code, read(project).includes(KEY)]).toEqual([0, false]);
  });

  test('--quiet --yes says nothing when all goes well', async () => {
    const run = await runCommand(['fix', '--yes', '--quiet', '.mcp.json'], projectOf());
    expect([run.code, run.stdout, run.stderr]).toEqual([0, '', '']);
  });

  test('a file that git tracks is said to keep the old value in its history', async () => {
    const project = projectOf();
    const git = (...args: string[]) =>
      execFileSync('git', args, {
        cwd: project.cwd,
        env: { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' },
        stdio: 'pipe',
      });
    git('init', '--quiet');
    git('add', '--all');
    const run = await runCommand(['fix', '--yes', '.mcp.json'], project);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('.mcp.json: git tracks this file: its history keeps the old values');
  });

  describe('a file that changes meanwhile', () => {
    /** Another program adds a space to the config whenever a fix is about to begin, a number of times. */
    const rewriting = (file: string, times: number) => `
      const fs = require('node:fs');
      const make = fs.mkdirSync;
      let left = ${times};
      fs.mkdirSync = function (path, ...rest) {
        if (/journals$/.test(path) && left-- > 0) fs.appendFileSync(${JSON.stringify(file)}, ' ');
        return make.call(this, path, ...rest);
      };`;
    const hookOf = (project: { cwd: string }, times: number) =>
      writeInto(temporaryFolder(), 'hook.cjs', rewriting(join(project.cwd, '.mcp.json'), times));

    test('is read and planned again', async () => {
      const project = projectOf();
      const run = await runCommand(['fix', '--yes', '.mcp.json'], {
        ...project,
        node: ['-r', hookOf(project, 2)],
      });
      expect(run.stderr).toContain('.mcp.json changed meanwhile and was left alone: looking again.');
      expect(run.code).toBe(0);
      expect(read(project)).toContain(REFERENCE);
      expect(read(project)).toMatch(/\n {2}$/);
    });

    test('is given up when that never ends, exit code 2', async () => {
      const project = projectOf();
      const run = await runCommand(['fix', '--yes', '.mcp.json'], {
        ...project,
        node: ['-r', hookOf(project, 99)],
      });
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('.mcp.json keeps changing: it is as it was.');
      expect(read(project)).toContain(KEY);
      expect(project.keyring.lookUp(ACCOUNT)).toBeUndefined();
    });
  });

  describe.skipIf(noTerminal !== '')(`at a terminal${noTerminal}`, () => {
    test('asks, and does what it is told', async () => {
      for (const [answer, code] of [
        ['', 1],
        ['n', 1],
        ['nein', 1],
        ['y', 0],
        ['Yes', 0],
      ] as const) {
        const project = projectOf();
        const run = await runForPerson(['fix', '.mcp.json'], [['Apply this change? [y/N]', answer]], project);
        expect([answer, run.code]).toEqual([answer, code]);
        expect(run.screen).not.toContain(KEY);
        expect(run.screen.includes('Nothing was changed.')).toBe(code === 1);
        expect(read(project).includes(KEY)).toBe(code === 1);
      }
    });

    test('the end of the input is no answer', async () => {
      const project = projectOf();
      const run = await runForPerson(['fix', '.mcp.json'], [['[y/N]', '\u0004']], project);
      expect([run.code, read(project).includes(KEY)]).toEqual([1, true]);
    });

    test('asks again about a file that changed while it asked', async () => {
      const project = projectOf();
      const other = madeUp(40, 53);
      const rewrite = `printf %s '${JSON.stringify(search(other))}' > .mcp.json`;
      const run = await runForPerson(
        ['fix', '.mcp.json'],
        [
          ['[y/N]', 'y', rewrite],
          ['looking again', '', ''],
        ],
        project,
      );
      expect(run.screen).toContain('changed meanwhile');
      expect(run.screen.match(/\[y\/N\]/g)).toHaveLength(2);
      expect(run.code).toBe(1);
      expect(read(project)).toContain(other);
    });

    test('undo asks as well', async () => {
      const project = projectOf();
      const before = read(project);
      expect((await runCommand(['fix', '--yes', '.mcp.json'], project)).code).toBe(0);
      const kept = await runForPerson(['undo'], [['Undo this fix? [y/N]', 'n']], project);
      expect([kept.code, read(project) === before]).toEqual([1, false]);
      const undone = await runForPerson(['undo'], [['[y/N]', 'y']], project);
      expect([undone.code, read(project)]).toEqual([0, before]);
    });

    test('undo --forget asks, gives up the last fix alone, and says what stays stored', async () => {
      const project = projectOf();
      const before = read(project);
      writeInto(project.cwd, 'late/.mcp.json', search(madeUp(40, 54)));
      const late = 'keychain://mcp-lint/claude-code-project/search/SEARCH_API_KEY-2';
      for (const file of ['.mcp.json', 'late/.mcp.json'])
        expect((await runCommand(['fix', '--yes', '--launcher', 'npx', file], project)).code).toBe(0);
      rmSync(join(project.cwd, 'late'), { recursive: true });
      const failed = await runCommand(['undo', '--yes'], project);
      expect(failed.code).toBe(2);
      expect(failed.stderr).toContain('late/.mcp.json: It is gone.');
      expect(failed.stderr).toContain('"mcp-lint undo --forget"');
      for (const args of [['--dry-run'], []]) {
        const run = await runCommand(['undo', '--forget', ...args], project);
        expect([run.code, run.stdout.includes(late)]).toEqual([1, true]);
      }
      const question = 'Forget this fix? [y/N]';
      const kept = await runForPerson(['undo', '--forget'], [[question, 'n']], project);
      expect([kept.code, kept.screen.includes('Nothing was changed.')]).toEqual([1, true]);
      const forgotten = await runForPerson(['undo', '--forget'], [[question, 'y']], project);
      expect(forgotten.code, forgotten.screen).toBe(0);
      expect(forgotten.screen).toContain('late/.mcp.json: stays as it is\n');
      expect(forgotten.screen).toContain(`The fix is forgotten. Still stored:\n  ${late}\n`);
      expect((await runCommand(['undo', '--yes'], project)).code).toBe(0);
      expect(read(project)).toBe(before);
      expect(project.keyring.lookUp(ACCOUNT)).toBeUndefined();
      expect(project.keyring.lookUp(`${ACCOUNT}-2`)).toBeDefined();
      const nothing = await runCommand(['undo', '--forget', '--yes'], project);
      expect([nothing.code, nothing.stdout]).toEqual([0, 'There is no fix to forget.\n']);
    });
  });

  test('no six characters of any value are put out, moved or not', async () => {
    const planted: string[] = [];
    const mint = () => {
      planted.push(madeUp(36, 1000 + planted.length));
      return planted.at(-1)!;
    };
    const project = projectOf(search(mint()));
    const writers = [
      (config: object) => JSON.stringify(config),
      (config: object) => JSON.stringify(config, null, 2),
      (config: object) =>
        `// ${mint()}\n${JSON.stringify(config, null, '\t').replaceAll('\n', '\r\n')} /* ${mint()} */`,
    ];
    const hosts = {
      '.mcp.json': (server: object) => ({ mcpServers: { a: server } }),
      '.vscode/mcp.json': (server: object) => ({
        inputs: [{ id: 'k', default: mint() }],
        servers: { a: server },
      }),
      '.cursor/mcp.json': (server: object) => ({ note: mint(), mcpServers: { a: server } }),
    };
    let count = 0;
    for (const server of CARRIERS)
      for (const [name, config] of Object.entries(hosts)) {
        const write = writers[(count + Math.floor(count / 3)) % 3]!;
        writeInto(project.cwd, `${count++}/${name}`, write(config(server(mint))), 0o600);
      }
    for (const args of [
      ['fix', '--dry-run', '--fix=all', '--debug', '.'],
      ['fix', '--yes', '.'],
      ['fix', '--yes', '--fix=all', '.'],
      ['fix', '--yes', '--to', 'env', '.'],
      ['secret', 'list'],
      ['undo', '--dry-run'],
      ['undo', '--yes', '--debug'],
      ['undo', '--yes'],
    ]) {
      const run = await runCommand(args, project);
      const seen = windowsOf(planted).filter((window) => (run.stdout + run.stderr).includes(window));
      expect([args, seen]).toEqual([args, []]);
      expect(`\n${run.stderr}`).not.toMatch(STACK_TRACE);
      expect(run.stderr).not.toContain('internal error');
      expect(run.stdout).not.toBe('');
    }
  });

  test('names in a config do not leave their place on a screen or in a log', async () => {
    const names = [
      '\u001b]0;x\u0007\u001b[2J',
      '::error::pwned',
      'a\n::warning::b',
      '##[error]x',
      '\u202egnp',
    ];
    const servers = names.map((name) => [
      name,
      { command: 'env', args: [], env: { [`${name} API_KEY`]: KEY } },
    ]);
    const project = projectOf({ mcpServers: Object.fromEntries(servers) });
    writeInto(project.cwd, '::error file=x::.mcp.json', DIRTY);
    for (const args of [
      ['fix', '--dry-run', '.'],
      ['fix', '--yes', '.'],
      ['secret', 'list'],
      ['undo', '--yes'],
    ]) {
      const run = await runCommand(args, project);
      expect(run.stdout + run.stderr).not.toMatch(RAW_CONTROL);
      expect(run.stdout + run.stderr).not.toMatch(/^\s*(?:::|##\[)/m);
      expect(run.stdout + run.stderr).not.toContain(KEY);
      expect(`\n${run.stderr}`).not.toMatch(STACK_TRACE);
    }
  });

  test('the common run does not load it', async () => {
    const project = projectOf(CLEAN);
    const hook = writeInto(
      temporaryFolder(),
      'hook.cjs',
      `process.on('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')));`,
    );
    const loaded = async (args: string[]) =>
      (await runCommand(args, { ...project, node: ['-r', hook] })).stderr
        .split('\n')
        .filter((path) => /(?:fix|undo|secret)\.cjs$/.test(path))
        .map((path) => path.split('/').at(-1));
    expect(await loaded(['.mcp.json'])).toEqual([]);
    expect(await loaded(['fix', '.mcp.json'])).toEqual(['fix.cjs']);
    expect(await loaded(['undo'])).toEqual(['undo.cjs']);
    expect(await loaded(['secret', 'list'])).toEqual(['secret.cjs']);
  });
});
