import { execFileSync, spawnSync } from 'node:child_process';
import { devNull } from 'node:os';

/** Tests of the index against git itself need git. */
export const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) console.warn('git is missing: the tests that compare with it do not run');

/** Runs git in a folder, away from the settings of the user. */
export function git(folder: string, ...args: readonly string[]): string {
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
  };
  const identity = [
    '-c',
    'user.name=n',
    '-c',
    'user.email=e@example.com',
    '-c',
    'protocol.file.allow=always',
  ];
  return execFileSync('git', [...identity, ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}
