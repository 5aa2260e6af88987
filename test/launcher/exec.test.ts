import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Machine } from '../../src/core/machine.ts';
import { Secret } from '../../src/core/secret.ts';
import type { Use } from '../../src/core/use.ts';
import { useOfStart } from '../../src/launcher/command-use.ts';
import { prepareCommand } from '../../src/launcher/exec.ts';
import { prepareHeaders } from '../../src/launcher/headers.ts';
import type { Refusal } from '../../src/launcher/refusal.ts';
import { seal } from '../../src/vaults/envelope.ts';
import { madeUp, temporaryFolder, writeInto } from '../support/cli.ts';
import { type FakeVault, fakeVault } from '../support/fake-vault.ts';

const ACCOUNT = 'claude-code/github/GITHUB_TOKEN';
const REFERENCE = `keychain://mcp-lint/${ACCOUNT}`;
const SECRET = madeUp(30);
const WORDS = ['server', '--stdio'];

function machineWith(variables: Record<string, string>): Machine {
  const bin = temporaryFolder();
  writeInto(bin, 'server', '#!/bin/sh\n', 0o755);
  writeInto(bin, 'data', '', 0o644);
  return {
    os: 'linux',
    home: '/home/me',
    variables: { PATH: bin, HOME: '/home/me', ...variables },
    cwd: temporaryFolder(),
  };
}

/** The vault keeps the credential for this very start, and for what else is given. */
function vaultFor(machine: Machine, words: readonly string[] = WORDS, place = 'env GITHUB_TOKEN'): FakeVault {
  const use = useOfStart({ words, place, environment: {}, surroundings: machine.variables }, false);
  return vaultWith([use]);
}

function vaultWith(uses: readonly Use[], secret = SECRET): FakeVault {
  const vault = fakeVault();
  vault.kept.set(ACCOUNT, seal({ secret: new Secret(secret), uses }).reveal());
  return vault;
}

function refusalOf(call: () => unknown): Refusal {
  try {
    call();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('nothing was refused');
}

const exec = (words: readonly string[], machine: Machine, vault: FakeVault) =>
  prepareCommand(words, machine, () => vault);

test('a reference is replaced in a variable, and nothing else changes', () => {
  const machine = machineWith({ GITHUB_TOKEN: REFERENCE, OTHER: 'x', 'odd name': 'y', __proto__x: 'z' });
  const program = exec(['--', ...WORDS], machine, vaultFor(machine));
  expect(program).toEqual({
    path: join(machine.variables['PATH']!, 'server'),
    words: WORDS,
    environment: { ...machine.variables, GITHUB_TOKEN: SECRET },
  });
});

test('a reference is replaced among the arguments', () => {
  const machine = machineWith({});
  const words = ['server', '--token', REFERENCE];
  const program = exec(words, machine, vaultFor(machine, words, 'argument'));
  expect(program.words).toEqual(['server', '--token', SECRET]);
  expect(program.environment).toEqual(machine.variables);
});

test('one item is read once, and only when it is needed', () => {
  const machine = machineWith({ GITHUB_TOKEN: REFERENCE });
  const vault = vaultFor(machine);
  exec(WORDS, machine, vault);
  expect(vault.calls).toEqual([`read ${ACCOUNT}`]);
  const bare = fakeVault();
  expect(exec(WORDS, machineWith({ TOKEN: 'keychain://other/a/b/c' }), bare).words).toEqual(WORDS);
  expect(bare.calls).toEqual([]);
});

test.each(['child_process', 'net,CHILD_PROCESS', '*', 'child_*'])(
  'nothing is read while Node.js prints what it starts: NODE_DEBUG=%s',
  (NODE_DEBUG) => {
    const machine = machineWith({ GITHUB_TOKEN: REFERENCE });
    const vault = vaultFor(machine);
    const now = { ...machine, variables: { ...machine.variables, NODE_DEBUG } };
    const { exitCode, message } = refusalOf(() => exec(WORDS, now, vault));
    expect({ exitCode, calls: vault.calls }).toEqual({ exitCode: 78, calls: [] });
    expect(message).toContain('NODE_DEBUG');
    expect(exec(WORDS, { ...now, variables: { ...now.variables, GITHUB_TOKEN: '' } }, vault).words).toEqual(
      WORDS,
    );
  },
);

test('other parts of Node.js may print what they do', () => {
  const machine = machineWith({ GITHUB_TOKEN: REFERENCE });
  const vault = vaultFor(machine);
  const now = { ...machine, variables: { ...machine.variables, NODE_DEBUG: 'http' } };
  expect(exec(WORDS, now, vault).environment['GITHUB_TOKEN']).toBe(SECRET);
});

test.each([
  ['no command', [], 2],
  ['only dashes', ['--'], 2],
  ['an option', ['--help'], 2],
  ['a command that is not there', ['nowhere'], 127],
  ['a file that is no program', ['data'], 126],
])('%s has its exit code, and no vault is asked', (_, words, exitCode) => {
  const machine = machineWith({ GITHUB_TOKEN: REFERENCE });
  const vault = vaultFor(machine);
  expect(refusalOf(() => exec(words, machine, vault)).exitCode).toBe(exitCode);
  expect(vault.calls).toEqual([]);
});

test('every failure names the variable, the server and the reference, and what to do', () => {
  const machine = machineWith({ GITHUB_TOKEN: REFERENCE });
  const start = `GITHUB_TOKEN of server "github" (${REFERENCE}): `;
  const cases: [FakeVault, string][] = [
    [
      fakeVault('keychain', { locked: true }),
      'the fake vault is locked. Unlock it and start the server again.',
    ],
    [fakeVault(), 'there is no such entry in Fake Vault.'],
    [fakeVault(), `put it back with "mcp-lint secret set ${REFERENCE}" in a terminal`],
    [vaultWith([]), 'it was stored for something else'],
    [vaultFor(machine, ['server', '--other']), `run "mcp-lint secret allow ${REFERENCE}" in a terminal`],
    [vaultFor(machine, WORDS, 'env OTHER'), 'it was stored for env OTHER, not for env GITHUB_TOKEN'],
    [vaultWith([{ kind: 'origin', header: 'authorization', origin: 'https://x.example' }]), 'something else'],
    [
      fakeVault('keychain', { read: () => new Secret(`{"${SECRET}`) }),
      'Store it again with "mcp-lint secret set"',
    ],
    [
      fakeVault('keychain', {
        read: () => {
          throw new Error(SECRET);
        },
      }),
      'it cannot be read.',
    ],
  ];
  for (const [vault, text] of cases) {
    const refusal = refusalOf(() => exec(WORDS, machine, vault));
    expect(refusal.message).toContain(start);
    expect(refusal.message).toContain(text);
    expect(refusal.message).not.toContain(SECRET);
    expect(refusal.message).not.toMatch(/[\n\r]|\.\./);
    expect(refusal.exitCode).toBe(78);
  }
});

test('one of several uses is enough', () => {
  const machine = machineWith({ GITHUB_TOKEN: REFERENCE });
  const use = (words: readonly string[]) =>
    useOfStart({ words, place: 'env GITHUB_TOKEN', environment: {}, surroundings: machine.variables }, false);
  const program = exec(WORDS, machine, vaultWith([use(['server']), use(WORDS), use(['x'])]));
  expect(program.environment['GITHUB_TOKEN']).toBe(SECRET);
});

test('one reference that is refused refuses the start', () => {
  const machine = machineWith({ GITHUB_TOKEN: REFERENCE, MORE: REFERENCE });
  expect(refusalOf(() => exec(WORDS, machine, vaultFor(machine))).message).toContain(
    'MORE of server "github"',
  );
});

test('a credential that would be cut short is refused', () => {
  const machine = machineWith({ GITHUB_TOKEN: REFERENCE });
  const [use] = [
    useOfStart(
      { words: WORDS, place: 'env GITHUB_TOKEN', environment: {}, surroundings: machine.variables },
      false,
    ),
  ];
  expect(refusalOf(() => exec(WORDS, machine, vaultWith([use], 'a\0b'))).exitCode).toBe(78);
});

const URL_NAME = 'CLAUDE_CODE_MCP_SERVER_URL';
const ORIGIN: Use = { kind: 'origin', header: 'authorization', origin: 'https://api.example.com' };
const HEADERS = [`Authorization=${REFERENCE}`];

const headers = (
  args: readonly string[],
  vault: FakeVault,
  url: string | undefined = 'https://api.example.com/mcp',
  toTerminal = false,
) => prepareHeaders(args, machineWith(url === undefined ? {} : { [URL_NAME]: url }), () => vault, toTerminal);

test('headers are one JSON object', () => {
  const second: Use = { kind: 'origin', header: 'x-key', origin: 'https://api.example.com' };
  const vault = vaultWith([ORIGIN, second], 'Bearer "é"');
  expect(JSON.parse(headers([...HEADERS, `X-Key=${REFERENCE}`], vault))).toEqual({
    Authorization: 'Bearer "é"',
    'X-Key': 'Bearer "é"',
  });
  expect(headers(HEADERS, vault, 'https://api.example.com:443/other?x#y')).toContain('Bearer');
});

test.each<[string, string]>([
  ['another host', 'https://evil.example/mcp'],
  ['another scheme', 'http://api.example.com/mcp'],
  ['another port', 'https://api.example.com:8443/mcp'],
  ['a host that begins like it', 'https://api.example.com.evil.example/'],
  ['a user of that name', 'https://api.example.com@evil.example/'],
])('headers for %s are refused', (_, url) => {
  const refusal = refusalOf(() => headers(HEADERS, vaultWith([ORIGIN]), url));
  expect(refusal.message).toContain('it was stored for https://api.example.com, not for');
  expect(refusal.exitCode).toBe(78);
});

test('headers are refused to a terminal, to nobody in particular, and before any vault is asked', () => {
  const vault = vaultWith([ORIGIN]);
  expect(refusalOf(() => headers(HEADERS, vault, undefined, true)).message).toContain('mcp-lint secret show');
  for (const url of ['', 'no url', 'data:x', 'file:///x'])
    expect(refusalOf(() => headers(HEADERS, vault, url)).exitCode).toBe(78);
  const machine = machineWith({});
  expect(refusalOf(() => prepareHeaders(HEADERS, machine, () => vault, false)).message).toContain(URL_NAME);
  expect(vault.calls).toEqual([]);
});

test('another header, and a command, are refused', () => {
  expect(refusalOf(() => headers([`X-Other=${REFERENCE}`], vaultWith([ORIGIN]))).message).toContain(
    'it was stored for the header authorization, not for X-Other',
  );
  expect(refusalOf(() => headers(HEADERS, vaultFor(machineWith({})))).exitCode).toBe(78);
});

test.each(['a\r\nb', 'a\nb', 'a\0b', 'a\u007f', '\u0416', '\u20ac'])('no header has %j', (value) => {
  const refusal = refusalOf(() => headers(HEADERS, vaultWith([ORIGIN], value)));
  expect(refusal.exitCode).toBe(78);
  expect(refusal.message).not.toContain(value);
});

test.each([
  [[]],
  [['Authorization']],
  [[`=${REFERENCE}`]],
  [[`A b=${REFERENCE}`]],
  [[`X=${SECRET}`]],
  [[`X:=${REFERENCE}`]],
])('arguments that are none: %#', (args) => {
  const refusal = refusalOf(() => headers(args, vaultWith([ORIGIN])));
  expect(refusal.exitCode).toBe(2);
  expect(refusal.message).not.toContain(SECRET);
});

test('the same header twice is a mistake', () => {
  expect(
    refusalOf(() => headers([...HEADERS, `authorization=${REFERENCE}`], vaultWith([ORIGIN]))).exitCode,
  ).toBe(2);
});
