import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSettings } from '../../src/settings/find-settings.ts';
import { folderOf, temporaryFolder, writeInto } from '../support/cli.ts';
import { load, refusal } from './support.ts';

const OFF = { rules: { 'inline-credential': 'off' } };
const LEVELS = { 'inline-credential': 'off' };

describe('where settings are found', () => {
  test.each([
    ['mcp-lint.config.json', OFF],
    ['mcp-lint.config.jsonc', '// why\n{ "rules": { "inline-credential": "off", }, }'],
    ['package.json', { name: 'x', mcpLint: OFF }],
  ])('%s', async (name, content) => {
    const { settings, root } = await load({ files: { [name]: content } });
    expect(settings).toMatchObject({ levels: LEVELS, files: [name], base: root });
  });

  test('nothing where there is none', async () => {
    expect((await load({ files: { 'package.json': { name: 'x' } } })).settings).toBeUndefined();
    expect((await load({ files: { 'mcp-lint.config.json': OFF }, config: false })).settings).toBeUndefined();
  });

  test('in a folder above, the nearest alone', async () => {
    const files = {
      'mcp-lint.config.json': { exclude: ['outer'] },
      'a/mcp-lint.config.json': OFF,
      'a/b/c.txt': '',
    };
    const { settings, root } = await load({ files, cwd: 'a/b' });
    expect(settings).toMatchObject({ levels: LEVELS, exclude: [], base: join(root, 'a') });
    expect(settings!.files).toEqual([join(root, 'a/mcp-lint.config.json')]);
  });

  test('a package.json without the key is passed over, also when it only mentions it', async () => {
    const files = {
      'mcp-lint.config.json': OFF,
      'a/package.json': { keywords: ['mcpLint'], nested: { mcpLint: { rules: 3 } } },
    };
    expect((await load({ files, cwd: 'a' })).settings).toMatchObject({ levels: LEVELS });
  });

  test('not above the root of the repository, nor above the home folder', async () => {
    const root = folderOf({
      'mcp-lint.config.json': OFF,
      'repo/.git/HEAD': 'ref: refs/heads/main\n',
      'repo/a/x.txt': '',
      'home/project/x.txt': '',
    });
    expect(await findSettings({ cwd: join(root, 'repo/a') })).toBeUndefined();
    const home = join(root, 'home');
    expect(await findSettings({ cwd: join(home, 'project'), home })).toBeUndefined();
  });

  test('outside of both only the current folder counts', async () => {
    const root = folderOf({ 'mcp-lint.config.json': OFF, 'a/x.txt': '' });
    expect(await findSettings({ cwd: join(root, 'a') })).toBeUndefined();
    expect(await findSettings({ cwd: root })).toMatchObject({ levels: LEVELS });
  });

  test('two in one folder are an error', async () => {
    const files = { 'mcp-lint.config.jsonc': '{}' };
    expect(await refusal({}, { files })).toBe(
      'There are two config files in one folder: mcp-lint.config.json and mcp-lint.config.jsonc. Keep one.',
    );
  });
});

describe('a file that is named', () => {
  test('any name will do', async () => {
    const files = { 'lint/strict.json': OFF };
    const { settings, root } = await load({ files, config: 'lint/strict.json' });
    expect(settings).toMatchObject({ levels: LEVELS, base: join(root, 'lint') });
  });

  test.each([
    ['missing.json', 'missing.json: no such file or folder.'],
    ['a.yaml', 'a.yaml: the name of a config file ends in .json, .jsonc, .ts, .mts, .js, .mjs or .cjs.'],
    ['package.json', 'package.json has no "mcpLint".'],
    ['folder.json', 'folder.json: a folder.'],
  ])('%s', async (config, message) => {
    const files = { 'package.json': {}, 'a.yaml': '', 'folder.json/x': '' };
    await expect(load({ files, config })).rejects.toThrow(message);
  });
});

describe('code', () => {
  const boom = 'throw new Error("this must not run")';

  test.each(['ts', 'mts', 'js', 'mjs', 'cjs'])(
    'a found .%s is not run, and the message tells how',
    async (ending) => {
      const name = `mcp-lint.config.${ending}`;
      await expect(load({ files: { [name]: boom } })).rejects.toThrow(
        `${name} is code, and code that was only found is not run. To run it: --config ${name}. To go without it: --no-config.`,
      );
    },
  );

  test('JSON does not lead to code, found or named', async () => {
    const config = { extends: './evil.mjs' };
    const files = { 'evil.mjs': boom };
    const message =
      'mcp-lint.config.json:2:14: It is code, which only a config that is code itself may extend.';
    expect(await refusal(config, { files })).toBe(message);
    expect(await refusal(config, { files, config: 'mcp-lint.config.json' })).toBe(message);
  });

  test.each([
    ['a.mjs', `export default ${JSON.stringify(OFF)}`],
    ['a.mjs', `export default Promise.resolve(${JSON.stringify(OFF)})`],
    ['a.cjs', `module.exports = ${JSON.stringify(OFF)}`],
    ['a.mjs', `export { default } from './b.json' with { type: 'json' }`],
  ])('a named %s is run: %s', async (config, code) => {
    const { settings } = await load({ files: { [config]: code, 'b.json': OFF }, config });
    expect(settings).toMatchObject({ levels: LEVELS });
  });

  test('code extends code and JSON, of packages too', async () => {
    const files = {
      'a.mjs': 'export default { extends: ["./b.mjs", "pkg/c.json"], exclude: ["a"] }',
      'b.mjs': 'export default { exclude: ["b"], extends: "@scope/pkg/d.mjs" }',
      'node_modules/pkg/c.json': { exclude: ['c'] },
      'node_modules/@scope/pkg/d.mjs': 'export default { exclude: ["d"] }',
    };
    const { settings } = await load({ files, config: 'a.mjs' });
    expect(settings!.exclude).toEqual(['d', 'b', 'c', 'a']);
  });

  test.each([
    [
      'it throws',
      'const a = 1;\nthrow new TypeError("hunter2 " + a)',
      'a.mjs:2:7: the code of this config failed (TypeError).',
    ],
    [
      'it throws no error',
      'throw "hunter2"',
      'a.mjs: the code of this config failed (no error was thrown, but something else).',
    ],
    [
      'it rejects',
      'export default Promise.reject(new RangeError("hunter2"))',
      'a.mjs:1:31: the code of this config failed (RangeError).',
    ],
    [
      'it exports nothing',
      'export const a = 1',
      'a.mjs exports no config: "export default {…}", or "module.exports = {…}" in .cjs.',
    ],
    ['it exports a function', 'export default () => ({})', 'a.mjs: The config has to be an object.'],
    ['an option is wrong', 'export default { exclude: "hunter2" }', 'a.mjs: "exclude" has to be a list.'],
  ])('%s', async (_, code, message) => {
    const error = await load({ files: { 'a.mjs': code }, config: 'a.mjs' }).catch((caught: Error) => caught);
    expect(error).toMatchObject({ name: 'UsageError', message });
  });
});

describe('extends', () => {
  test('what stands in a file goes before what it extends; lists are joined', async () => {
    const files = {
      'mcp-lint.config.json': {
        extends: ['./shared/base.json', 'pkg/rules.jsonc'],
        rules: { 'exposed-config': 'info' },
        exclude: ['own'],
        baseline: 'known.json',
      },
      'shared/base.json': {
        rules: { 'exposed-config': 'off', 'duplicate-key': 'error' },
        exclude: ['base'],
        baseline: 'known.json',
        fix: { to: 'pass' },
      },
      'node_modules/pkg/rules.jsonc': '{ "rules": { "duplicate-key": "off" } } // of others',
    };
    const { settings, root } = await load({ files });
    expect(settings).toMatchObject({
      files: ['shared/base.json', 'node_modules/pkg/rules.jsonc', 'mcp-lint.config.json'],
      base: root,
      levels: { 'exposed-config': 'info', 'duplicate-key': 'off' },
      exclude: ['base', 'own'],
      baseline: join(root, 'known.json'),
      fixTo: 'pass',
    });
  });

  test('a baseline starts at the folder of its own file', async () => {
    const files = { 'mcp-lint.config.json': { extends: './a/b.json' }, 'a/b.json': { baseline: 'c.json' } };
    const { settings, root } = await load({ files });
    expect(settings!.baseline).toBe(join(root, 'a/c.json'));
  });

  test.each([
    ['./missing.json', 'There is no such file.'],
    ['missing/a.json', 'No package in node_modules has this file.'],
    ['../../outside.json', 'There is no such file.'],
    ['pkg', 'Of a package, name the file: package/config.json. A file beside this one is ./name.'],
    ['@scope/pkg', 'Of a package, name the file: package/config.json. A file beside this one is ./name.'],
    ['/etc/passwd', 'A file that is extended is named from here (./…), or as package/file.'],
    ['https://example.com/a.json', 'A file that is extended is named from here (./…), or as package/file.'],
    ['pkg/../../../etc/passwd', 'No package in node_modules has this file.'],
    ['./mcp-lint.config.json', 'The files extend each other in a circle.'],
    ['./a.json', 'The files extend each other in a circle.'],
  ])('%s is refused', async (name, message) => {
    const files = { 'a.json': { extends: './b.json' }, 'b.json': { extends: ['./a.json'] } };
    expect(await refusal({ extends: name }, { files })).toMatch(message);
  });

  test('chains and trees have an end', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`c${index}.json`, { extends: `./c${index + 1}.json` }]),
    );
    expect(await refusal({ extends: './c0.json' }, { files: { ...chain, 'c12.json': {} } })).toMatch(
      /^c8\.json:2:14: Files extend each other more than 10 deep\.$/,
    );
    const twice = (name: string) => ({ extends: [name, name] });
    const tree = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`t${index}.json`, twice(`./t${index + 1}.json`)]),
    );
    expect(await refusal(twice('./t0.json'), { files: { ...tree, 't8.json': {} } })).toMatch(
      /more than 50 config files are extended\.$/,
    );
  });

  test('a place in an extended file is told with its name', async () => {
    const files = { 'a/b.json': '{\n  "rules": { "x": "off" }\n}' };
    expect(await refusal({ extends: './a/b.json' }, { files })).toBe('a/b.json:2:15: There is no rule "x".');
  });
});

describe('links lead nowhere outside of the repository', () => {
  const secret = { 'hunter2-key': true };

  test('a config that is one', async () => {
    const root = folderOf({ '.git/HEAD': '', 'a/x.txt': '' });
    const outside = folderOf({ 'other.json': secret });
    symlinkSync(join(outside, 'other.json'), join(root, 'mcp-lint.config.json'));
    await expect(findSettings({ cwd: join(root, 'a') })).rejects.toThrow(
      /mcp-lint\.config\.json: The file lies outside of the repository\.$/,
    );
    writeInto(root, 'in.json', OFF);
    symlinkSync('../in.json', join(root, 'a/mcp-lint.config.json'));
    expect(await findSettings({ cwd: join(root, 'a') })).toMatchObject({ levels: LEVELS });
  });

  test('a file that is extended, or its folder', async () => {
    const root = folderOf({ '.git/HEAD': '', 'mcp-lint.config.json': { extends: './link/other.json' } });
    const outside = folderOf({ 'other.json': secret });
    symlinkSync(outside, join(root, 'link'));
    await expect(findSettings({ cwd: root })).rejects.toThrow(
      'mcp-lint.config.json:2:14: The file lies outside of the repository.',
    );
  });

  test('a baseline', async () => {
    const outside = temporaryFolder();
    const root = folderOf({ '.git/HEAD': '', 'mcp-lint.config.json': { baseline: 'link/new.json' } });
    symlinkSync(outside, join(root, 'link'));
    const message = 'mcp-lint.config.json:2:15: The file lies outside of the repository.';
    await expect(findSettings({ cwd: root })).rejects.toThrow(message);
    writeInto(root, 'mcp-lint.config.json', { baseline: '../../x.json' });
    await expect(findSettings({ cwd: root })).rejects.toThrow(message);
  });

  test('things that are no files are passed over or told', async () => {
    const root = folderOf({ '.git/HEAD': '' });
    mkdirSync(join(root, 'package.json'));
    expect(await findSettings({ cwd: root })).toBeUndefined();
    mkdirSync(join(root, 'mcp-lint.config.json'));
    await expect(findSettings({ cwd: root })).rejects.toThrow('mcp-lint.config.json: a folder.');
  });
});
