import type { Field, Host, Interpolation } from '../core/host.ts';
import { expansionsOf } from '../hosts/expansions.ts';
import { HOSTS } from '../hosts/hosts.ts';
import { alignTable } from '../reporters/table.ts';
import { wrapText } from '../reporters/text-width.ts';

/** The hosts with configs of their own: others stand for what is read by its form. */
export const LISTED = HOSTS.filter(({ files, also }) => files.length > 0 || also !== undefined);

/** A line of the table of hosts. */
export interface HostRow {
  readonly host: Host;
  /** Of the lines of this host: the one with its files. */
  readonly first: boolean;
  readonly files: readonly string[];
  readonly references: readonly string[];
  readonly where: string;
  readonly unset: string;
}

/** The fields that nearly every server has. */
export const MAIN_FIELDS: readonly Field[] = ['command', 'args', 'env', 'url', 'headers'];

const UNSET: Readonly<Record<Interpolation['unset'], string>> = {
  literal: 'kept',
  empty: 'empty',
  prompt: 'asked',
  error: 'error',
  default: 'default',
  unknown: '?',
};

export const LEGEND =
  '"all" are command, args, env, url and headers. An unset variable is kept as written, becomes empty, is asked for, or is an error.';

/** What the hosts expand, and at most `most` files of each: names longer than `longest` without their folder. */
export function hostRows(most: number, longest: number): HostRow[] {
  return LISTED.flatMap((host) => {
    const rows = expansionsOf(host).map(({ syntaxes, fields, unset }) => ({
      references: syntaxes,
      where: `${wordsFor(fields)}${host.refused?.some(({ syntax, scope }) => scope === 'project' && syntaxes.includes(syntax)) ? ', not in projects' : ''}`,
      unset: UNSET[unset],
    }));
    const unknown = host.unknownExpansion === 'all';
    const none = { references: [], where: unknown ? 'not known' : 'nowhere', unset: '' };
    return (rows.length > 0 ? rows : [none]).map((row, index) => ({
      host,
      first: index === 0,
      files: index === 0 ? shortNames(host, longest).slice(0, most) : [],
      ...row,
    }));
  });
}

/** The files, those of projects first: the part that tells them from files of other hosts. */
function shortNames({ files }: Host, longest: number): string[] {
  const sorted = [...files].sort((a, b) => Number(b.scope === 'project') - Number(a.scope === 'project'));
  const names = sorted.map(({ path }) => {
    const short = path.split('/').slice(-2).join('/');
    return short.length > longest ? path.slice(path.lastIndexOf('/') + 1) : short;
  });
  return [...new Set(names)];
}

function wordsFor(fields: readonly Field[]): string {
  const missing = MAIN_FIELDS.filter((field) => !fields.includes(field));
  if (missing.length === 0) return 'all';
  return missing.length === 1 ? `all but ${missing[0]}` : fields.join(', ');
}

/** Of a file with its folder; else the name alone has to do. */
const LONGEST = 28;

/** The table that `mcp-lint hosts` prints. */
export function listHosts(width: number): string {
  const rows = hostRows(1, LONGEST).map(({ host, files, first, references, where, unset }) => [
    first ? host.id : '',
    first && host.files.length === 0 ? '(see its page)' : files.join(' '),
    references.join(' '),
    where,
    unset,
  ]);
  const lines = alignTable([['host', 'file', 'references', 'work in', 'if unset'], ...rows], width);
  const legend = wrapText(LEGEND, width).join('\n');
  return `${lines.join('\n')}\n\n${legend}\nOne host in detail, with all of its files: mcp-lint hosts <host>\n`;
}
