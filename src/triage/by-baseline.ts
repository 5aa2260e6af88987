import { dirname } from 'node:path';
import { label } from '../core/label.ts';
import type { TriageCounts } from '../core/report.ts';
import { slowHashes } from '../credentials/slow-hash.ts';
import type { FileResult } from '../report.ts';
import { addUp, type Baseline, type BaselineEntry, keyOfEntry } from './baseline.ts';
import { FilePlaces } from './file-places.ts';
import { type Subject, subjectsIn } from './subject.ts';
import type { Triage } from './triage.ts';

export interface LeftByBaseline {
  readonly results: readonly FileResult[];
  readonly known: number;
  readonly unused: TriageCounts['unused'];
}

/** Leaves out the findings that the baseline lists. With `record` it learns all that there are, and none is left. */
export async function leaveOutKnown(results: readonly FileResult[], by: Triage): Promise<LeftByBaseline> {
  const { baseline } = by;
  if (!baseline) return { results, known: 0, unused: [] };
  const places = new FilePlaces(dirname(baseline.file), by.cwd);
  const ledger = new Ledger(baseline, by.record !== undefined);
  let known = 0;
  // In all files at once: the hashes are made on several threads.
  const kept = await Promise.all(
    results.map(async (result) => {
      const { linted } = result;
      if (!linted || linted.drafts.length === 0) return result;
      const file = places.of(result);
      const subjectOf = subjectsIn(linted);
      const entries = await Promise.all(
        linted.drafts.map((draft) => ledger.entryOf(draft.rule.meta.id, file, subjectOf(draft))),
      );
      const drafts = linted.drafts.filter((_, index) => !ledger.take(entries[index]));
      known += linted.drafts.length - drafts.length;
      return { ...result, linted: { ...linted, drafts } };
    }),
  );
  const gone = goneEntries(results, places, by);
  by.record?.([...ledger.found, ...ledger.left.filter((entry) => !gone(entry))]);
  const unused = by.record ? [] : ledger.left.filter(gone);
  return {
    results: kept,
    known,
    unused: unused.map(({ rule, file, path }) => ({ rule: label(rule), file, path: label(path) })),
  };
}

/** What of a baseline is found again. */
class Ledger {
  readonly found: BaselineEntry[] = [];
  readonly #counts = new Map<string, { readonly entry: BaselineEntry; left: number }>();
  /** Places that have an entry with a value: those of all others need not be hashed. */
  readonly #places = new Set<string>();
  readonly #hash: ReturnType<typeof slowHashes>;
  readonly #learns: boolean;

  constructor({ entries, hash }: Baseline, learns: boolean) {
    this.#hash = slowHashes(hash);
    this.#learns = learns;
    for (const entry of addUp(entries)) {
      this.#counts.set(keyOfEntry(entry), { entry, left: entry.count ?? 1 });
      if (entry.value !== undefined) this.#places.add(placeOf(entry));
    }
  }

  /** The entry that a finding has or would have; nothing when it is known without a look at its value that it has none. */
  async entryOf(rule: string, file: string, { path, secret }: Subject): Promise<BaselineEntry | undefined> {
    const entry = { rule, file, path };
    if (!secret) return entry;
    const place = placeOf(entry);
    if (!this.#learns && !this.#places.has(place)) return undefined;
    const value = await this.#hash(secret, place);
    return value === undefined ? undefined : { ...entry, value };
  }

  /** Whether a finding is known; each entry is good for as many as it counts. */
  take(entry: BaselineEntry | undefined): boolean {
    if (!entry) return false;
    const listed = this.#counts.get(keyOfEntry(entry));
    const isListed = listed !== undefined && listed.left > 0;
    if (isListed) listed.left -= 1;
    if (this.#learns) this.found.push(entry);
    return isListed || this.#learns;
  }

  /** What fitted no finding, or fitted fewer than it counts. */
  get left(): BaselineEntry[] {
    return [...this.#counts.values()].flatMap(({ entry, left }) =>
      left === 0 ? [] : [{ ...entry, count: left }],
    );
  }
}

function placeOf(entry: Pick<BaselineEntry, 'rule' | 'file' | 'path'>): string {
  return [entry.rule, entry.file, entry.path].join('\0');
}

/** Tells of entries that fitted nothing whether their findings are gone, or just not looked for in this run. */
function goneEntries(
  results: readonly FileResult[],
  places: FilePlaces,
  { rules, ids, baseline, searched }: Triage,
): (entry: BaselineEntry) => boolean {
  const applied = new Map(rules.map((rule) => [rule.meta.id, rule]));
  const linted = new Map(results.map((result) => [places.of(result), result.linted && !result.problem]));
  return ({ rule: id, file }) => {
    const rule = applied.get(id);
    // Rules that are switched off found nothing; those that nobody knows never will.
    if (!rule && ids.includes(id)) return false;
    if (rule?.checkWorkspace && !searched(dirname(baseline!.file))) return false;
    return linted.get(file) ?? !places.has(file);
  };
}
