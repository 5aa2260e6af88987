import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { HostFile } from '../core/host.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path, Word } from '../core/model.ts';
import type { Mapping } from '../core/value.ts';
import { classify } from '../credentials/classify.ts';
import { decompose } from '../slots/decompose.ts';
import { programName } from '../slots/program.ts';
import { textsOfEntry } from './entry-texts.ts';
import type { ServerFacts } from './server-facts.ts';

/** The name of a file of variables, where an entry has it. */
export interface NamedEnvFile {
  readonly file: LocatedText;
  readonly path: Path;
  /** What an entry calls such a file. */
  readonly name: 'envFile' | '--env-file';
}

/** The files that an entry reads variables from: `envFile`, and `--env-file` of docker, uv and node. */
export function namedEnvFiles({ server }: Pick<ServerFacts, 'server'>): NamedEnvFile[] {
  const members = (namesFile(server.entry) ? textsOfEntry(server) : [])
    .filter(({ field }) => field === 'envFile')
    .map(({ text, path }) => ({ file: text, path, name: 'envFile' as const }));
  return [...members, ...envFilesOfWords(server.words)];
}

/** Is there a member of such a name at all? Most entries have none, and need no second look. */
function namesFile(entry: Mapping, depth = 0): boolean {
  return entry.entries.some(
    ({ key, value }) =>
      key.reveal().toLowerCase().includes('file') ||
      (value.kind === 'mapping' && depth < 3 && namesFile(value, depth + 1)),
  );
}

const FLAG = '--env-file';

function envFilesOfWords(words: readonly Word[]): NamedEnvFile[] {
  return words.flatMap((word, index): NamedEnvFile[] => {
    const source = word.text.reveal();
    if (!source.startsWith('-')) return [];
    if (source.startsWith(`${FLAG}=`))
      return [{ file: word.text.slice(FLAG.length + 1), path: word.path, name: FLAG }];
    const next = words[index + 1];
    return next && (source === FLAG || (source === '-e' && isDotenv(words[index - 1])))
      ? [{ file: next.text, path: next.path, name: FLAG }]
      : [];
  });
}

/** `dotenv -e FILE -- command` of dotenv-cli. */
function isDotenv(word: Word | undefined): boolean {
  return word !== undefined && /^dotenv(?:-cli)?$/.test(programName(word.text));
}

/** Where a config lies, as far as it decides what a relative path in it means. */
export interface ConfigPlace {
  /** As users see it. */
  readonly path: string;
  readonly absolute: string;
  readonly scope: HostFile['scope'];
  readonly home?: string;
}

const HOME = /^(?:~|\$HOME|\$\{HOME\}|\$\{userHome\}|\$\{env:HOME\})(?=[/\\])/;
const WORKSPACE = /^\$\{workspaceFolder\}[/\\]/;

/**
 * The absolute paths that the name of a file may stand for, likeliest first; none when that cannot be told. Only below
 * the home folder and the folder of the config: a stranger's config shall not have shares of the network opened.
 */
export function pathsOfEnvFile(
  file: LocatedText,
  { absolute, scope, home }: Omit<ConfigPlace, 'path'>,
): string[] {
  const source = file.reveal();
  const folder = dirname(absolute);
  const isHidden = basename(folder).startsWith('.');
  const root = isHidden ? dirname(folder) : folder;
  return candidates().filter(
    (path) => !/[$%{}\0]/.test(path) && path.length <= 4096 && (isBelow(path, home) || isBelow(path, root)),
  );

  function candidates(): string[] {
    const atHome = HOME.exec(source)?.[0];
    if (atHome !== undefined) return home === undefined ? [] : [join(home, source.slice(atHome.length))];
    if (isAbsolute(source)) return [resolve(source)];
    // The project that a user's own config is used in is not known.
    if (!isAbsolute(absolute) || scope !== 'project' || root === home) return [];
    const below = source.replace(WORKSPACE, '');
    const folders = below === source && isHidden ? [root, folder] : [root];
    return folders.map((from) => resolve(from, below));
  }
}

function isBelow(path: string, folder: string | undefined): boolean {
  if (folder === undefined || !isAbsolute(folder)) return false;
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The credentials that variables are set to themselves. */
export function credentialsOf(
  variables: readonly { readonly name: string; readonly value: LocatedText }[],
): LocatedText[] {
  return variables.flatMap(({ name, value }) =>
    decompose(value, { kind: 'env', name, path: [name], depth: 0 }).flatMap((slot) => {
      const verdict = classify(slot);
      const isReal = verdict.kind === 'literal' && !verdict.traits.includes('development-default');
      return isReal ? [slot.value] : [];
    }),
  );
}
