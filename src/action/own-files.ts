import { basename, dirname, relative, resolve, sep } from 'node:path';
import { isOurs } from '../discover/by-name.ts';
import { shownPath } from '../discover/discover.ts';
import { isBelow } from '../discover/within.ts';
import type { Changes } from './changes.ts';
import type { ActionOptions } from './lint-options.ts';
import type { Repository } from './repository.ts';

/** What is said at a changed file that decides what mcp-lint tells. */
export const DECIDING =
  'This pull request changes a file that decides what mcp-lint tells: settings, a baseline or a workflow. Look at it before you rely on the result.';

/**
 * Those of the changed files that decide what mcp-lint tells: what settings and baselines are called, what is used, and the
 * workflow that runs (`GITHUB_WORKFLOW_REF`).
 */
export function decidingFiles(
  changes: Changes,
  { top }: Pick<Repository, 'top'>,
  { cwd, settings, baseline }: ActionOptions,
  workflow = '',
): string[] {
  const used = [...(settings?.files ?? []), ...(baseline ? [baseline.file] : [])];
  const names = new Set(used.map((path) => relative(top, resolve(cwd, path)).split(sep).join('/')));
  const [, running] = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]+)@/.exec(workflow) ?? [];
  if (running !== undefined) names.add(running);
  return changes
    .files()
    .filter(({ name }) => names.has(name) || isOurs(basename(name)) || hadSettings(name))
    .map(({ name }) => shownPath(resolve(top, name), cwd));

  /** Where settings are looked for, and were before. */
  function hadSettings(name: string): boolean {
    const path = resolve(top, name);
    if (basename(path) !== 'package.json' || !isBelow(dirname(path), cwd)) return false;
    return changes.before(shownPath(path, cwd))?.includes('"mcpLint"') ?? false;
  }
}
