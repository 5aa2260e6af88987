import { statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { isBelow } from '../discover/within.ts';

/** The names that `extends` lists; what is none is for the checks to tell. */
export function extendedNames(value: unknown): readonly string[] {
  const listed = typeof value === 'object' && value !== null && 'extends' in value ? value.extends : [];
  const names: unknown[] = Array.isArray(listed) ? listed : [listed];
  return names.filter((name) => typeof name === 'string');
}

/**
 * The file that `extends` names: `./…` and `../…` start at the folder of the config, other names are those of a file in a package of a
 * `node_modules` folder up to the boundary. Gives what is wrong, in a sentence, when there is none.
 */
export function resolveExtended(
  name: string,
  { from, boundary }: { readonly from: string; readonly boundary: string },
): { readonly path: string } | { readonly message: string } {
  const folder = dirname(from);
  if (isAbsolute(name) || /^[a-z][a-z+.-]+:/i.test(name))
    return { message: 'A file that is extended is named from here (./…), or as package/file.' };
  if (/^\.\.?[/\\]/.test(name)) {
    const path = resolve(folder, name);
    return isFile(path) ? { path } : { message: 'There is no such file.' };
  }
  if (!/^(?:@[^/]+\/[^/]+|[^@/][^/]*)\/./.test(name))
    return { message: 'Of a package, name the file: package/config.json. A file beside this one is ./name.' };
  for (let at = folder; isBelow(boundary, at); at = dirname(at)) {
    const packages = join(at, 'node_modules');
    const path = join(packages, name);
    if (isBelow(packages, path) && isFile(path)) return { path };
    if (dirname(at) === at) break;
  }
  return { message: 'No package in node_modules has this file.' };
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}
