import type { Package } from '../core/launch.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path } from '../core/model.ts';

/** A word that names a package, and what its place adds. */
export interface PackageWord {
  readonly text: LocatedText;
  readonly path: Path;
  /** The runner takes what is installed and fetches nothing. */
  readonly installed?: boolean;
}

// The names that npm accepts, old ones with capitals included; a reference or a placeholder is no name.
const NPM = /^((?:@[A-Za-z0-9~_-][A-Za-z0-9._~-]*\/)?[A-Za-z0-9~_-][A-Za-z0-9._~-]*)(?:@([^\n]*))?$/;
const EXACT_NPM = /^=?v?\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][0-9A-Za-z.+-]{1,128})?$/;

/** `@scope/name@1.2.3` of npm. Only an exact version is pinned: `latest`, `^1.2.3`, `1` and `1.x` move. */
export function readNpmPackage(word: PackageWord): Package | undefined {
  const match = NPM.exec(bounded(word));
  if (!match) return undefined;
  const [, name, version] = match;
  return packageOf(
    'npm',
    name!.toLowerCase(),
    version,
    version !== undefined && EXACT_NPM.test(version),
    word,
  );
}

const PYPI =
  /^([a-z0-9](?:[a-z0-9._-]{0,126}[a-z0-9])?)\s{0,4}(?:\[[a-z0-9,._\s-]{0,200}\])?\s{0,4}(?:(===?|@|[~<>!]=?)\s{0,4}(.{1,256}))?$/is;
const EXACT_PYPI = /^v?\d[0-9A-Za-z.!+_-]{0,128}$/;

/** `name[extra]==1.2.3` of PyPI, or `name@1.2.3` as uv takes it. `==1.*`, `>=1` and `latest` move. */
export function readPypiPackage(word: PackageWord): Package | undefined {
  const match = PYPI.exec(bounded(word));
  if (!match) return undefined;
  const [, name, operator, version] = match;
  // `name @ git+https://…` is another place.
  if (version?.includes('/')) return undefined;
  const pinned = version !== undefined && /^(?:===?|@)$/.test(operator!) && EXACT_PYPI.test(version);
  const given = operator === '@' || operator === '==' || operator === '===' ? version : undefined;
  const written = given ?? (version === undefined ? undefined : `${operator}${version}`);
  return packageOf('pypi', normalizePypiName(name!), written, pinned, word);
}

/** PyPI compares names without regard to case and to which of `-`, `_` and `.` separate their parts (PEP 503). */
export function normalizePypiName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

const IMAGE =
  /^((?:[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?(?::\d{1,5})?\/)?[a-z0-9][a-z0-9._-]{0,127}(?:\/[a-z0-9][a-z0-9._-]{0,127}){0,8})(?::([a-z0-9_][a-z0-9_.-]{0,127}))?(?:@([a-z0-9]{2,16}:[0-9a-f]{32,128}))?$/i;
/**
 * A tag counts as pinned when it looks like the version of one release, `1.2.3` or `v1.2.3-alpine`: whoever publishes
 * images may move any tag, but these stay by custom, while `latest`, `1`, `1.2`, `main` and `stable` are made to move.
 */
const RELEASE_TAG = /^v?\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+._][0-9A-Za-z.+_-]{1,100})?$/;

/** `ghcr.io/owner/image:tag@sha256:…`. */
export function readImage(word: PackageWord): Package | undefined {
  const match = IMAGE.exec(bounded(word));
  if (!match) return undefined;
  const [, name, tag, digest] = match;
  const pinned = digest !== undefined || (tag !== undefined && RELEASE_TAG.test(tag));
  const short = name!
    .toLowerCase()
    .replace(/^(?:(?:index|registry-1)\.)?docker\.io\//, '')
    .replace(/^library\//, '');
  return packageOf('oci', short, digest ?? tag, pinned, word);
}

const LONGEST = 512;

function bounded({ text }: PackageWord): string {
  return text.length > LONGEST ? '' : text.reveal();
}

function packageOf(
  registry: Package['registry'],
  name: string,
  version: string | undefined,
  pinned: boolean,
  { text, path, installed }: PackageWord,
): Package {
  return {
    registry,
    name,
    ...(version && { version }),
    pinned: pinned || installed === true,
    ...(installed && { installed }),
    range: text.range,
    path,
  };
}
