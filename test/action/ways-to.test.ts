import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { waysTo } from '../../src/action/ways-to.ts';
import { folderOf, temporaryFolder } from '../support/cli.ts';

test('follows the links on the way to a file, one by one, as long as they stay', () => {
  const outside = temporaryFolder();
  const root = folderOf({ 'real/deep/x.json': '{}' });
  const links = { alias: 'real/deep', 'real/up': '..', 'x.json': 'alias/x.json', loop: 'loop', out: outside };
  for (const [path, to] of Object.entries(links)) symlinkSync(to, join(root, path));
  const ways = (path: string) => waysTo(join(root, path), root).map((way) => way.replace(`${root}/`, ''));
  expect(ways('real/deep/x.json')).toEqual(['real/deep/x.json']);
  expect(ways('x.json')).toEqual(['x.json', 'alias/x.json', 'real/deep/x.json']);
  expect(ways('real/up/alias/x.json')).toEqual(['real/up/alias/x.json', 'alias/x.json', 'real/deep/x.json']);
  expect(ways('out/a')).toEqual(['out/a', join(outside, 'a')]);
  expect(new Set(ways('loop'))).toEqual(new Set(['loop']));
  expect(ways('not/there')).toEqual(['not/there']);
});
