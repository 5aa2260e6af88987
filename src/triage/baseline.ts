import type { HashSettings } from '../credentials/slow-hash.ts';

/** A finding that was there when the baseline was written. Equal places with another value are other findings. */
export interface BaselineEntry {
  readonly rule: string;
  /** From the folder of the baseline, with `/`. */
  readonly file: string;
  /** Structural path without positions in lists, which change when something is added. */
  readonly path: string;
  /** Salted slow hash of the credential; absent when the finding is not about one. */
  readonly value?: string;
  /** How many of them there are, when there is more than one. */
  readonly count?: number;
}

/** A baseline as it was read. */
export interface Baseline {
  /** Absolute path of the file. */
  readonly file: string;
  /** How the values of its entries were made. */
  readonly hash: HashSettings;
  readonly entries: readonly BaselineEntry[];
}

/** Text that is the same for entries of one place and value, and for no others. */
export function keyOfEntry({ rule, file, path, value = '' }: BaselineEntry): string {
  return [rule, file, path, value].join('\0');
}

/** Adds entries up: those of one place and value become one. */
export function addUp(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const counts = new Map<string, { readonly entry: BaselineEntry; count: number }>();
  for (const entry of entries) {
    const key = keyOfEntry(entry);
    const other = counts.get(key);
    if (other) other.count += entry.count ?? 1;
    else counts.set(key, { entry, count: entry.count ?? 1 });
  }
  return [...counts.values()].map(({ entry: { count: _, ...entry }, count }) => ({
    ...entry,
    ...(count > 1 && { count }),
  }));
}
