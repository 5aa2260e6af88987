import type { Report } from '../core/report.ts';
import type { ExistingLocation } from '../discover/known-locations.ts';
import { RULES } from '../rules/rules.ts';
import type { Arguments } from './arguments.ts';

export interface Screen {
  readonly color: boolean;
  /** Paths as the user named them. */
  readonly named: readonly string[];
  /** The places looked at, when the user named none. */
  readonly places?: readonly ExistingLocation[];
}

/** The report in the format that was asked for; only that reporter is loaded. */
export async function printReport(report: Report, args: Pick<Arguments, 'format' | 'quiet'>, screen: Screen): Promise<string> {
  switch (args.format) {
    case 'json':
      return (await import('../reporters/json.ts')).reportJson(report);
    case 'sarif':
      return (await import('../reporters/sarif.ts')).reportSarif(
        report,
        RULES.map((rule) => rule.meta),
      );
    case 'github':
      return (await import('../reporters/github.ts')).reportGithub(report);
    default: {
      const { reportPretty } = await import('../reporters/pretty.ts');
      const { color, ...rest } = screen;
      const paint = color ? (await import('picocolors')).default.createColors(true) : undefined;
      return reportPretty(report, { ...rest, quiet: args.quiet, ...(paint && { paint }) });
    }
  }
}
