import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findProgram } from '../../src/launcher/find-program.ts';
import { isSameProgram } from '../../src/launcher/same-program.ts';
import { folderOf, temporaryFolder, writeInto } from '../support/cli.ts';

const search = (folders: readonly string[], folder = '/') => ({ folders, folder, windows: false });

test('the first file that may be executed is it', () => {
  const folder = folderOf({ 'a/tool': '', 'b/tool': '#!/bin/sh\n', 'c/tool': '#!/bin/sh\n' });
  const [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, name)) as [string, string, string];
  chmodSync(join(b, 'tool'), 0o755);
  chmodSync(join(c, 'tool'), 0o755);
  expect(findProgram('tool', search([a, '/nowhere', b, c]))).toEqual({ path: join(b, 'tool') });
  expect(findProgram('tool', search([a]))).toEqual({ problem: 'not executable' });
  expect(findProgram('tool', search(['/nowhere']))).toEqual({ problem: 'missing' });
  expect(findProgram('tool', search([]))).toEqual({ problem: 'missing' });
  expect(findProgram('', search([b]))).toEqual({ problem: 'missing' });
  expect(findProgram('./tool', search([a], b))).toEqual({ path: join(b, 'tool') });
  expect(findProgram('b/tool', search([a], folder))).toEqual({ path: join(b, 'tool') });
  expect(findProgram(join(c, 'tool'), search([]))).toEqual({ path: join(c, 'tool') });
});

test('a folder is no program', () => {
  const folder = folderOf({ 'tool/x': '' });
  expect(findProgram('tool', search([folder]))).toEqual({ problem: 'not executable' });
});

test('on one system, a path is the same program only if it is the same path', () => {
  for (const other of ['/usr/bin/npx2', '/usr/local/bin/npx', '/usr/bin/x/npx', '/tmp/npx'])
    expect(isSameProgram('/usr/bin/npx', other, false)).toBe(false);
  expect(isSameProgram('/usr/bin/npx', '/usr/bin/npx', false)).toBe(true);
  expect(isSameProgram('C:\\x\\npx.cmd', 'c:\\X\\NPX.CMD', true)).toBe(true);
});

test.each([
  ['/home/me/.nvm/versions/node/v18.1.0/bin/npx', '/home/me/.nvm/versions/node/v22.0.0/bin/npx', true],
  ['/run/user/1/fnm_multishells/12_3/bin/npx', '/run/user/1/fnm_multishells/9_8/bin/npx', true],
  ['/opt/homebrew/Cellar/node/21.1/bin/npx', '/opt/homebrew/Cellar/node/22.4_1/bin/npx', true],
  ['/home/me/.asdf/installs/nodejs/20.1/bin/npx', '/home/me/.asdf/installs/python/20.1/bin/npx', false],
  ['/home/me/.nvm/versions/node/v18.1.0/bin/npx', '/home/me/.nvm/versions/node/v18.1.0/bin/node', false],
  ['/home/me/.nvm/versions/node/v18.1.0/bin/npx', '/home/you/.nvm/versions/node/v18.1.0/bin/npx', false],
  ['/home/me/.nvm/versions/node/v18.1.0/bin/npx', '/home/me/p/.nvm/versions/node/v1/bin/npx', false],
  ['/home/me/.nvm/versions/node/v18.1.0/bin/npx', '/home/me/.nvm/versions/node/../bin/npx', false],
  ['/home/me/server-1.0/bin/x', '/home/me/server-2.0/bin/x', false],
])('an upgrade is the same program: %s, %s: %s', (kept, found, same) => {
  expect(isSameProgram(kept, found, false)).toBe(same);
});

test('folders are followed, files are not', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'real'));
  writeInto(folder, 'real/tool', '', 0o755);
  symlinkSync('real', join(folder, 'linked'));
  symlinkSync('tool', join(folder, 'real/other'));
  const at = (path: string) => join(folder, path);
  expect(isSameProgram(at('real/tool'), at('linked/tool'), false)).toBe(true);
  expect(isSameProgram(at('real/tool'), at('real/other'), false)).toBe(false);
});
