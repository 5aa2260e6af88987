import type { Report } from './core/report.ts';
import type { Levels, Settings } from './core/settings.ts';
import { reportFingerprints, secretFingerprints } from './credentials/secret-fingerprint.ts';
import { lintWorkspace } from './lint-workspace.ts';
import { type ReadOptions, readConfigs } from './read-configs.ts';
import { buildReport } from './report.ts';
import { RULES } from './rules/rules.ts';
import { type Triage, triage } from './triage/triage.ts';

export interface LintOptions extends ReadOptions {
  /** Levels of rules that differ from their own and from those of the settings. */
  readonly levels?: Levels;
  /** What config files of mcp-lint decide. */
  readonly settings?: Settings;
  /** Findings that were there before. */
  readonly baseline?: Triage['baseline'];
  /**
   * Key, 16 bytes or more, for fingerprints of credentials in the report: equal ones are then told to be equal, within
   * the report and in others that were made with the same key. Without it the report has none.
   */
  readonly fingerprintKey?: Uint8Array;
}

/** Lints files, folders and globs. Nothing is printed, nothing is sent, and the report holds no secret. */
export async function lint(paths: readonly string[], options: LintOptions = {}): Promise<Report> {
  const { home, settings, fingerprintKey, baseline } = options;
  const levels = { ...settings?.levels, ...options.levels };
  // First, since it refuses short keys.
  const fingerprintOf = fingerprintKey && reportFingerprints(fingerprintKey);
  const rules = RULES.filter(({ meta }) => (levels[meta.id] ?? (meta.optIn ? 'off' : undefined)) !== 'off');
  const results = lintWorkspace(await readConfigs(paths, options, rules), rules, {
    ...(home !== undefined && { home }),
    fingerprintOf: secretFingerprints(),
  });
  const told = await triage(results, {
    levels,
    ...(settings && { settings }),
    ...(baseline && { baseline }),
  });
  return buildReport(told.results, levels, fingerprintOf, told.counts);
}
