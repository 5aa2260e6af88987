import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { HOSTS } from '../../src/hosts/hosts.ts';
import { HOOK_IDS } from '../../src/init/hook-ids.ts';

const HOOKS: readonly Record<string, unknown>[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

/** As Python reads it. */
const patternOf = (hook: Record<string, unknown>) => {
  const [, source] = /^\(\?i\)(.*)$/s.exec(String(hook['files']))!;
  return new RegExp(source!, 'i');
};

const names = HOSTS.flatMap(({ id, files }) =>
  files.map(
    ({ path }) => [id, path.replace(/^(?:~|[A-Z]:|[$%]\w+%?)?\//, '').replaceAll('*', 'any')] as const,
  ),
);

it('pre-commit is given the hooks that are named elsewhere, on commits only the one that changes nothing', () => {
  expect(HOOKS.map(({ id }) => id)).toEqual([HOOK_IDS.lint, HOOK_IDS.fix]);
  expect(HOOKS.map(({ stages }) => stages)).toEqual([undefined, ['manual']]);
});

it.each(HOOKS.map((hook) => [hook['id'], hook] as const))(
  '%s takes every file of every host, whatever type pre-commit sees in it',
  (_, hook) => {
    expect(Object.keys(hook).filter((name) => name.startsWith('types') || name === 'exclude')).toEqual([]);
    const pattern = patternOf(hook);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter(([, path]) => !pattern.test(path))).toEqual([]);
    expect(names.filter(([, path]) => !pattern.test(path.toUpperCase()))).toEqual([]);
    expect(pattern.test('public/.well-known/oauth-protected-resource/mcp')).toBe(true);
    for (const other of ['logo.png', 'src/main.rs', 'Makefile', 'notjson', 'x.json.gz'])
      expect(pattern.test(other)).toBe(false);
  },
);
