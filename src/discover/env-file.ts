import { lstatSync } from 'node:fs';
import type { Exposure } from '../core/report.ts';
import { exposureOf } from './exposure.ts';
import type { GitIndex } from './git-index.ts';
import { readConfigFile } from './read-file.ts';

/** Files of variables are short; what is longer is something else. */
const MAX_BYTES = 1 << 20;

/**
 * A file that a config names, and who else can read it; nothing when there is no such file. A link is not followed: it
 * is not the file that git tracks, and it may lead anywhere.
 */
export function readEnvFile(
  path: string,
  git: GitIndex,
): { readonly bytes: Buffer; readonly exposure: Exposure } | undefined {
  if (!isShortFile(path)) return undefined;
  const content = readConfigFile(path);
  if ('problem' in content) return undefined;
  return {
    bytes: content.bytes,
    exposure: exposureOf({ absolute: path, ...content }, git),
  };
}

function isShortFile(path: string): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size <= MAX_BYTES;
  } catch {
    return false;
  }
}
