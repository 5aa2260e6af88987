import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { formatOutputs } from '../../src/action/outputs.ts';
import { checkPaths, prepareResultFile } from '../../src/action/workspace.ts';
import { folderOf, temporaryFolder, writeInto } from '../support/cli.ts';

const outside = temporaryFolder();
const target = writeInto(outside, 'target', 'theirs');

test('takes paths in the workspace only', () => {
  const root = folderOf({ 'a/.mcp.json': '{}' });
  symlinkSync(outside, join(root, 'link'));
  symlinkSync(join(root, 'a'), join(root, 'inside'));
  checkPaths(['.', 'a', 'inside', join(root, 'a'), '**/*.json', 'not-there'], { root });
  for (const path of ['..', '../x', '/', outside, 'link', 'a/../..', '../**'])
    expect(() => checkPaths([path], { root })).toThrow('leads out of the workspace');
});

test('writes results into the workspace or the folder of the runner, through no link', () => {
  const root = folderOf({ 'old.sarif': 'theirs' });
  const temporary = temporaryFolder();
  const workspace = { root, temporary };
  symlinkSync(target, join(root, 'link.sarif'));
  symlinkSync(outside, join(root, 'folder'));
  mkdirSync(join(root, 'is-folder'));
  for (const path of ['old.sarif', 'link.sarif', 'new/deep/x.sarif', join(temporary, 'x.sarif')]) {
    const written = resolve(root, path);
    const file = prepareResultFile(path, workspace);
    expect(existsSync(written)).toBe(false);
    file.write('ours');
    expect(readFileSync(written, 'utf8')).toBe('ours');
  }
  expect(readFileSync(target, 'utf8')).toBe('theirs');
  for (const path of [
    '..',
    '.',
    '../x',
    'folder/x.sarif',
    'folder/new/x.sarif',
    '.git/config',
    'a/.Git/x',
    target,
  ])
    expect(() => prepareResultFile(path, workspace)).toThrow(/workspace/);
  expect(() => prepareResultFile('is-folder', workspace)).toThrow('is a folder');
});

test('no value of an output ends itself', () => {
  const [first, ...rest] = formatOutputs({ 'sarif-file': 'x\nend\nerrors<<end', errors: 1 }).split('\n');
  const end = first!.slice('sarif-file<<'.length);
  expect(end).toMatch(/^end-[0-9a-f-]{36}$/);
  expect(rest.slice(0, 4)).toEqual(['x', 'end', 'errors<<end', end]);
});
