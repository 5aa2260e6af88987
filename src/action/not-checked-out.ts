import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { originByPath } from '../discover/by-name.ts';
import { isBelow } from '../discover/within.ts';
import { plural } from '../reporters/summarize.ts';
import type { Changes } from './changes.ts';
import type { Repository } from './repository.ts';

/** That configs which a change adds or changes are not in the working tree, as after a sparse checkout. `paths` are absolute. */
export function describeMissing(
  changes: Changes,
  { top }: Pick<Repository, 'top'>,
  paths: readonly string[],
): string[] {
  const missing = changes.files().filter(({ name, after }) => {
    const absolute = resolve(top, name);
    return (
      after !== undefined &&
      originByPath(absolute, name) === 'known' &&
      paths.some((path) => isBelow(path, absolute)) &&
      !isThere(absolute)
    );
  });
  return missing.length > 0
    ? [
        `${plural(missing.length, 'changed config')} ${missing.length === 1 ? 'is' : 'are'} not in the working tree, and so not linted: is this a sparse checkout?`,
      ]
    : [];
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}
