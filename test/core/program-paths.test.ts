import { expect, test } from 'vitest';
import { programPaths } from '../../src/core/program-paths.ts';

test('absolute folders of PATH, in its order', () => {
  const variables = { PATH: '/usr/local/bin:.::bin:/usr/bin/' };
  expect(programPaths('op', variables, 'linux')).toEqual(['/usr/local/bin/op', '/usr/bin/op']);
});

test('on Windows with the endings that a program may have', () => {
  const variables = { Path: 'C:\\Tools;tools;D:\\bin' };
  expect(programPaths('op', variables, 'windows')).toEqual(['C:\\Tools\\op.exe', 'D:\\bin\\op.exe']);
  expect(programPaths('npx', variables, 'windows', ['.exe', '.cmd'])).toEqual([
    'C:\\Tools\\npx.exe',
    'C:\\Tools\\npx.cmd',
    'D:\\bin\\npx.exe',
    'D:\\bin\\npx.cmd',
  ]);
});

test('nowhere without PATH', () => {
  expect(programPaths('op', {}, 'macos')).toEqual([]);
});
