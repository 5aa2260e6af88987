/** The library: the same engine as the command. Nothing here prints, exits or reads the environment. */
export type {
  CustomRule,
  CustomRuleMeta,
  FileView,
  PackageView,
  ServerView,
  SlotView,
} from './core/custom-rule.ts';
export type {
  CredentialFacts,
  Exposure,
  FrameLine,
  Problem,
  Region,
  Report,
  ReportedFile,
  ReportedFinding,
  ReportedServer,
  ReportedSlot,
  Severity,
  Summary,
} from './core/report.ts';
export type { IgnoreEntry, OwnFormat, OwnServer, Settings } from './core/settings.ts';
export { rank } from './rank.ts';
export type { Approach, ApproachId } from './ranking/approaches.ts';
export type { RankedFile, RankedServer, RankReport } from './ranking/rank-report.ts';
export type { ReadOptions } from './read-configs.ts';
export { type LintOptions, lint } from './run.ts';
export { type CodeConfig, type Config, defineConfig, defineRule } from './settings/config.ts';
export { findSettings as loadSettings, type SettingsRequest } from './settings/find-settings.ts';
