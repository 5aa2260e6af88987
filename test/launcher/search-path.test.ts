import { expect, test } from 'vitest';
import type { Start } from '../../src/launcher/command-use.ts';
import {
  allowedFolders,
  allowedPath,
  recordFolders,
  searchedFolders,
} from '../../src/launcher/search-path.ts';

const start = (environment: Start['environment'], folder = '/project'): Start => ({
  words: ['npx'],
  place: 'env A',
  environment,
  surroundings: {},
  folder,
});

/** A use that was stored with a PATH. */
const storedWith = (PATH: string, windows = false) => ({
  kind: 'command' as const,
  place: 'env A',
  program: '/usr/bin/npx',
  words: ['npx'],
  variables: recordFolders(start({ PATH }), windows),
});

test('folders are absolute, in their order', () => {
  expect(searchedFolders(start({ PATH: '/a:b::/c/:/' }), false)).toEqual([
    '/a',
    '/project/b',
    '/project',
    '/c',
    '/',
  ]);
  expect(searchedFolders(start({}), false)).toEqual([]);
  expect(searchedFolders(start({ Path: 'C:\\a;;D:\\b\\;C:\\' }, 'C:\\p'), true)).toEqual([
    'C:\\a',
    'D:\\b',
    'C:\\',
  ]);
});

test('a PATH with known folders stays as it is written', () => {
  const use = storedWith('/home/me/bin:/opt/x');
  for (const PATH of ['/home/me/bin:/usr/bin', '/usr/bin', '/opt/x/:/bin:/usr/local/bin'])
    expect(allowedPath(use, start({ PATH }), false)).toBe(PATH);
});

test('an empty PATH, which execvp reads as the working directory, is never handed on', () => {
  const use = storedWith('/home/me/bin');
  for (const PATH of ['', ':', '.', '/tmp/evil'])
    expect(allowedPath(use, start({ PATH }), false)).toBe('/usr/bin:/bin');
  expect(allowedPath(use, start({}), false)).toBeUndefined();
});

test.each([
  ['in front', '/tmp/evil:/usr/bin'],
  ['relative', 'evil:/usr/bin'],
  ['the working directory', ':/usr/bin'],
  ['a dot', '.:/usr/bin'],
  ['through a step up', '/home/me/bin/../evil:/usr/bin'],
  ['that looks like a managed one', '/tmp/.nvm/versions/node/v20/bin:/usr/bin'],
])('a new folder is left out: %s', (_, PATH) => {
  const use = storedWith('/home/me/bin:/home/me/.nvm/versions/node/v18.1.0/bin');
  expect(allowedFolders(use, start({ PATH }), false)).toEqual(['/usr/bin']);
  expect(allowedPath(use, start({ PATH }), false)).toBe('/usr/bin');
});

test('a relative folder that was there is that folder', () => {
  const use = storedWith('bin');
  expect(allowedFolders(use, start({ PATH: 'bin' }), false)).toEqual(['/project/bin']);
  expect(allowedFolders(use, start({ PATH: 'bin' }, '/other'), false)).toEqual([]);
});

test('an upgrade through a manager of versions is no new folder', () => {
  const use = storedWith('/home/me/.nvm/versions/node/v18.1.0/bin');
  const PATH = '/home/me/.nvm/versions/node/v22.3.0/bin:/bin';
  expect(allowedPath(use, start({ PATH }), false)).toBe(PATH);
});

test('what npm puts in front is taken off, on the day of storing too', () => {
  const byNpm = { npm_execpath: '/usr/lib/npm-cli.js' };
  const front = '/home/me/.npm/_npx/1/node_modules/.bin:/project/node_modules/.bin:/usr/lib/node-gyp-bin';
  const asked = start({ PATH: `${front}:/usr/bin:/project/node_modules/.bin`, ...byNpm });
  expect(searchedFolders(asked, false)).toEqual(['/usr/bin', '/project/node_modules/.bin']);
  expect(allowedPath(storedWith('/usr/bin'), asked, false)).toBe('/usr/bin');
});

test('the values are not kept', () => {
  expect(JSON.stringify(recordFolders(start({ PATH: '/secret-place:/usr/bin' }), false))).not.toContain(
    'secret',
  );
});

test('Windows does not tell cases apart', () => {
  const use = storedWith('C:\\Tools', true);
  const asked = start({ Path: 'c:\\tools;c:\\windows\\system32;C:\\evil' }, 'C:\\p');
  expect(allowedPath(use, asked, true)).toBe('c:\\tools;c:\\windows\\system32');
});
