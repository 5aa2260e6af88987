import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { walk } from '../../src/discover/walk.ts';
import { asOrdinaryUser } from './ordinary-user.ts';
import { folderWith } from './temporary-folder.ts';

const below = (folder: string, files: readonly string[]) =>
  files.map((file) => file.slice(folder.length + 1));

describe('walk', () => {
  it('finds configs by name, in hidden folders too, in sorted order', () => {
    const folder = folderWith([
      'z/.mcp.json',
      'a/.cursor/mcp.json',
      'a/.hidden/deep/.vscode/mcp.json',
      '.mcp.json',
      'claude_desktop_config.json',
      'package.json',
      'settings.json',
      '.claude/settings.json',
      'src/index.ts',
    ]);
    const found = walk(folder);
    expect(below(folder, found.files)).toEqual([
      '.claude/settings.json',
      '.mcp.json',
      'a/.cursor/mcp.json',
      'a/.hidden/deep/.vscode/mcp.json',
      'claude_desktop_config.json',
      'z/.mcp.json',
    ]);
    expect(below(folder, found.others)).toEqual(['package.json', 'settings.json', 'src/index.ts']);
    expect(found.unreadable).toEqual([]);
  });

  it('leaves .git and node_modules out, at any depth, but not when it starts there', () => {
    const folder = folderWith([
      '.git/mcp.json',
      'node_modules/p/.mcp.json',
      'a/node_modules/.mcp.json',
      'a/.git/x/mcp.json',
    ]);
    expect(walk(folder).files).toEqual([]);
    expect(below(folder, walk(join(folder, 'node_modules')).files)).toEqual(['node_modules/p/.mcp.json']);
  });

  it('searches a folder that is named like a config', () => {
    const folder = folderWith(['mcp.json/.mcp.json', '.mcp.json/readme']);
    expect(below(folder, walk(folder).files)).toEqual(['mcp.json/.mcp.json']);
  });

  it.runIf(process.platform !== 'win32')('follows links to files, not to folders, and survives loops', () => {
    const outside = folderWith(['config.json', 'more/.mcp.json']);
    const folder = folderWith(['a/.mcp.json']);
    symlinkSync(join(outside, 'config.json'), join(folder, 'mcp.json'));
    symlinkSync(join(outside, 'more'), join(folder, 'more'));
    symlinkSync(join(outside, 'more'), join(folder, 'mcp-folder.json'));
    symlinkSync('..', join(folder, 'a', 'up'));
    symlinkSync('mcp-loop.json', join(folder, 'mcp-loop.json'));
    symlinkSync('nowhere', join(folder, 'mcp-broken.json'));
    const found = walk(folder);
    expect(below(folder, found.files)).toEqual(['a/.mcp.json', 'mcp.json']);
    expect(found.unreadable).toEqual([]);
  });

  it.runIf(process.platform !== 'win32')('passes over pipes', () => {
    const folder = folderWith(['.mcp.json']);
    execFileSync('mkfifo', [join(folder, 'mcp.json')]);
    expect(below(folder, walk(folder).files)).toEqual(['.mcp.json']);
  });

  it.runIf(process.platform !== 'win32')('tells folders that it may not list, and goes on', async () => {
    const folder = folderWith(['closed/.mcp.json', 'open/.mcp.json']);
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed'), 0);
    const found = await asOrdinaryUser(async () => walk(folder));
    chmodSync(join(folder, 'closed'), 0o700);
    expect(below(folder, found.files)).toEqual(['open/.mcp.json']);
    expect(below(folder, found.unreadable)).toEqual(['closed']);
  });

  it('counts the folders, and says so on the way', () => {
    const folder = folderWith([]);
    for (let index = 0; index < 600; index++) mkdirSync(join(folder, `f${index}`));
    const heard: number[] = [];
    const found = walk(folder, (folders) => heard.push(folders));
    expect(found.folders).toBe(601);
    expect(heard).toEqual([256, 512]);
  });

  it('hands on what the listener throws', () => {
    const folder = folderWith([]);
    for (let index = 0; index < 300; index++) mkdirSync(join(folder, `f${index}`));
    const stop = () => {
      throw new Error('stop');
    };
    expect(() => walk(folder, stop)).toThrow('stop');
  });
});
