import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/init/change.ts';
import { planParts } from '../../src/init/parts.ts';
import { Project } from '../../src/init/project.ts';
import { SetupFailure, writeChanges } from '../../src/init/write-changes.ts';
import { findSettings } from '../../src/settings/find-settings.ts';
import { VERSION } from '../../src/version.ts';
import { folderWith } from '../discover/temporary-folder.ts';

const CONFIG = 'mcp-lint.config.jsonc';
const PRE_COMMIT = '.pre-commit-config.yaml';
const WORKFLOW = '.github/workflows/mcp-lint.yml';

function plan(files: Readonly<Record<string, string>>, gitConfig = '') {
  const project = new Project(folderWith(files));
  const parts = planParts(project, gitConfig);
  const changes = parts.flatMap(({ change = [] }) => change);
  return {
    project,
    changes,
    paths: changes.map(({ path }) => path),
    kept: parts.flatMap(({ kept = [] }) => kept),
    next: parts.flatMap(({ next = [] }) => next),
    problems: parts.flatMap(({ problem = [] }) => problem),
  };
}

describe('what is set up', () => {
  it('is a config and a hook for pre-commit where there is nothing', () => {
    const { paths, next } = plan({});
    expect(paths).toEqual([CONFIG, PRE_COMMIT]);
    expect(next).toEqual([
      'Get pre-commit (https://pre-commit.com), then once in every clone: pre-commit install',
    ]);
    expect(plan({ [PRE_COMMIT]: 'repos: []\n' }).next).toEqual(['Once in every clone: pre-commit install']);
  });

  it.each([
    '[remote "origin"]\n\turl = git@github.com:x/y.git\n',
    '[remote "origin"]\n\turl = https://github.com/x/y\n',
    '[remote "origin"]\n\turl = ssh://git@github.com/x/y\n',
  ])('has a workflow on GitHub: %j', (gitConfig) => {
    expect(plan({}, gitConfig).paths).toEqual([CONFIG, PRE_COMMIT, WORKFLOW]);
  });

  it('has a workflow where GitHub reads others, and none elsewhere', () => {
    expect(plan({ '.github/CODEOWNERS': '' }).paths).toContain(WORKFLOW);
    expect(plan({}, '[remote "origin"]\n\turl = https://gitlab.com/github.com/x\n').paths).not.toContain(
      WORKFLOW,
    );
  });

  it('goes by the hooks that a project has', () => {
    const hookOf = (files: Readonly<Record<string, string>>) => {
      const { changes, next } = plan(files);
      const change = changes.find(({ path }) => path !== CONFIG);
      return change ? [change.path, change.after] : next;
    };
    const npx = `npx --yes mcp-lint@${VERSION}`;
    expect(hookOf({ [PRE_COMMIT]: 'repos:\n- repo: x\n  hooks: []\n', '.husky/pre-commit': 'x\n' })[0]).toBe(
      PRE_COMMIT,
    );
    expect(hookOf({ '.husky/pre-commit': 'npm test\n' })).toEqual([
      '.husky/pre-commit',
      `${npx} --staged\nnpm test\n`,
    ]);
    expect(hookOf({ 'package.json': '{"devDependencies": {"husky": "9", "mcp-lint": "0"}}' })).toEqual([
      '.husky/pre-commit',
      'npx mcp-lint --staged\n',
    ]);
    expect(hookOf({ 'package.json': '{"lint-staged": {}}' })).toEqual([
      'package.json',
      `{"lint-staged": { "*": "${npx} --ignore-unknown" }}`,
    ]);
    expect(hookOf({ '.lintstagedrc': '{"*.js": "x"}' })[0]).toBe('.lintstagedrc');
    expect(hookOf({ 'lint-staged.config.js': '' })).toEqual([
      `Add a task for "*" to the config of lint-staged, lint-staged.config.js: ${npx} --ignore-unknown`,
    ]);
    expect(hookOf({ 'lefthook.yml': '' })).toEqual([
      `Add a command to "pre-commit" of lefthook.yml: ${npx} --staged`,
    ]);
    expect(hookOf({ 'package.json': '{"devDependencies": {"simple-git-hooks": "2"}}' })).toEqual([
      `Add to "pre-commit" of simple-git-hooks, then run "npx simple-git-hooks": ${npx} --staged`,
    ]);
    expect(hookOf({ [PRE_COMMIT]: 'repos: [{repo: x, hooks: []}]\n' })[0]).toContain('by hand');
  });

  it('does not install pre-commit where git looks for hooks elsewhere', () => {
    const { paths, next } = plan({}, '[core]\n\thooksPath = .githooks\n');
    expect(paths).toEqual([CONFIG]);
    expect(next).toEqual([
      `git runs hooks of another folder here ("core.hooksPath"). Add to "pre-commit" there: npx --yes mcp-lint@${VERSION} --staged`,
    ]);
  });

  it.each([
    [{}, PRE_COMMIT, 'args: [--config, mcp-lint.config.ts, --]'],
    [{ [PRE_COMMIT]: 'repos:\n- repo: x\n' }, PRE_COMMIT, 'args: [--config, mcp-lint.config.ts, --]'],
    [{ '.husky/x': '' }, '.husky/pre-commit', ' --staged --config mcp-lint.config.ts\n'],
    [
      { 'package.json': '{"lint-staged": {}}' },
      'package.json',
      ' --ignore-unknown --config mcp-lint.config.ts"',
    ],
  ])('names a config that is code, which is not read otherwise: %j', (files, path, words) => {
    const { changes, next } = plan({ ...files, 'mcp-lint.config.ts': '', '.github/x': '' });
    expect(changes.find((change) => change.path === path)?.after).toContain(words);
    expect(changes.find((change) => change.path === WORKFLOW)?.after).not.toContain('allow-code-config');
    expect(next.at(-1)).toContain('"allow-code-config: true"');
  });

  it.each([
    [{ 'mcp-lint.config.ts': '' }, 'mcp-lint.config.ts'],
    [{ 'package.json': '{"mcpLint": {}}' }, '"mcpLint" of package.json'],
    [{ [PRE_COMMIT]: 'repos:\n- hooks:\n  - id: mcp-lint\n' }, `the hook in ${PRE_COMMIT}`],
    [{ '.husky/pre-commit': 'npx mcp-lint --staged\n' }, 'the hook in .husky/pre-commit'],
    [{ 'package.json': '{"lint-staged": {"*": "mcp-lint --ignore-unknown"}}' }, 'the hook in package.json'],
    [{ 'lefthook.yml': 'run: npx mcp-lint --staged' }, 'the hook in lefthook.yml'],
    [{ '.github/workflows/ci.yml': '  - uses: mcp-lint/mcp-lint@v1\n' }, '.github/workflows/ci.yml'],
    [{ [WORKFLOW]: 'my own' }, WORKFLOW],
  ])('leaves alone what is there: %j', (files, kept) => {
    expect(plan(files).kept).toEqual([kept]);
  });

  it('is complete: a second time there is nothing to do', () => {
    for (const files of [
      {},
      { '.husky/pre-commit': 'x\n' },
      { [PRE_COMMIT]: 'repos:\n- repo: x\n' },
      { 'package.json': '{"lint-staged": {}}' },
    ]) {
      const { project, changes } = plan({ ...files, '.github/x': '' });
      expect(changes).toHaveLength(3);
      writeChanges(project, changes);
      const again = planParts(new Project(project.root), '');
      expect(again.map(({ change, next, problem }) => change ?? next ?? problem)).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('has a config that mcp-lint reads, and that changes nothing', async () => {
    const { project, changes } = plan({ '.git/HEAD': '' });
    writeChanges(project, changes);
    const settings = await findSettings({ cwd: project.root });
    expect(settings).toMatchObject({ levels: {}, exclude: [], placeholders: [], ignores: [] });
  });

  it('goes through no link, and over no folder', () => {
    const outside = folderWith({ x: '' });
    const root = folderWith({ 'a/x': '' });
    symlinkSync(outside, join(root, '.github'));
    symlinkSync(join(outside, 'gone'), join(root, CONFIG));
    mkdirSync(join(root, PRE_COMMIT));
    const problems = planParts(new Project(root), '').map(({ problem }) => problem);
    expect(problems).toEqual([
      `${CONFIG} cannot be written: a symbolic link is on the way to it.`,
      `${PRE_COMMIT} cannot be changed: it is not a file.`,
      `${WORKFLOW} cannot be written: a symbolic link is on the way to it.`,
    ]);
  });

  it('changes no file that is not text, and none that is too large', () => {
    const root = folderWith({});
    writeFileSync(join(root, PRE_COMMIT), Buffer.from([0xff]));
    expect(planParts(new Project(root), '')[1]?.problem).toContain('cannot be read as text');
    writeFileSync(join(root, PRE_COMMIT), ' '.repeat((1 << 20) + 1));
    expect(planParts(new Project(root), '')[1]?.problem).toContain('too large');
  });
});

/** A file of this name can be, one with more to its name cannot. */
const LONG = 'x'.repeat(250);

describe('writing', () => {
  const change = (path: string, after = path, before?: string): Change => ({
    path,
    after,
    purpose: 'test',
    ...(before !== undefined && { before }),
  });

  it('keeps the mode of what it changes, and makes what is run executable', () => {
    const root = folderWith({ a: 'old' });
    chmodSync(join(root, 'a'), 0o750);
    writeChanges(new Project(root), [change('a', 'new', 'old'), { ...change('b/c'), executable: true }]);
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('new');
    expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o750);
    expect(statSync(join(root, 'b/c')).mode & 0o100).toBe(0o100);
  });

  it.each([
    [change('x'.repeat(300)), 'it cannot be read'],
    [change(LONG, 'new', 'long'), 'ENAMETOOLONG'],
    [change('there'), 'changed meanwhile'],
    [change('a/b', 'new', 'other'), 'changed meanwhile'],
    [change('gone', 'new', 'old'), 'changed meanwhile'],
    [change('there/below'), 'a file is where a folder should be'],
    [change('link/below'), 'a symbolic link'],
  ])('writes all or nothing: %#', (failing, why) => {
    const root = folderWith({ 'a/b': 'old', there: 'there', [LONG]: 'long' });
    symlinkSync('a', join(root, 'link'));
    const changes = [change('new/deep/file'), change('a/b', 'changed', 'old'), failing];
    const attempt = () =>
      writeChanges(new Project(root), failing.path === 'a/b' ? [changes[0]!, failing] : changes);
    expect(attempt).toThrow(SetupFailure);
    expect(attempt).toThrow(why);
    expect(existsSync(join(root, 'new'))).toBe(false);
    expect(readFileSync(join(root, 'a/b'), 'utf8')).toBe('old');
    expect(readFileSync(join(root, 'there'), 'utf8')).toBe('there');
    expect(existsSync(join(root, 'a/b.mcp-lint.tmp'))).toBe(false);
  });
});
