import type { Report } from '../core/report.ts';
import { reportGithub } from '../reporters/github.ts';
import { reportJson } from '../reporters/json.ts';
import type { Place } from '../reporters/pretty.ts';
import { reportPretty } from '../reporters/pretty.ts';
import type { Arguments } from './arguments.ts';
import type { Format } from './options.ts';

export interface Screen {
  readonly color: boolean;
  /** Only what is staged was looked at. */
  readonly staged?: boolean;
  /** Paths as the user named them. */
  readonly named: readonly string[];
  /** The places looked at, when the user named none. */
  readonly places?: readonly Place[];
}

/** The report in one of the formats that were asked for. */
export async function printReport(
  report: Report,
  format: Format,
  args: Pick<Arguments, 'quiet' | 'verbose' | 'failOn'>,
  screen: Screen,
): Promise<string> {
  // What decides the exit code is shown, whatever its level.
  const advice = args.verbose || args.failOn === 'info';
  switch (format) {
    case 'json':
      return reportJson(report);
    case 'jsonl':
      return (await import('../reporters/jsonl.ts')).reportJsonl(report);
    case 'junit':
      return (await import('../reporters/junit.ts')).reportJunit(report, { advice });
    case 'markdown':
      return (await import('../reporters/markdown.ts')).reportMarkdown(report, { advice });
    case 'sarif':
      return (await import('./print-sarif.ts')).printSarif(report);
    case 'github':
      return reportGithub(report, { advice });
    default: {
      const { color, staged, ...rest } = screen;
      // Said in every commit without a config.
      if (staged && !args.quiet && report.files.length + report.findings.length === 0 && !report.triage)
        return 'No MCP configs are staged.\n';
      const paint = color ? (await import('picocolors')).default.createColors(true) : undefined;
      return reportPretty(report, { ...rest, quiet: args.quiet, advice, ...(paint && { paint }) });
    }
  }
}
