/** The library: the same engine as the command. Nothing here prints, exits or reads the environment. */
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
export { rank } from './rank.ts';
export type { Approach, ApproachId } from './ranking/approaches.ts';
export type { RankedFile, RankedServer, RankReport } from './ranking/rank-report.ts';
export type { ReadOptions } from './read-configs.ts';
export { type LintOptions, lint } from './run.ts';
