import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeStateFolder, stateFolder } from '../../src/fixers/state-folder.ts';
import { folderWith } from '../discover/temporary-folder.ts';
import { machineAt } from '../support/transaction-plan.ts';

describe('stateFolder', () => {
  const home = '/home/ana';
  test.each([
    ['linux', {}, '/home/ana/.local/state/mcp-lint'],
    ['linux', { XDG_STATE_HOME: '/state' }, '/state/mcp-lint'],
    ['linux', { XDG_STATE_HOME: 'relative' }, '/home/ana/.local/state/mcp-lint'],
    ['linux', { XDG_STATE_HOME: '' }, '/home/ana/.local/state/mcp-lint'],
    ['macos', { XDG_STATE_HOME: '/state' }, '/home/ana/Library/Application Support/mcp-lint'],
    ['windows', { LOCALAPPDATA: '/local' }, '/local/mcp-lint'],
    ['windows', {}, '/home/ana/AppData/Local/mcp-lint'],
  ] as const)('on %s with %j', (os, variables, folder) => {
    expect(stateFolder({ os, home, variables, cwd: home })).toBe(folder);
  });
});

describe.skipIf(process.platform === 'win32')('makeStateFolder', () => {
  const modeOf = (path: string) => statSync(path).mode & 0o777;

  test('makes it for its user alone', () => {
    const machine = machineAt(folderWith([]));
    expect(modeOf(makeStateFolder(machine))).toBe(0o700);
  });

  test('takes it away from others', () => {
    const home = folderWith([]);
    const folder = join(home, '.local/state/mcp-lint');
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    makeStateFolder(machineAt(home));
    expect(modeOf(folder)).toBe(0o700);
  });
});
