import type { Package } from '../core/launch.ts';
import type { Row } from './row.ts';
import { escapePattern, listedIn, rowsMatching, rowsNaming } from './rows.ts';

type Registry = Package['registry'];
type Kind = Registry | 'binary';

/** Where a row has the names of a registry. */
const MEMBER = { npm: 'npm', pypi: 'pypi', oci: 'images' } as const;

/** Longer texts are no names: npm allows 214 characters, images 255. */
export const LONGEST_NAME = 255;

const byRegistry = new Map<Registry, ReadonlyMap<string, string>>();

/** The names of one registry, as they are compared, and as they are written. */
export function namesOf(registry: Registry): ReadonlyMap<string, string> {
  let names = byRegistry.get(registry);
  if (names === undefined) {
    names = new Map(listedIn(MEMBER[registry]).map((name) => [comparable(registry, name), name]));
    byRegistry.set(registry, names);
  }
  return names;
}

/** The row that a package, image or program name is of. */
export function rowOfName(kind: Kind, name: string): Row | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const wanted = comparable(kind, name);
  const key = `${kind} ${wanted}`;
  if (!found.has(key)) {
    // Names come again and again; a stranger's file may have any number of others.
    if (found.size > 10_000) found.clear();
    found.set(key, findRow(kind, wanted));
  }
  return found.get(key);
}

const found = new Map<string, Row | undefined>();

function findRow(kind: Kind, wanted: string): Row | undefined {
  const rows =
    wanted.includes('-') && kind in SEPARATORS
      ? rowsMatching(new RegExp(`"${escapePattern(wanted).replaceAll('-', SEPARATORS[kind]!)}"`, 'g'))
      : rowsNaming(wanted);
  return rows.find((row) => writtenNames(kind, row).some((one) => comparable(kind, one) === wanted));
}

/** What a hyphen of a comparable name may stand for in a row. */
const SEPARATORS: Partial<Readonly<Record<Kind, string>>> = { pypi: '[-_.]+', binary: '[-_]' };

/** A name as its registry compares it. */
export function comparable(kind: Kind, name: string): string {
  if (kind === 'pypi') return plainPyPi(name);
  // `python -m mcp_server_git` runs what `mcp-server-git` does.
  return kind === 'binary' ? name.toLowerCase().replaceAll('_', '-') : name.toLowerCase();
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
