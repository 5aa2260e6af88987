import type { ReportedFix } from '../core/fix-report.ts';
import type { FixLook } from './fix-look.ts';
import { printable } from './printable.ts';
import { plural } from './summarize.ts';
import { wrapText } from './text-width.ts';

/** After a fix: what moved where, where to revoke it, and how to go back. Ends in a newline. `program`: how mcp-lint is started here. */
export function outcomePretty(fixed: readonly ReportedFix[], look: FixLook, program = 'mcp-lint'): string {
  const blocks = [
    ...fixed.map((file) => formatMoved(file, look)),
    formatRotation(fixed, look, program),
    `To go back: ${program} undo`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function formatMoved({ path, servers }: ReportedFix, look: FixLook): string {
  const moves = servers.flatMap(({ server, moves: own }) => own.map((move) => ({ server, ...move })));
  return [
    `${look.strong(printable(path))}: moved ${plural(moves.length, 'credential')}`,
    ...moves.map(
      ({ server, what, reference }) =>
        `  ${printable(what)}${ofServer(server)} ${look.faint('->')} ${look.link(printable(reference))}`,
    ),
  ].join('\n');
}

/** What was on disk in clear text has been read by whoever read the disk. */
function formatRotation(files: readonly ReportedFix[], look: FixLook, program: string): string {
  const moved = files.flatMap(({ servers }) =>
    servers.flatMap(({ server, moves }) => moves.map((move) => ({ server, ...move }))),
  );
  const nameOf = ({ what, server }: (typeof moved)[number]) => `${printable(what)}${ofServer(server)}`;
  const places = moved.flatMap((move) => {
    const place = move.rotate ?? (move.issuer === undefined ? undefined : `at ${move.issuer}`);
    return place === undefined ? [] : [`${nameOf(move)}: ${printable(place)}`];
  });
  const others = moved.filter(({ rotate, issuer }) => rotate === undefined && issuer === undefined);
  if (others.length === 1) places.push(`${nameOf(others[0]!)}: where it was issued`);
  else if (others.length > 1)
    places.push(`${places.length > 0 ? 'the other' : 'all'} ${others.length}: where they were issued`);
  const exposed = files.flatMap(({ path, exposure }) =>
    exposure.map((sentence) => `${printable(path)}: ${printable(sentence)}`),
  );
  const lines = [...places, ...exposed].flatMap((text) => wrapped(text, look));
  return [
    look.strong('Revoke what stood there in clear text, and get new values:'),
    ...lines,
    formatReplacing(files, look, program),
  ].join('\n');
}

/** New values go straight into the vaults; those of others are asked for with their own programs. */
function formatReplacing(files: readonly ReportedFix[], look: FixLook, program: string): string {
  const all = files.flatMap(({ servers }) => servers.flatMap(({ moves }) => moves));
  const references = new Set(all.map(({ reference }) => reference));
  const ours = [...references].filter((reference) => /^(?:keychain|pass):\/\//.test(reference));
  if (ours.length === 0) return 'Then put the new values where the old ones went.';
  const command = `${program} secret set ${ours.length === 1 ? printable(ours[0]!) : 'REF'}`;
  const others = ours.length < references.size ? ' (for references that begin with keychain or pass)' : '';
  return `Then keep each new value in the place of the old one${others}: ${look.link(command)}`;
}

function ofServer(server: string | undefined): string {
  return server === undefined ? '' : ` of server "${printable(server)}"`;
}

function wrapped(text: string, { width }: FixLook): string[] {
  return wrapText(text, width - 4).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
}
