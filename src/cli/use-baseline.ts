import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { label } from '../core/label.ts';
import type { Settings } from '../core/settings.ts';
import { OwnFileError } from '../core/usage-error.ts';
import { readConfigFile } from '../discover/read-file.ts';
import { plural } from '../reporters/summarize.ts';
import type { LintOptions } from '../run.ts';
import { addUp, type Baseline, type BaselineEntry, keyOfEntry } from '../triage/baseline.ts';
import { formatBaseline } from '../triage/format-baseline.ts';
import { newHashSettings } from '../triage/hash-settings.ts';
import { parseBaseline } from '../triage/parse-baseline.ts';
import type { Arguments } from './arguments.ts';

/** Where a new baseline goes when nobody says. */
export const DEFAULT_BASELINE = '.mcp-lint-baseline.json';

/** What a run does with its baseline. */
export interface BaselineUse {
  readonly options: Pick<LintOptions, 'baseline' | 'recordBaseline'>;
  /** Writes what the run has recorded, if that was asked for; gives a line for the user. Throws a UsageError. */
  save(): string | undefined;
}

/** Reads the baseline of a run; `shown` gives paths as users see them. Throws a UsageError when it is not there or cannot be used. */
export function useBaseline(
  args: Pick<Arguments, 'baseline' | 'updateBaseline'>,
  settings: Pick<Settings, 'baseline'> | undefined,
  shown: (absolute: string) => string,
): BaselineUse {
  const absolute = resolve(args.baseline ?? settings?.baseline ?? DEFAULT_BASELINE);
  const path = shown(absolute);
  const before = readBaseline(absolute, path);
  if (!args.updateBaseline) {
    if (before) return { options: { baseline: before.baseline }, save: () => undefined };
    throw new OwnFileError(`There is no baseline "${label(path)}": "--update-baseline" writes one.`);
  }
  const baseline = before?.baseline ?? { file: absolute, hash: newHashSettings(), entries: [] };
  const isNamed = args.baseline !== undefined || settings?.baseline !== undefined;
  let entries: readonly BaselineEntry[] = baseline.entries;
  return {
    options: {
      baseline,
      recordBaseline: (recorded) => {
        entries = recorded;
      },
    },
    save() {
      const text = formatBaseline({ hash: baseline.hash, entries });
      if (text !== before?.text) writeBaseline(absolute, path, text);
      const hint = before || isNamed ? '' : ` Leave them out with "--baseline ${label(path)}".`;
      return `${label(path)}: ${describeChange(baseline.entries, entries)}.${hint}`;
    },
  };
}

function readBaseline(absolute: string, path: string): { baseline: Baseline; text: string } | undefined {
  const stats = lstatSync(absolute, { throwIfNoEntry: false });
  if (!stats) return undefined;
  // Whoever sends a pull request decides where a link in it leads.
  if (stats.isSymbolicLink()) throw new OwnFileError(`The baseline "${label(path)}" is a symbolic link.`);
  const content = readConfigFile(absolute);
  if ('problem' in content)
    throw new OwnFileError(`The baseline "${label(path)}" cannot be read: ${content.problem.message}.`);
  return { baseline: parseBaseline(content.bytes, { path, absolute }), text: content.bytes.toString() };
}

/** All of the text or none of it, readable by all: it is made to be shared. */
function writeBaseline(absolute: string, path: string, text: string): void {
  const random = process.getBuiltinModule('node:crypto').randomBytes(6).toString('hex');
  const temporary = join(dirname(absolute), `.${basename(absolute)}.${random}.tmp`);
  try {
    const descriptor = openSync(temporary, 'wx', 0o644);
    try {
      fchmodSync(descriptor, 0o644);
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, absolute);
  } catch {
    rmSync(temporary, { force: true });
    throw new OwnFileError(`The baseline "${label(path)}" cannot be written.`);
  }
}

function describeChange(before: readonly BaselineEntry[], after: readonly BaselineEntry[]): string {
  const total = sumOf(after);
  const gone = sumOf(without(before, after));
  const added = sumOf(without(after, before));
  if (gone + added === 0) return `${plural(total, 'finding')}, as before`;
  return `${plural(total, 'finding')} (${added} new, ${gone} gone)`;
}

/** What one list has more than another. */
function without(entries: readonly BaselineEntry[], others: readonly BaselineEntry[]): BaselineEntry[] {
  const counts = new Map(addUp(others).map((entry) => [keyOfEntry(entry), entry.count ?? 1]));
  return addUp(entries).flatMap((entry) => {
    const count = (entry.count ?? 1) - (counts.get(keyOfEntry(entry)) ?? 0);
    return count > 0 ? [{ ...entry, count }] : [];
  });
}

function sumOf(entries: readonly BaselineEntry[]): number {
  return entries.reduce((sum, { count = 1 }) => sum + count, 0);
}
