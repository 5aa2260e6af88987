import { label } from './label.ts';

/** The command line or a config file of mcp-lint cannot be understood. The message is for the user; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file of mcp-lint's own, a config or a baseline, cannot be used: its message says where, and `--help` has nothing on it. */
export class OwnFileError extends UsageError {
  readonly ofOwnFile = true;
}

/** By name: bundles of lazy rooms have a class of their own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}

/** Shorter beginnings of a word do not tell which is meant. */
const LEAST_BEGINNING = 3;

/** ` Did you mean "x"?` for the closest of some words or the only one that begins so, or nothing when there is none. */
export function suggest(word: string, candidates: readonly string[]): string {
  const distances = candidates.map((candidate) => ({ candidate, distance: editDistance(word, candidate) }));
  const best = distances.sort((a, b) => a.distance - b.distance)[0];
  const isClose = best && best.distance <= Math.max(1, Math.floor(best.candidate.length / 3));
  const begun =
    word.length < LEAST_BEGINNING ? [] : candidates.filter((candidate) => candidate.startsWith(word));
  const meant = isClose ? best.candidate : begun.length === 1 ? begun[0] : undefined;
  return meant === undefined ? '' : ` Did you mean "${label(meant)}"?`;
}

/** Levenshtein distance; words longer than any option are cut. */
function editDistance(left: string, right: string): number {
  const a = left.slice(0, 64);
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[right.length]!;
}
