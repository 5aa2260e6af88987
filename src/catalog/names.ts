import type { Package } from '../core/launch.ts';
import type { Row } from './row.ts';
import { allRows, escapePattern, rowsMatching } from './rows.ts';

type Registry = Package['registry'];
type Kind = Registry | 'binary';

/** Where a row has the names of a registry. */
export const MEMBER = { npm: 'npm', pypi: 'pypi', oci: 'images' } as const;

/** Longer texts are no names: npm allows 214 characters, images 255. */
export const LONGEST_NAME = 255;

const byName = new Map<Kind, ReadonlyMap<string, Row>>();

/** The names of one kind, as they are compared, with the rows that they are of. */
export function namesOf(kind: Kind): ReadonlyMap<string, Row> {
  let names = byName.get(kind);
  if (names === undefined) {
    names = readNames(kind);
    byName.set(kind, names);
  }
  return names;
}

/** The row that a package, image or program name is of. */
export function rowOfName(kind: Kind, name: string): Row | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const wanted = comparable(kind, name);
  const written = escapePattern(wanted).replaceAll('-', SEPARATORS[kind]);
  return rowsMatching(new RegExp(`"${written}"`, 'g')).find((row) =>
    writtenNames(kind, row).some((one) => comparable(kind, one) === wanted),
  );
}

/** What a hyphen of a comparable name may stand for in a row. */
const SEPARATORS = { npm: '-', oci: '-', pypi: '[-_.]+', binary: '[-_]' } as const;

/** A name as its registry compares it. */
export function comparable(kind: Kind, name: string): string {
  if (kind === 'pypi') return plainPyPi(name);
  // `python -m mcp_server_git` runs what `mcp-server-git` does.
  return kind === 'binary' ? name.toLowerCase().replaceAll('_', '-') : name.toLowerCase();
}

function readNames(kind: Kind): Map<string, Row> {
  const names = new Map<string, Row>();
  for (const row of allRows())
    for (const name of writtenNames(kind, row)) names.set(comparable(kind, name), row);
  return names;
}

function writtenNames(kind: Kind, row: Row): readonly string[] {
  return (kind === 'binary' ? programNames(row) : row[MEMBER[kind]]) ?? [];
}

/**
 * Programs are told by the names of their own, and by those of packages without a scope, which install a program of
 * the same name; these only when they say `mcp`, since others are words that any program may have for its name.
 */
function programNames({ binaries = [], npm = [], pypi = [] }: Row): string[] {
  const packages = [...npm, ...pypi].filter((name) => !name.startsWith('@') && name.includes('mcp'));
  return [...binaries, ...packages];
}

/** https://peps.python.org/pep-0503/#normalized-names */
function plainPyPi(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
