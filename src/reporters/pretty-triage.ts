import type { TriageCounts } from '../core/report.ts';
import type { Look } from './pretty-finding.ts';
import { printable } from './printable.ts';
import { plural } from './summarize.ts';
import { wrapText } from './text-width.ts';

/** What the report does not tell, and, with `all`, every entry of the baseline that is no longer needed. */
export function formatTriage({ ignored, known, unused }: TriageCounts, all: boolean, look: Look): string[] {
  const left = [
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...(known > 0 ? [`${known} in the baseline`] : []),
  ];
  const gone =
    unused.length === 0
      ? []
      : [
          `${plural(unused.length, 'finding')} of the baseline ${unused.length === 1 ? 'is' : 'are'} gone: "--update-baseline" takes ${unused.length === 1 ? 'it' : 'them'} out${all ? ':' : ' (--verbose shows which).'}`,
        ];
  const entries = all
    ? unused.map(({ rule, file, path }) => `  ${[rule, file, path].join(' ').trimEnd()}`)
    : [];
  return [
    ...[...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []), ...gone].flatMap((line) =>
      wrapText(line, look.width),
    ),
    ...entries.map(printable),
  ].map(look.faint);
}
