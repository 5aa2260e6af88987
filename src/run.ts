import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Report } from './core/report.ts';
import type { Levels, Settings } from './core/settings.ts';
import { reportFingerprints, secretFingerprints } from './credentials/secret-fingerprint.ts';
import { lintWorkspace } from './lint-workspace.ts';
import { type ReadOptions, readConfigs } from './read-configs.ts';
import { buildReport } from './report.ts';
import type { Rule } from './rules/rule.ts';
import { RULES } from './rules/rules.ts';
import { type Triage, triage } from './triage/triage.ts';

export interface LintOptions extends ReadOptions {
  /** Levels of rules that differ from their own and from those of the settings. */
  readonly levels?: Levels;
  /** Findings that were there before. */
  readonly baseline?: Triage['baseline'];
  /** Takes the entries that the baseline has after this run; all findings of the run are in it then. */
  readonly recordBaseline?: Triage['record'];
  /**
   * Key, 16 bytes or more, for fingerprints of credentials in the report: equal ones are then told to be equal, within
   * the report and in others that were made with the same key. Without it the report has none.
   */
  readonly fingerprintKey?: Uint8Array;
}

/** Lints files, folders and globs. Nothing is printed, nothing is sent, and the report holds no secret. */
export async function lint(paths: readonly string[], options: LintOptions = {}): Promise<Report> {
  const { home, settings, fingerprintKey, baseline, recordBaseline } = options;
  const levels = { ...settings?.levels, ...options.levels };
  // First, since it refuses short keys.
  const fingerprintOf = fingerprintKey && reportFingerprints(fingerprintKey);
  const all = await allRules(settings);
  const rules = all.filter(({ meta }) => (levels[meta.id] ?? (meta.optIn ? 'off' : undefined)) !== 'off');
  const results = lintWorkspace(await readConfigs(paths, options, rules), rules, {
    ...(home !== undefined && { home }),
    fingerprintOf: secretFingerprints(),
  });
  const told = await triage(results, {
    levels,
    rules,
    ids: all.map(({ meta }) => meta.id),
    ...(settings && { settings }),
    ...(baseline && { baseline }),
    ...(recordBaseline && { record: recordBaseline }),
    cwd: resolve(options.cwd ?? ''),
    searched: (folder) => !options.staged && isSearched(folder, paths, options.cwd),
  });
  return buildReport(told.results, levels, fingerprintOf, told);
}

/** Whether a folder, or one around it, is among the paths that were searched. */
function isSearched(folder: string, paths: readonly string[], cwd = ''): boolean {
  return paths.some((path) => {
    const way = relative(resolve(cwd, path), folder);
    return !isAbsolute(way) && way.split(sep)[0] !== '..';
  });
}

async function allRules({ customRules = [] }: Partial<Settings> = {}): Promise<readonly Rule[]> {
  if (customRules.length === 0) return RULES;
  const { ownRules } = await import('./own-knowledge.ts');
  return [...RULES, ...ownRules(customRules)];
}
