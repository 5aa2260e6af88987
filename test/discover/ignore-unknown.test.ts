import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/discover/discover.ts';
import { folderWith } from './temporary-folder.ts';

const CONFIG = '{"mcpServers": {"x": {"command": "y"}}}';

async function find(cwd: string, paths: readonly string[]) {
  const { files, problems } = await discover(paths, { cwd, ignoreUnknown: true, respectGitignore: false });
  return {
    files: files.map(({ path, origin }) => `${path}: ${origin}`),
    problems: problems.map(({ path, problem }) => `${path}: ${problem!.code}`),
  };
}

describe('named files, without those that are unknown', () => {
  it('are the ones that a search of their folder takes', async () => {
    const cwd = folderWith({
      '.mcp.json': '{}',
      'misc/tools.json': CONFIG,
      'package.json': '{"name": "x"}',
      'broken.json': '{"name": ',
      'notes.txt': CONFIG,
      'src/server.ts': 'export const x = 1;',
      'logo.png': '\0',
      'node_modules/x/.mcp.json': CONFIG,
      'public/.well-known/oauth-protected-resource': '{}',
    });
    const all = [
      '.mcp.json',
      'misc/tools.json',
      'package.json',
      'broken.json',
      'notes.txt',
      'src/server.ts',
      'logo.png',
      'node_modules/x/.mcp.json',
      'public/.well-known/oauth-protected-resource',
    ];
    const taken = [
      '.mcp.json: known',
      `${join('misc', 'tools.json')}: possible`,
      `${join('public', '.well-known', 'oauth-protected-resource')}: known`,
    ];
    expect(await find(cwd, all)).toEqual({ files: taken, problems: [] });
    expect(
      (
        await find(
          cwd,
          all.map((path) => join(cwd, path)),
        )
      ).files,
    ).toEqual(taken);
    expect((await find(cwd, ['.'])).files.sort()).toEqual([...taken].sort());
    expect((await find(cwd, ['**/*'])).files.sort()).toEqual([...taken].sort());
  });

  it('are told when they are not there, but for links that lead nowhere', async () => {
    const cwd = folderWith([]);
    symlinkSync('nowhere', join(cwd, 'dangling.mcp.json'));
    symlinkSync('loop.mcp.json', join(cwd, 'loop.mcp.json'));
    expect(await find(cwd, ['dangling.mcp.json', 'loop.mcp.json', 'gone.txt', 'gone.mcp.json'])).toEqual({
      files: [],
      problems: ['gone.txt: not-found', 'gone.mcp.json: not-found'],
    });
  });

  it('may lie in a folder of packages that one works in', async () => {
    const cwd = join(folderWith({ 'node_modules/x/.mcp.json': CONFIG }), 'node_modules', 'x');
    expect((await find(cwd, ['.mcp.json', join(cwd, '.mcp.json')])).files).toEqual(['.mcp.json: known']);
  });
});
