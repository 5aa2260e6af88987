import type { FixReport, Hunk, ReportedFix, ReportedFixEntry, ReportedLeft } from '../core/fix-report.ts';
import type { FixLook } from './fix-look.ts';
import { printable } from './printable.ts';
import { plural } from './summarize.ts';
import { wrapText } from './text-width.ts';

/** Lines of new text that are wider are cut. */
const MOST_UNITS = 400;

/** What a fix would do, for people: per file what moves where and why, and the lines that change. Ends in a newline. */
export function planPretty({ files, left }: FixReport, look: FixLook): string {
  const blocks = files.map((file) => formatFile(file, look));
  if (left.length > 0) blocks.push(formatLeft(left, look));
  return `${blocks.join('\n\n')}\n`;
}

/** `3 changes`, of which each is a credential that moves. */
export function countMoves({ files }: FixReport): number {
  return files.reduce(
    (sum, { servers }) => sum + servers.reduce((moves, entry) => moves + entry.moves.length, 0),
    0,
  );
}

/** `2 credentials of 1 file can be moved, 1 stays.` */
export function summarizePlan(report: FixReport): string {
  const moves = countMoves(report);
  const stays = report.left.length;
  const rest = stays === 0 ? '' : `${stays} ${stays === 1 ? 'stays' : 'stay'}`;
  if (moves === 0)
    return rest === ''
      ? 'Nothing to fix.'
      : `Nothing can be moved, ${plural(stays, 'credential')} ${stays === 1 ? 'stays' : 'stay'}.`;
  return `${plural(moves, 'credential')} of ${plural(report.files.length, 'file')} can be moved${rest && `, ${rest}`}.`;
}

function formatFile(file: ReportedFix, look: FixLook): string {
  const { path, host, servers, diff, launcher, warnings, steps } = file;
  const reasons = new Set<string>();
  return [
    `${look.strong(printable(path))}${look.faint(`, ${printable(host)}`)}`,
    ...servers.flatMap((entry) => formatEntry(entry, reasons, look)),
    ...(launcher
      ? indented(`mcp-lint is called as ${printable(launcher.command)}: ${printable(launcher.why)}`, 2, look)
      : []),
    ...diff.flatMap((hunk) => ['', ...formatHunk(hunk, look)]),
    ...(warnings.length + steps.length > 0 ? [''] : []),
    ...warnings.flatMap((text) => note('warning', text, look.warning, look)),
    ...steps.flatMap((text) => note('to do', text, look.strong, look)),
  ].join('\n');
}

/** `reasons`: those that were given for the file, which are not given again. */
function formatEntry(
  { server, scope, moves }: ReportedFixEntry,
  reasons: Set<string>,
  look: FixLook,
): string[] {
  const where = scope === undefined ? '' : ` in ${printable(scope)}`;
  return [
    `  ${server === undefined ? 'for every server' : `server "${printable(server)}"`}${where}`,
    ...moves.flatMap(({ what, to, reference, why }) => {
      const isNew = !reasons.has(`${to}\n${why}`);
      reasons.add(`${to}\n${why}`);
      return [
        `    ${printable(what)} ${look.faint('->')} ${look.link(printable(reference))}`,
        ...(isNew ? indented(`${printable(to)}: ${printable(why)}`, 6, look) : []),
      ];
    }),
  ];
}

function formatHunk({ line, before, after }: Hunk, look: FixLook): string[] {
  const cut = (text: string) => {
    const shown = printable(text);
    return shown.length > MOST_UNITS ? `${shown.slice(0, MOST_UNITS)}…` : shown;
  };
  return [
    `  ${look.faint(`@@ line ${line} @@`)}`,
    ...before.map((text) => `  ${look.removed(`- ${cut(text)}`.trimEnd())}`),
    ...after.map((text) => `  ${look.added(`+ ${cut(text)}`.trimEnd())}`),
  ];
}

/** Per file, with those together that stay for the same reason. */
function formatLeft(left: readonly ReportedLeft[], look: FixLook): string {
  const files = grouped(left, ({ path }) => path);
  return [...files]
    .map(([path, ofFile]) =>
      [
        look.strong(`Stays as it is in ${printable(path)}:`),
        ...[...grouped(ofFile, ({ reason }) => reason)].flatMap(([reason, places]) => [
          ...places.flatMap(({ what, server }) =>
            indented(
              `${printable(what)}${server === undefined ? '' : ` of server "${printable(server)}"`}`,
              2,
              look,
            ),
          ),
          ...indented(`because ${printable(reason)}.`, 6, look),
        ]),
      ].join('\n'),
    )
    .join('\n\n');
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function note(name: string, text: string, paint: (text: string) => string, look: FixLook): string[] {
  return wrapText(printable(text), look.width - 12).map((line, index) =>
    index === 0 ? `  ${paint(`${name}:`.padEnd(9))}${line}` : `${' '.repeat(11)}${line}`,
  );
}

/** Lines that are told once, the second and later ones two cells further in. */
function indented(text: string, cells: number, { width }: FixLook): string[] {
  return wrapText(text, width - cells - 2).map(
    (line, index) => `${' '.repeat(cells + (index === 0 ? 0 : 2))}${line}`,
  );
}
