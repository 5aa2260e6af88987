import { PACKAGE_PLACES, type PackagePlace } from './package-places.ts';
import { programName } from './program-name.ts';

/** A word of a command line that names a package, and the part of it that is no version. */
export interface PackageWord {
  readonly index: number;
  readonly kind: PackagePlace['kind'];
  /** The word without its version, in the place of the whole. */
  readonly text: string;
  /** Of the package, as its registry calls it. */
  readonly name: string;
  /** The word is what is run; of a container, the rest of the line belongs to it. */
  readonly started: boolean;
}

/** Where the packages of a command line stand. Nothing where the call is not understood to the last option. */
export function packageWords(words: readonly string[]): readonly PackageWord[] {
  const first = behindWrappers(words);
  const program = programName(words[first] ?? '');
  for (const place of PACKAGE_PLACES) {
    const found = place.programs.includes(program) ? readCall(words, first + 1, place) : undefined;
    if (found) return found;
  }
  return [];
}

/** The words with the versions of packages taken off. */
export function withoutVersions(words: readonly string[]): readonly string[] {
  const found = new Map(packageWords(words).map((word) => [word.index, replaced(words[word.index]!, word)]));
  return words.map((word, index) => found.get(index) ?? word);
}

/** `--package=name@1` is one word. */
function replaced(word: string, { text }: PackageWord): string {
  const option = /^--[a-z-]+=/.exec(word);
  return option ? option[0] + text : text;
}

/** Index behind `cmd /c` and `env A=b`, which change nothing about the words behind them. */
export function behindWrappers(words: readonly string[]): number {
  let index = 0;
  if (programName(words[0] ?? '') === 'cmd') {
    index = 1;
    while (/^\/[dsq]$/i.test(words[index] ?? '')) index += 1;
    return /^\/c$/i.test(words[index] ?? '') ? index + 1 : 0;
  }
  if (programName(words[0] ?? '') === 'env') {
    index = 1;
    while (/^[A-Za-z_]\w*=/.test(words[index] ?? '')) index += 1;
  }
  return index;
}

/** Nothing when it is another call; no words when it is this one, but not to be understood. */
function readCall(
  words: readonly string[],
  start: number,
  place: PackagePlace,
): readonly PackageWord[] | undefined {
  const found: PackageWord[] = [];
  const missing = [...place.subcommands];
  let replaces = place.project === true;
  const add = (index: number, spec: string, started: boolean, option = '') => {
    const behindAt = place.versionBehindAt === true && (started || place.replaces.includes(option));
    const read = readSpec(place.kind, spec, behindAt);
    if (read) found.push({ index, kind: place.kind, started, ...read });
  };
  for (let index = start; index < words.length; index++) {
    const word = words[index]!;
    const ended = word === '--';
    if (ended) index += 1;
    if (!ended && word.startsWith('-') && word.length > 1) {
      const { name, value } = splitOption(word, place);
      if (name === undefined) return missing.length > 0 ? undefined : [];
      if (place.replaces.includes(name)) replaces = true;
      if (!place.valued.includes(name)) continue;
      if (value === undefined) index += 1;
      const spec = value ?? words[index];
      // `-pname@1` cannot be put together again.
      if (
        place.packages.includes(name) &&
        spec !== undefined &&
        (value === undefined || word.startsWith('--'))
      )
        add(index, spec, false, name);
      continue;
    }
    const positional = words[index];
    if (positional === undefined) break;
    if (missing.length > 0) {
      if (ended || positional !== missing.shift()) return undefined;
      continue;
    }
    if (!replaces) add(index, positional, true);
    return found;
  }
  return missing.length > 0 ? undefined : found;
}

function splitOption(
  word: string,
  { flags, valued, group }: PackagePlace,
): { name?: string; value?: string } {
  if (flags.includes(word) || valued.includes(word)) return { name: word };
  if (word.startsWith('--')) {
    // What it is does not matter: its value is in the same word.
    const equals = word.indexOf('=');
    return equals === -1 ? {} : { name: word.slice(0, equals), value: word.slice(equals + 1) };
  }
  const short = word.slice(0, 2);
  if (valued.includes(short)) return { name: short, value: word.slice(2) };
  const letters = [...word.slice(1)];
  return group !== undefined && letters.every((letter) => group.includes(letter)) ? { name: word } : {};
}

// Only what is a version or a well-known tag: `user@host` keeps what it has.
const NPM_VERSION =
  /^(?:latest|next|beta|alpha|canary|rc|stable|nightly|dev|preview|experimental|[xX*]|(?:[~^]|[<>]=?|=)?v?\d{1,20}(?:\.(?:\d{1,20}|[xX*])){0,2}(?:[+-][0-9A-Za-z.+-]{1,100})?)$/;
/** `pkg@1.tgz` is a file of the working directory (npm-package-arg). */
const NPM_FILE = /\.(?:tgz|tar|tar\.gz)$/i;
/** PEP 440 without local versions, which could name a file. What is no version is a path for uv: `name@dev`. */
const PYPI_VERSION =
  /^v?\d{1,20}(?:\.\d{1,20}){0,8}(?:\.\*|(?:(?:a|b|rc)\d{1,20})?(?:\.post\d{1,20})?(?:\.dev\d{1,20})?)$/;
const NPM = /^((?:@[A-Za-z0-9~_-][A-Za-z0-9._~-]*\/)?[A-Za-z0-9~_-][A-Za-z0-9._~-]*)(?:@(.+))?$/;
const PYPI = /^([A-Za-z0-9][A-Za-z0-9._-]*)(\[[A-Za-z0-9,._-]*\])?(?:(===?|@|[~<>!]=|[<>])(.+))?$/;
const IMAGE =
  /^((?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?\/)?[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*){0,8})(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;
const DENO = /^((?:npm|jsr):\/?)((?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*)(?:@([^/]+))?(\/.*)?$/;

const LONGEST = 512;

function readSpec(
  kind: PackagePlace['kind'],
  spec: string,
  behindAt: boolean,
): { text: string; name: string } | undefined {
  if (spec.length > LONGEST) return undefined;
  if (kind === 'npm') {
    const [, name, version] = NPM.exec(spec) ?? [];
    return name !== undefined && isVersion(version) ? { text: name, name } : undefined;
  }
  if (kind === 'pypi') {
    const [, name, extras = '', operator, version] = PYPI.exec(spec) ?? [];
    return name !== undefined && isPythonVersion(operator, version, behindAt)
      ? { text: name + extras, name }
      : undefined;
  }
  if (kind === 'oci') {
    const [, name] = IMAGE.exec(spec) ?? [];
    return name !== undefined ? { text: name, name } : undefined;
  }
  const [, prefix = '', name, version, path = ''] = DENO.exec(spec) ?? [];
  return name !== undefined && isVersion(version) ? { text: prefix + name + path, name } : undefined;
}

function isVersion(text: string | undefined): boolean {
  return text === undefined || (NPM_VERSION.test(text) && !NPM_FILE.test(text));
}

function isPythonVersion(operator: string | undefined, text: string | undefined, behindAt: boolean): boolean {
  if (text === undefined) return true;
  if (operator !== '@') return PYPI_VERSION.test(text);
  return behindAt && (text === 'latest' || (PYPI_VERSION.test(text) && !text.endsWith('*')));
}
