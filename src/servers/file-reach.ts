import type { Option } from '../core/launch.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path, Word } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import { readEnvironment } from './environment.ts';
import { readFolder } from './folder.ts';
import { containment } from './listening.ts';
import { findReach } from './local-reach.ts';
import type { ServerFacts } from './server-facts.ts';
import { isOn, readSettings } from './settings.ts';

/** What of this machine a server can read or do. */
export interface Reach {
  readonly access: 'files' | 'shell' | 'browser';
  /**
   * Folder that it may read, `/`-separated, without a slash at the end; `~` stands for the home folder of the user,
   * `.` for the folder that the host starts servers in. Raw text: print it through `label`. Absent when the server is
   * known for what it can do and no word says where: then it is everything that its user can read.
   */
  readonly root?: string;
  readonly range: Range;
  readonly path: Path;
}

/** Flags for folders that servers may read or work in. */
const FOLDER_FLAG =
  /^--?(?:allowed?|root|base|project|repo(?:sitory)?|workspace|vault|working|data)?[-_]?(?:dirs?|directory|directories|paths?|folders?|roots?|root|repo(?:sitory)?|workspace|vault)$/i;
/** Flags that end so and mean something else: a route of an HTTP server. */
const OTHER_FLAG = /^--?(?:path|base[-_]?path|data[-_]?path)$/i;
const FOLDER_VARIABLE =
  /^(?:MCP_)?(?:FILESYSTEM_|FS_)?(?:ALLOWED_(?:DIR(?:ECTORIE)?S|DIRECTORY|DIR|PATHS?|ROOTS?|FOLDERS?)|BASE_DIRECTORY|ROOT_DIR(?:ECTORY)?)$/;

/** The files, the shell or the browser that a server reaches, as far as its entry or its name tells. */
export function fileReach(facts: Pick<ServerFacts, 'server' | 'launch' | 'known'>): readonly Reach[] {
  const { launch, known } = facts;
  const mounts = (launch.container ?? []).flatMap(readMount);
  // Paths inside a container are not those of this machine, and neither are its shell and its browser.
  if (containment(facts) !== 'none' || launch.wrappers.some(({ kind }) => kind === 'remote-shell'))
    return mounts;
  const found = findReach(launch, known);
  const row = found?.only && !isSet(facts, found.only) ? undefined : found;
  const folders = [
    ...(row?.positional ? positionalFolders(launch.args) : []),
    ...flagFolders(launch.args),
    ...variableFolders(facts),
  ];
  const place =
    launch.package ??
    (launch.programWord && { range: launch.programWord.text.range, path: launch.programWord.path });
  if (row && place && row.access !== 'files')
    return [...folders, { access: row.access, range: place.range, path: place.path }];
  return folders;
}

function isSet(facts: Pick<ServerFacts, 'server' | 'launch'>, key: RegExp): boolean {
  return readSettings(facts).some((setting) => key.test(setting.key) && isOn(setting));
}

function positionalFolders(words: readonly Word[]): Reach[] {
  return words.flatMap(({ text, path }, index) => {
    const previous = words[index - 1]?.text;
    return previous && isFolderFlag(previous) ? [] : reachOf(text, path, true);
  });
}

function isFolderFlag(text: LocatedText): boolean {
  const name = text.length > 40 ? '' : text.reveal();
  return (FOLDER_FLAG.test(name) || name === '-r') && !OTHER_FLAG.test(name);
}

function flagFolders(words: readonly Word[]): Reach[] {
  return words.flatMap(({ text, path }, index) => {
    const source = text.length > 4352 ? '' : text.reveal();
    if (!source.startsWith('-')) return [];
    const equals = source.indexOf('=');
    if (!isFolderFlag(equals === -1 ? text : text.slice(0, equals))) return [];
    if (equals !== -1) return reachOf(text.slice(equals + 1), path, true);
    const next = words[index + 1];
    return next ? reachOf(next.text, next.path, true) : [];
  });
}

function variableFolders({ server, launch }: Pick<ServerFacts, 'server' | 'launch'>): Reach[] {
  return (
    readEnvironment(server, launch.assignments)
      // A part of all of them first: the expression takes long to compile.
      .filter(({ name }) => /DIR|PATH|ROOT|FOLDER/.test(name) && FOLDER_VARIABLE.test(name))
      .flatMap(({ value, path }) => splitList(value).flatMap((part) => reachOf(part, path, false)))
  );
}

/** Folders of a variable: `a,b`, `a;b`, `a:b` where no drive letter or reference has the colon. */
function splitList(text: LocatedText): LocatedText[] {
  if (text.length > 65_536) return [];
  const source = text.reveal();
  const separator = /[,;]/.exec(source)?.[0] ?? (/^[/~][^:]*(?::[/~][^:]*)+$/.test(source) ? ':' : undefined);
  if (separator === undefined) return [text];
  const parts: LocatedText[] = [];
  let start = 0;
  for (const part of source.split(separator)) {
    parts.push(text.slice(start, start + part.length));
    start += part.length + 1;
  }
  return parts;
}

function reachOf(text: LocatedText, path: Path, bare: boolean): Reach[] {
  const root = text.length > 0 && text.reveal().startsWith('-') ? undefined : readFolder(text, bare);
  return root === undefined ? [] : [{ access: 'files', root, range: text.range, path }];
}

/** `-v source:target[:ro]` and `--mount type=bind,source=…,target=…`; a volume with a name is no folder of the user. */
function readMount({ name, value, path }: Option): Reach[] {
  if (!value || value.length > 8192) return [];
  const source = value.reveal();
  if (name === '-v' || name === '--volume') {
    const reference = /^(?:\$\{[^{}]{1,200}\}|[A-Za-z]:(?=[\\/]))?/.exec(source)![0].length;
    const colon = source.indexOf(':', reference);
    return colon === -1 ? [] : mountOf(value.slice(0, colon), path);
  }
  if (name !== '--mount' || !/(?:^|,)type=bind(?:,|$)/.test(source)) return [];
  const match = /(?:^|,)(?:src|source)=([^,]*)/.exec(source);
  if (!match) return [];
  const start = match.index + match[0].length - match[1]!.length;
  return mountOf(value.slice(start, start + match[1]!.length), path);
}

/** The socket of the container engine lets its user start anything with any folder. */
const ENGINE_SOCKET = /(?:docker|podman|containerd|crio)\.sock$/;

function mountOf(text: LocatedText, path: Path): Reach[] {
  if (ENGINE_SOCKET.test(text.reveal())) return [{ access: 'shell', range: text.range, path }];
  return reachOf(text, path, false);
}
