import { basename, relative, resolve, sep } from 'node:path';
import { isOurs } from '../discover/by-name.ts';
import { shownPath } from '../discover/discover.ts';
import type { Changes } from './changes.ts';
import type { ActionOptions } from './lint-options.ts';
import type { Repository } from './repository.ts';

/** Those of the changed files that decide what mcp-lint tells: what settings and baselines are called, and what is used. */
export function decidingFiles(
  changes: Changes,
  { top }: Pick<Repository, 'top'>,
  { cwd, settings, baseline }: ActionOptions,
): string[] {
  const used = [...(settings?.files ?? []), ...(baseline ? [baseline.file] : [])];
  const names = new Set(used.map((path) => relative(top, resolve(cwd, path)).split(sep).join('/')));
  return changes
    .names()
    .filter((name) => names.has(name) || isOurs(basename(name)))
    .map((name) => shownPath(resolve(top, name), cwd));
}
