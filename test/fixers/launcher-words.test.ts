import { describe, expect, test } from 'vitest';
import type { Machine } from '../../src/core/machine.ts';
import type { Disk } from '../../src/fixers/disk.ts';
import { chooseLauncher, type LauncherRequest } from '../../src/fixers/launcher-words.ts';

const MINE = {
  node: '/home/me/.nvm/versions/node/v22.1.0/bin/node',
  script: '/home/me/lib/node_modules/mcp-lint/dist/cli.cjs',
  version: '1.2.3',
};

/** Files by path; a value is where a link leads. */
function diskOf(files: Readonly<Record<string, string>>): Disk {
  const isFile = (path: string) => Object.hasOwn(files, path);
  return { isFile, isProgram: isFile, realPath: (path) => (isFile(path) ? files[path] || path : undefined) };
}

const machineOf = (os: Machine['os'], variables: Record<string, string>): Machine => ({
  os,
  home: '/home/me',
  variables,
  cwd: '/',
});

function choose(
  files: readonly string[] | Readonly<Record<string, string>>,
  request: Partial<LauncherRequest> & { readonly path?: string; readonly os?: Machine['os'] },
) {
  const { path = '/usr/local/bin:/usr/bin', os = 'linux', ...rest } = request;
  const named = Array.isArray(files) ? Object.fromEntries(files.map((file) => [file, ''])) : files;
  return chooseLauncher(
    {
      choice: ['auto'],
      shared: false,
      machine: machineOf(os, { PATH: path, TMPDIR: '/scratch' }),
      installation: MINE,
      ...rest,
    },
    diskOf(named as Readonly<Record<string, string>>),
  );
}

describe('a file of the user', () => {
  test('by name where every program finds mcp-lint and Node.js', () => {
    expect(choose(['/usr/local/bin/mcp-lint', '/usr/bin/node', MINE.script], {})).toMatchObject({
      words: ['mcp-lint'],
    });
  });

  test.each([
    [
      'Node.js is found in a terminal only',
      ['/usr/local/bin/mcp-lint', '/opt/n/node', MINE.script],
      '/usr/local/bin:/opt/n',
      'linux',
    ],
    [
      'mcp-lint is found in a terminal only',
      ['/opt/n/mcp-lint', '/usr/bin/node', MINE.script],
      '/opt/n:/usr/bin',
      'linux',
    ],
    [
      'macOS has a shorter PATH for applications',
      ['/usr/local/bin/mcp-lint', '/usr/local/bin/node', MINE.script],
      '/usr/local/bin',
      'macos',
    ],
  ] as const)('by the path of this installation: %s', (_, files, path, os) => {
    expect(choose(files, { path, os })).toMatchObject({ words: [MINE.node, MINE.script] });
  });

  test('Node.js is called by a name that stays when it is updated', () => {
    const node = '/opt/homebrew/Cellar/node/22.1.0/bin/node';
    const files = { [MINE.script]: '', '/opt/homebrew/bin/node': node };
    expect(choose(files, { os: 'macos', installation: { ...MINE, node } })).toMatchObject({
      words: ['/opt/homebrew/bin/node', MINE.script],
    });
  });

  test('Windows', () => {
    const mine = {
      ...MINE,
      node: 'C:\\Program Files\\nodejs\\node.exe',
      script: 'C:\\Users\\me\\AppData\\Roaming\\npm\\node_modules\\mcp-lint\\dist\\cli.cjs',
    };
    const files = ['C:\\Users\\me\\AppData\\Roaming\\npm\\mcp-lint.cmd', mine.script];
    expect(
      choose(files, { os: 'windows', path: 'C:\\Users\\me\\AppData\\Roaming\\npm', installation: mine }),
    ).toMatchObject({
      words: [mine.node, mine.script],
    });
  });

  test.each([
    '/home/me/.npm/_npx/a1b2/node_modules/mcp-lint/dist/cli.cjs',
    '/tmp/x/dist/cli.cjs',
    '/scratch/x/dist/cli.cjs',
    '/home/me/gone/dist/cli.cjs',
  ])('refused from a folder that will not last: %s', (script) => {
    const files = script.includes('gone') ? [] : [script];
    expect(choose(files, { installation: { ...MINE, script } })).toEqual({
      refusal:
        'mcp-lint runs from a folder that will not last: install it with "npm install --global mcp-lint", or say "--launcher npx"',
    });
  });

  test('run through npx, one that is installed is called', () => {
    const files = { '/opt/n/mcp-lint': MINE.script, [MINE.script]: '' };
    const script = '/home/me/.npm/_npx/a1b2/node_modules/mcp-lint/dist/cli.cjs';
    expect(choose(files, { path: '/opt/n', installation: { ...MINE, script } })).toMatchObject({
      words: [MINE.node, MINE.script],
    });
  });

  test('what npx and npm put on the PATH is not an installed one', () => {
    const files = [
      '/home/me/.npm/_npx/a1b2/node_modules/.bin/mcp-lint',
      '/home/me/p/node_modules/.bin/mcp-lint',
    ];
    const path = '/home/me/.npm/_npx/a1b2/node_modules/.bin:/home/me/p/node_modules/.bin';
    expect(choose(files, { path, shared: true })).toHaveProperty('refusal');
  });
});

describe('a file for others', () => {
  test('by name, wherever it is here', () => {
    expect(choose(['/opt/n/mcp-lint'], { shared: true, path: '/opt/n' })).toEqual({
      words: ['mcp-lint'],
      why: 'The file is shared, so it calls mcp-lint by its name.',
    });
  });

  test('not when it is not here: the server would not start', () => {
    expect(choose([], { shared: true })).toEqual({
      refusal: expect.stringContaining('npm install --global mcp-lint'),
    });
  });
});

describe('as the user wants', () => {
  test('npx, with this version', () => {
    expect(choose(['/usr/bin/npx'], { choice: ['npx'] })).toMatchObject({
      words: ['npx', '-y', 'mcp-lint@1.2.3'],
    });
    expect(choose([], { choice: ['npx'] })).toEqual({ refusal: 'npx is not on the PATH of this machine' });
  });

  test.each([
    [['/opt/node', '/opt/cli.cjs'], ['/opt/node', '/opt/cli.cjs'], undefined],
    [['mcp-lint'], ['/usr/bin/mcp-lint'], undefined],
    [['mcp-lint'], [], 'the launcher "mcp-lint" is not there'],
    [['/opt/node', '/opt/cli.cjs'], ['/opt/node'], 'the launcher "/opt/cli.cjs" is not there'],
  ])('%j', (choice, files, refusal) => {
    expect(choose(files, { choice })).toMatchObject(refusal === undefined ? { words: choice } : { refusal });
  });
});
