import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addToHuskyHook } from '../../src/init/husky.ts';
import { addToLintStaged } from '../../src/init/lint-staged.ts';
import { addToPreCommitConfig, hasOurHooks, newPreCommitConfig } from '../../src/init/pre-commit-config.ts';

const OURS = parse(newPreCommitConfig()).repos[0];

describe('a config of pre-commit', () => {
  it('is made with both hooks, and known to have them', () => {
    expect(OURS.hooks).toEqual([{ id: 'mcp-lint' }, { id: 'mcp-lint-fix' }]);
    expect(hasOurHooks(newPreCommitConfig())).toBe(true);
    expect(hasOurHooks('repos:\n- hooks:\n  - { id: other }\n  # id: mcp-lint\n  - id: mcp-lint-fix\n')).toBe(
      false,
    );
    expect(hasOurHooks('repos:\n- hooks:\n  - name: x\n    id: "mcp-lint" # ours\n')).toBe(true);
  });

  it.each([
    ['repos:\n  - repo: local\n    hooks:\n      - id: a\n', 2],
    ['# top\nrepos:\n-   repo: x\n    hooks:\n    -   id: a # last\n# old\nci:\n  skip: [a]\n', 0],
    ['default_stages: [commit]\nrepos:\n    - repo: x\n      hooks: [{id: a}]\n\n\n# end\n', 4],
    ['repos:\n- repo: x\n  hooks:\n  - id: a\n    entry: |\n      one\n      two\n', 0],
    ['repos:\r\n  - repo: local\r\n    hooks:\r\n      - id: a', 2],
    ['\ufeffrepos:\n  - repo: x\n    hooks: []\n', 2],
    ['repos:\n- repo: x\n  hooks:\n  - id: a\n  # - id: b\n\n# about ci\nci:\n  skip: [a]\n', 0],
    ['repos:\n- repo: x\n  hooks:\n  - id: a\n    files: |\n      a\n      # text\n# about ci\nci: {}\n', 0],
    ['repos:\n- repo: x\n  hooks:\n  - id:\n# end', 0],
    ['repos:\n', 2],
    ['repos: # none yet\nci: {}\n', 2],
  ])('gets them behind its others, with all the rest as it is: %j', (before, indent) => {
    const after = addToPreCommitConfig(before)!;
    const lineEnd = before.includes('\r') ? '\r\n' : '\n';
    const lines = after.split(lineEnd);
    const first = lines.findIndex((line) => line.includes('mcp-lint/mcp-lint'));
    expect(lines[first]).toMatch(new RegExp(`^ {${indent}}- repo: https`));
    expect(
      lines
        .toSpliced(first, newPreCommitConfig().split('\n').length - 2)
        .join(lineEnd)
        .trimEnd(),
    ).toBe(before.trimEnd());
    const [was, is] = [parse(before.replace('\ufeff', '')), parse(after.replace('\ufeff', ''))];
    expect(is).toEqual({ ...was, repos: [...(was.repos ?? []), OURS] });
    expect(hasOurHooks(after)).toBe(true);
    // Not between a comment and what it is about.
    if (before.includes('# about ci')) expect(after).toMatch(/ +- id: mcp-lint-fix\n+# about ci\nci:/);
  });

  it.each([
    ['', newPreCommitConfig()],
    ['# c', `# c\n${newPreCommitConfig()}`],
    ['---\n', `---\n${newPreCommitConfig()}`],
    ['ci: {}', `ci: {}\n${newPreCommitConfig()}`],
    ['repos: []\n', newPreCommitConfig()],
    ['repos:   [ ] # c\nci: {}\n', `${newPreCommitConfig().replace('\n', ' # c\n')}ci: {}\n`],
    ['repos: []', newPreCommitConfig()],
  ])('gets a list where it has none: %j', (before, after) => {
    expect(addToPreCommitConfig(before)).toBe(after);
  });

  it('names a config that is code', () => {
    const after = addToPreCommitConfig('repos: []\n', 'mcp-lint.config.ts')!;
    const args = ['--config', 'mcp-lint.config.ts', '--'];
    expect(parse(after).repos[0].hooks).toEqual([
      { id: 'mcp-lint', args },
      { id: 'mcp-lint-fix', args },
    ]);
    expect(after).toBe(newPreCommitConfig('mcp-lint.config.ts'));
  });

  it.each([
    'repos: [{repo: x, hooks: []}]\n',
    '{repos: []}\n',
    'repos: x\n',
    'x: [',
    'a: 1\n...\n',
    '---\na: 1\n---\nb: 1\n',
    '- a\n',
    '['.repeat(50_000),
  ])('is left alone when it is written otherwise: %#', (before) => {
    expect(addToPreCommitConfig(before)).toBeUndefined();
  });

  it('never changes what is there, whatever it is', () => {
    const line = fc.constantFrom<string>(
      'repos:',
      'repos: # c',
      '- repo: x',
      '  - repo: y',
      '  hooks:',
      '  - id: a',
      '# c',
      '',
      'ci: {}',
      '\t',
      '- "',
      '  x: |',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const before = lines.join('\n');
        const after = addToPreCommitConfig(before);
        if (after === undefined) return;
        let head = 0;
        while (head < before.length && after[head] === before[head]) head++;
        expect(after.endsWith(before.slice(head))).toBe(true);
        expect(after.length).toBeGreaterThan(before.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a hook of husky', () => {
  it.each([
    ['npx lint-staged\n', 'C --staged\nnpx lint-staged\n'],
    [
      '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nexec npm test\n',
      '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nC --staged\nexec npm test\n',
    ],
    ['npm test\r\n', 'C --staged\r\nnpm test\r\n'],
    ['', 'C --staged\n'],
    ['#!/bin/sh\n', '#!/bin/sh\nC --staged\n'],
    ['#!/bin/sh', '#!/bin/sh\nC --staged\n'],
  ])('runs ours before its first command: %j', (before, after) => {
    expect(addToHuskyHook(before, 'C --staged')).toBe(after);
  });
});

describe('tasks of lint-staged', () => {
  it.each([
    [
      '{\n\t"name": "x",\n\t"lint-staged": {\n\t\t"*.js": "eslint"\n\t}\n}\n',
      '{\n\t"name": "x",\n\t"lint-staged": {\n\t\t"*": "T",\n\t\t"*.js": "eslint"\n\t}\n}\n',
    ],
    ['{"lint-staged":{"*.js":["a"]}}', '{"lint-staged":{"*": "T", "*.js":["a"]}}'],
    ['{"lint-staged": {}}', '{"lint-staged": { "*": "T" }}'],
  ])('get ours: %j', (before, after) => {
    expect(addToLintStaged(before, 'lint-staged', 'T')).toBe(after);
  });

  it('may be the whole file', () => {
    expect(addToLintStaged('{\n  "*.js": "eslint"\n}\n', undefined, 'T')).toBe(
      '{\n  "*": "T",\n  "*.js": "eslint"\n}\n',
    );
  });

  it.each(['{"lint-staged": {"*": "x"}}', '{"lint-staged": ["x"]}', '{}', '{', 'x: y\n'])(
    'are left alone when there is no place for it: %s',
    (before) => {
      expect(addToLintStaged(before, 'lint-staged', 'T')).toBeUndefined();
    },
  );
});
