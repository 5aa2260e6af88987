import { realpathSync } from 'node:fs';
import type { Machine } from '../core/machine.ts';
import { loadDialect } from '../parsers/dialects.ts';
import { readJournals } from './read-journals.ts';

/**
 * Loads what a transaction reads files with, which is not done in the middle of one: those of the journals, which it
 * settles, and those at `paths`.
 */
export async function loadDialects(machine: Machine, paths: readonly string[] = []): Promise<void> {
  const files = (readJournals(machine) ?? []).flatMap((journal) =>
    'damaged' in journal ? [] : journal.files.map(({ path }) => path),
  );
  for (const path of [...files, ...paths.map(realPathOf)]) await loadDialect(path);
}

/** What a symbolic link leads to may be called otherwise. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
