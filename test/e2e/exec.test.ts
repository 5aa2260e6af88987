import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import type { Use } from '../../src/core/use.ts';
import { useOfStart } from '../../src/launcher/command-use.ts';
import { seal } from '../../src/vaults/envelope.ts';
import {
  builtCli,
  cleanEnvironment,
  folderOf,
  hasCommand,
  madeUp,
  NODE,
  ROOT,
  runCli,
  runProgram,
  temporaryFolder,
  writeInto,
} from '../support/cli.ts';
import { type Keyring, noKeyring, startKeyring, withoutKeyring } from '../support/keyring.ts';

const LAUNCHED = [builtCli(), 'exec', '--'];

/** A script of a server, run by the Node.js under test. */
const script = (text: string) => writeInto(temporaryFolder(), 'server.cjs', text);

describe('the process becomes the server', () => {
  test('arguments and exit code are the server’s', async () => {
    const server = script('console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 42');
    const odd = [
      '',
      ' ',
      'a b',
      '"',
      "'",
      '\\',
      '$HOME',
      '*',
      '--',
      '-x',
      'ü€𝄞',
      '\n',
      '\t',
      '%PATH%',
      '^&|<>',
    ];
    const run = await runCli(['exec', '--', NODE, server, ...odd]);
    expect(run).toMatchObject({ code: 42, signal: null, stderr: '' });
    expect(JSON.parse(run.stdout)).toEqual(odd);
    // Without the dashes, too.
    expect((await runCli(['exec', NODE, server])).code).toBe(42);
  });

  test('it is called as the config calls it, and found on PATH', async () => {
    const bin = temporaryFolder();
    writeInto(bin, 'the-server', '#!/bin/sh\necho "$0"\n', 0o755);
    const run = await runCli(['exec', 'the-server'], { env: { PATH: `${bin}:${process.env['PATH']}` } });
    expect(run.stdout.trim()).toBe(join(bin, 'the-server'));
    const named = await runCli(['exec', '--', 'sh', '-c', 'cat /proc/$$/cmdline', 'x']);
    expect(named.stdout.split('\0')[0]).toBe('sh');
  });

  test('10 MB go through both ways, byte for byte', async () => {
    const bytes = Buffer.alloc(10 * 1024 * 1024);
    for (let index = 0; index < bytes.length; index++) bytes[index] = (index * 2654435761) >>> 13;
    const hash = (of: Buffer) => createHash('sha256').update(of).digest('hex');
    for (const server of [['cat'], [NODE, '-e', 'process.stdin.pipe(process.stdout)']]) {
      const run = await runCli(['exec', '--', ...server], { input: bytes });
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdoutBytes).toHaveLength(bytes.length);
      expect(hash(run.stdoutBytes)).toBe(hash(bytes));
    }
  });

  test('the environment is the same, odd names included', async () => {
    const env = {
      'odd name': 'x',
      'a.b-c': 'y',
      EMPTY: '',
      LINES: 'a\nb',
      UMLAUT: 'ü€𝄞',
      NODE_NO_WARNINGS: '1',
      npm_config_registry: 'https://x.example',
      __proto__: 'polluted',
      constructor: 'z',
    };
    Object.defineProperty(env, '__proto__', { value: 'p', enumerable: true });
    const direct = await runProgram('env', ['-0'], { env });
    const launched = await runCli(['exec', '--', 'env', '-0'], { env });
    expect(launched.stdout.split('\0').sort()).toEqual(direct.stdout.split('\0').sort());
    expect(launched.stdout).toContain('odd name=x');
  });

  test('open files and ignored signals are as without it', async () => {
    const look = ['sh', '-c', 'ls /proc/self/fd; grep -E "^Sig(Blk|Ign)" /proc/self/status'];
    const direct = await runProgram(look[0]!, look.slice(1));
    const launched = await runCli(['exec', '--', ...look]);
    expect(launched).toMatchObject({ code: 0, stdout: direct.stdout, stderr: '' });
  });

  test('the folder is the same', async () => {
    const cwd = temporaryFolder();
    expect((await runCli(['exec', 'pwd'], { cwd })).stdout.trim()).toBe(cwd);
  });

  test.each<[string, string, readonly string[], number]>([
    ['a command that is not there', '', ['no-such-command'], 127],
    ['a path that is not there', '', ['/no/such/command'], 127],
    ['a file that may not be executed', '', ['/etc/passwd'], 126],
    ['a folder', '', ['/'], 126],
    ['a missing interpreter', '#!/no/such/interpreter\n', ['./script'], 127],
  ])('%s', async (_, text, command, code) => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'script', text, 0o755);
    const run = await runCli(['exec', '--', ...command], { cwd });
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toMatch(/^mcp-lint: [^\n]+\n$/);
  });

  test('a script without an interpreter is run by the shell, as execvp does', async () => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'script', 'echo "$1"; exit 3\n', 0o755);
    expect(await runCli(['exec', './script', 'x'], { cwd })).toMatchObject({ code: 3, stdout: 'x\n' });
  });

  test('no command is a mistake', async () => {
    for (const args of [['exec'], ['exec', '--'], ['exec', '--help'], ['headers'], ['headers', 'x']])
      expect(await runCli(args)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('signals', () => {
  const HANDLER = `
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'])
      process.on(name, () => { console.log(name); process.exit(7); });
    console.log('ready ' + process.pid); setInterval(() => {}, 1000);`;
  const PLAIN = `console.log('ready ' + process.pid); setInterval(() => {}, 1000);`;

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const)(
    '%s is handled by the server',
    async (name) => {
      const server = await startLaunched([NODE, script(HANDLER)]);
      server.child.kill(name);
      expect(await server.end).toEqual({ code: 7, signal: null, stdout: `ready ${server.pid}\n${name}\n` });
    },
  );

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('death by %s is seen', async (name) => {
    const server = await startLaunched([NODE, script(PLAIN)]);
    server.child.kill(name);
    expect(await server.end).toMatchObject({ code: null, signal: name });
  });

  test.each(['SIGKILL', 'SIGTERM', 'SIGUSR2', 'SIGABRT'] as const)(
    'death of the server itself by %s is seen',
    async (name) => {
      const server = await startLaunched([NODE, script(PLAIN)]);
      process.kill(server.pid, name);
      expect(await server.end).toMatchObject({ code: null, signal: name });
    },
  );

  test('the server ends when its input does', async () => {
    const server = await startLaunched([
      NODE,
      script("console.log('ready ' + process.pid); process.stdin.resume();"),
    ]);
    server.child.stdin!.end();
    expect(await server.end).toMatchObject({ code: 0, signal: null });
  });
});

interface Launched {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly end: Promise<{ code: number | null; signal: string | null; stdout: string }>;
}

/** Starts a server that says `ready` and its process id, through the launcher. */
function startLaunched(command: readonly string[], env = cleanEnvironment()): Promise<Launched> {
  const child = spawn(NODE, [...LAUNCHED, ...command], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: temporaryFolder(),
  });
  let stdout = '';
  let stderr = '';
  const end = new Promise<{ code: number | null; signal: string | null; stdout: string }>((done) => {
    child.on('close', (code, signal) => done({ code, signal, stdout }));
  });
  child.stderr!.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((ready, failed) => {
    child.stdout!.on('data', (chunk) => {
      stdout += chunk;
      const match = /^ready (\d+)\n/.exec(stdout);
      if (match) ready({ child, pid: Number(match[1]), end });
    });
    void end.then(() => failed(new Error(`ended before it was ready: ${stderr}`)));
  });
}

const ACCOUNT = 'claude-code/github/GITHUB_TOKEN';
const REFERENCE = `keychain://mcp-lint/${ACCOUNT}`;

describe.skipIf(noKeyring !== '')(`with a keyring${noKeyring}`, () => {
  const SECRET = madeUp(40, 7);
  let keyring: Keyring;

  beforeAll(() => {
    keyring = startKeyring('unlocked', 'keep');
  });
  afterAll(() => keyring.stop());

  const keep = (uses: readonly Use[], account = ACCOUNT, secret = SECRET) =>
    execFileSync('secret-tool', ['store', '--label=x', 'service', 'mcp-lint', 'username', account], {
      env: keyring.named,
      input: seal({ secret: new Secret(secret), uses }).reveal(),
      timeout: 10_000,
    });

  const useOf = (words: readonly string[], more: Partial<Parameters<typeof useOfStart>[0]> = {}): Use =>
    useOfStart(
      {
        words,
        place: 'env GITHUB_TOKEN',
        environment: {},
        surroundings: keyring.variables,
        ...more,
      },
      false,
    );

  const run = (command: readonly string[], env: Record<string, string> = {}, cwd = temporaryFolder()) =>
    runCli(['exec', '--', ...command], {
      cwd,
      env: { ...keyring.variables, GITHUB_TOKEN: REFERENCE, ...env },
    });

  test('the server gets the credential, and finds the session bus without being told', async () => {
    const command = ['env', '-0'];
    keep([useOf(command)]);
    const { code, stdout, stderr } = await run(command);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const expected = { ...keyring.variables, GITHUB_TOKEN: SECRET };
    expect(
      Object.fromEntries(
        stdout
          .split('\0')
          .slice(0, -1)
          .map((line) => line.split(/=(.*)/s).slice(0, 2)),
      ),
    ).toEqual(expected);
  });

  test('an argument that is a reference is replaced', async () => {
    const command = ['printf', '%s', REFERENCE];
    keep([useOf(command, { place: 'argument' })]);
    const { stdout, stderr } = await runCli(['exec', '--', ...command], { env: keyring.variables });
    expect({ stdout, stderr }).toEqual({ stdout: SECRET, stderr: '' });
  });

  test('a credential is handed on byte for byte', async () => {
    const secret = ' ü€𝄞"\\\r\n\t$x%y% ';
    const command = ['printenv', 'GITHUB_TOKEN'];
    keep([useOf(command)], ACCOUNT, secret);
    expect((await run(command)).stdout).toBe(`${secret}\n`);
  });

  test('no process but the server ever holds it', async () => {
    const server = script("console.log('ready ' + process.pid); setInterval(() => {}, 1000);");
    keep([useOf([NODE, server])]);
    const launched = await startLaunched([NODE, server], { ...keyring.variables, GITHUB_TOKEN: REFERENCE });
    const holders = processesWith(SECRET);
    launched.child.kill();
    await launched.end;
    expect(holders).toEqual([`${launched.pid} environ`]);
  });

  test('nor is it in the compiled code that is kept beside the command', async () => {
    const copy = temporaryFolder();
    cpSync(dirname(builtCli()), join(copy, 'dist'), {
      recursive: true,
      filter: (path) => !/types$|compile-cache/.test(path),
    });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const command = ['printenv', 'GITHUB_TOKEN'];
    keep([useOf(command)]);
    const kept = join(copy, 'dist/.compile-cache');
    const sizes: number[] = [];
    for (const reference of ['', REFERENCE, REFERENCE]) {
      const launched = await runProgram(NODE, [join(copy, 'dist/cli.cjs'), 'exec', '--', ...command], {
        env: { ...keyring.variables, GITHUB_TOKEN: reference },
      });
      expect(launched).toMatchObject({ stdout: `${reference && SECRET}\n`, stderr: '' });
      const files = readdirSync(kept).map((name) => readFileSync(join(kept, name)));
      for (const bytes of files)
        for (const encoding of ['utf8', 'utf16le'] as const)
          expect(bytes.includes(Buffer.from(SECRET, encoding))).toBe(false);
      expect(files).toHaveLength(1);
      sizes.push(files[0]!.length);
    }
    // Reading a credential takes more of the code.
    expect(sizes[1]).toBeGreaterThan(sizes[0]!);
    expect(sizes[2]).toBe(sizes[1]);
  });

  describe('what is refused starts nothing and prints nothing', () => {
    const COMMAND = ['sh', '-c', 'echo "$GITHUB_TOKEN"'];
    const refused = async (
      command: readonly string[],
      env: Record<string, string> = {},
      cwd?: string,
    ): Promise<string> => {
      const { code, stdout, stderr } = await run(command, env, cwd);
      expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
      expect(stderr).toMatch(/^mcp-lint: [^\n]+\n$/);
      expect(stderr).not.toContain(SECRET);
      return stderr;
    };

    test('another command', async () => {
      keep([useOf(COMMAND)]);
      expect(await refused(['sh', '-c', 'echo "$GITHUB_TOKEN" >&2'])).toContain('argument 2 of sh is not');
      expect(await refused(['env'])).toContain('stored for sh, not for env');
    });

    test.each([
      ['NODE_PATH', '/x'],
      ['PYTHONPATH', '.'],
      ['HTTPS_PROXY', 'http://evil.example'],
      ['npm_config_registry', 'https://evil.example'],
      ['GITHUB_API_URL', 'https://evil.example'],
      ['HOME', '/evil'],
    ])('a variable that redirects: %s', async (name, value) => {
      keep([useOf(COMMAND)]);
      const stderr = await refused(COMMAND, { [name]: value });
      expect(stderr).toContain(name);
      expect(stderr).not.toContain('evil');
    });

    test('another variable for the same credential', async () => {
      keep([useOf(COMMAND)]);
      expect(await refused(COMMAND, { OTHER: REFERENCE, GITHUB_TOKEN: '' })).toContain(
        'OTHER of server "github"',
      );
    });

    test('a credential of another server', async () => {
      keep([useOf(['server-of-somebody-else'])], 'cursor/other/TOKEN');
      const reference = 'keychain://mcp-lint/cursor/other/TOKEN';
      expect(await refused(COMMAND, { GITHUB_TOKEN: reference })).toContain('of server "other"');
    });

    test('a local copy of the package that npx would run', async () => {
      keep([useOf(['npx', '-y', 'the-server@1.2.3'])]);
      const cwd = folderOf({ 'node_modules/the-server/package.json': { name: 'the-server' } });
      expect(await refused(['npx', '-y', 'the-server@1.2.3'], {}, cwd)).toContain('a package of that name');
    });

    test('a file that stands in the place of a version', async () => {
      keep([useOf(['npx', '-y', 'the-server@1.2.3'])]);
      expect(await refused(['npx', '-y', 'the-server@1.tgz'])).toContain('argument 2 of npx');
    });

    test('a folder to go to that is for the server, not for its interpreter', async () => {
      keep([useOf(['node', 'index.js', '--dir', '/data'], { folder: '/home/me/server' })]);
      const cwd = folderOf({ 'index.js': 'console.log(process.env.GITHUB_TOKEN)' });
      expect(await refused(['node', 'index.js', '--dir', '/data'], {}, cwd)).toContain('for the folder');
    });

    test('Node.js that prints what it starts', async () => {
      keep([useOf(COMMAND)]);
      const { code, stdout, stderr } = await run(COMMAND, { NODE_DEBUG: 'child_process' });
      expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
      expect(stderr).toContain('NODE_DEBUG');
      expect(stderr).not.toContain(SECRET);
    });

    test('an entry that is not there, or is none of ours', async () => {
      expect(await refused(COMMAND, { GITHUB_TOKEN: `${REFERENCE}_2` })).toContain('there is no such entry');
      execFileSync('secret-tool', ['store', '--label=x', 'service', 'mcp-lint', 'username', 'a/b/c'], {
        env: keyring.named,
        input: SECRET,
      });
      await refused(COMMAND, { GITHUB_TOKEN: 'keychain://mcp-lint/a/b/c' });
    });

    test('a keyring that is locked', async () => {
      keep([useOf(COMMAND)]);
      keyring.lock();
      try {
        expect(await refused(COMMAND)).toContain('locked');
      } finally {
        keyring.unlock();
      }
    });

    test('a machine without one', async () => {
      await refused(COMMAND, { XDG_RUNTIME_DIR: withoutKeyring()['XDG_RUNTIME_DIR']! });
    });
  });

  test('a stranger’s folder in front of PATH is not searched, by the server either', async () => {
    const command = ['sh', '-c', 'command -v env'];
    keep([useOf(command)]);
    const cwd = temporaryFolder();
    for (const name of ['sh', 'env']) writeInto(cwd, `bin/${name}`, '#!/bin/true\n', 0o755);
    const expected = (await run(command)).stdout;
    for (const folder of ['bin', join(cwd, 'bin'), '']) {
      const PATH = `${folder}:${keyring.variables['PATH']}`;
      expect(await run(command, { PATH }, folder === '' ? join(cwd, 'bin') : cwd)).toMatchObject({
        code: 0,
        stdout: expected,
      });
    }
  });

  test('an empty PATH does not make the working directory one of programs', async () => {
    const command = ['/bin/sh', '-c', 'exec env the-server'];
    keep([useOf(command)]);
    const cwd = temporaryFolder();
    for (const name of ['env', 'the-server'])
      writeInto(cwd, name, '#!/bin/sh\necho "$GITHUB_TOKEN"\n', 0o755);
    for (const PATH of ['', '.', cwd]) {
      const { code, stdout } = await run(command, { PATH }, cwd);
      expect({ code, stdout }).toEqual({ code: 127, stdout: '' });
    }
  });

  test('through npx nothing changes', async () => {
    const command = ['env'];
    keep([useOf(command)]);
    const cwd = folderOf({
      'package.json': { name: 'project' },
      '.npmrc': 'registry=https://evil.example\n',
    });
    const call = `"${NODE}" "${LAUNCHED[0]}" exec -- env`;
    // What runs the tests may be npm itself.
    const PATH = keyring.variables['PATH']!.replace(/^(?:[^:]*(?:node_modules|node-gyp-bin)[^:]*:)+/, '');
    const { stdout, stderr } = await runProgram('npm', ['exec', '--offline', '-c', call], {
      cwd,
      env: { ...keyring.variables, PATH, GITHUB_TOKEN: REFERENCE },
    });
    expect(stdout, stderr).toContain(`GITHUB_TOKEN=${SECRET}\n`);
    expect(stdout).not.toMatch(/^npm_|evil\.example|node_modules/m);
    expect(stdout).toContain(`PATH=${PATH}\n`);
  });

  test('an MCP client with its bare environment starts a server through it', async () => {
    const server = writeInto(
      temporaryFolder(),
      'server.mjs',
      `
      import { McpServer } from ${JSON.stringify(sdk('server/mcp.js'))};
      import { StdioServerTransport } from ${JSON.stringify(sdk('server/stdio.js'))};
      const server = new McpServer({ name: 'probe', version: '1.0.0' });
      server.tool('token', async () => ({ content: [{ type: 'text', text: process.env.GITHUB_TOKEN }] }));
      await server.connect(new StdioServerTransport());`,
    );
    const command = [NODE, server];
    keep([useOf(command)]);
    const transport = new StdioClientTransport({
      command: NODE,
      args: [...LAUNCHED, ...command],
      env: { ...keyring.variables, GITHUB_TOKEN: REFERENCE },
      cwd: temporaryFolder(),
      stderr: 'inherit',
    });
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(transport);
    const { content } = await client.callTool({ name: 'token' });
    await client.close();
    expect(content).toEqual([{ type: 'text', text: SECRET }]);
  });

  describe('headers', () => {
    const ORIGIN: Use = { kind: 'origin', header: 'authorization', origin: 'https://api.example.com' };
    const ARGS = ['headers', `Authorization=${REFERENCE}`];
    const url = (value: string) => ({ ...keyring.variables, CLAUDE_CODE_MCP_SERVER_URL: value });

    test('are printed for the server that they were stored for', async () => {
      keep([ORIGIN]);
      const printed = await runCli(ARGS, { env: url('https://api.example.com/mcp') });
      expect(printed).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(printed.stdout)).toEqual({ Authorization: SECRET });
    });

    test('are not printed for another', async () => {
      keep([ORIGIN]);
      for (const env of [url('https://evil.example/mcp'), keyring.variables])
        expect(await runCli(ARGS, { env })).toMatchObject({ code: 78, stdout: '' });
      expect(
        await runCli([...ARGS, `X-Other=${REFERENCE}`], { env: url('https://api.example.com') }),
      ).toMatchObject({ code: 78, stdout: '' });
    });

    const noScript = hasCommand('script') ? '' : ' (SKIPPED: needs script)';
    test.skipIf(noScript !== '')(`are not printed to a terminal${noScript}`, async () => {
      keep([ORIGIN]);
      const call = `"${NODE}" "${LAUNCHED[0]}" headers "Authorization=${REFERENCE}"`;
      const { stdout } = await runProgram('script', ['-qec', call, '/dev/null'], {
        env: url('https://api.example.com'),
      });
      expect(stdout).toContain('mcp-lint secret show');
      expect(stdout).not.toContain(SECRET);
    });
  });
});

const sdk = (path: string) => join(ROOT, 'node_modules/@modelcontextprotocol/sdk/dist/esm', path);

/** Where a text is found in what the system tells of processes: `PID environ`, `PID cmdline`. */
function processesWith(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => ['environ', 'cmdline'].map((file) => `${pid} ${file}`))
    .filter((place) => {
      try {
        return readFileSync(join('/proc', place.replace(' ', '/'))).includes(text);
      } catch {
        return false;
      }
    });
}
