import { type Dialect, dialectOf } from './core/dialect.ts';
import type { Document } from './core/document.ts';
import type { Host } from './core/host.ts';
import { literalCredential } from './core/literal-credential.ts';
import type { Problem } from './core/report.ts';
import type { Settings } from './core/settings.ts';
import type { Value } from './core/value.ts';
import { type Discovered, discover } from './discover/discover.ts';
import { exposureOf } from './discover/exposure.ts';
import { GitIndex } from './discover/git-index.ts';
import { readConfigFile } from './discover/read-file.ts';
import { Lookout } from './discover/surroundings.ts';
import { inspectEnvFile } from './env-file.ts';
import { hostsForContent } from './hosts/content.ts';
import { hostOfOAuthDocument } from './hosts/data/oauth-documents.ts';
import { scopeOf } from './hosts/file-scope.ts';
import { HOSTS } from './hosts/hosts.ts';
import { partsToKeep, withGeneric } from './hosts/reading.ts';
import { hostsForPath } from './hosts/recognise.ts';
import { lintDocument, NOWHERE, type Outside } from './lint-document.ts';
import { type OAuthDocument, recogniseOAuthDocument } from './oauth/document.ts';
import type { OwnKnowledge } from './own-knowledge.ts';
import { loadDialect } from './parsers/dialects.ts';
import { LARGE, parse, type Source } from './parsers/parse.ts';
import type { FileResult } from './report.ts';
import type { Rule } from './rules/rule.ts';
import { select } from './slots/select.ts';

/** What is read, and how. */
export interface ReadOptions {
  /** Folder that relative paths start from; default: the current one. */
  readonly cwd?: string;
  /** What config files of mcp-lint decide. */
  readonly settings?: Settings;
  /** Id of a host whose rules every file is read by. */
  readonly host?: string;
  /** Leave out files that git ignores. */
  readonly respectGitignore?: boolean;
  /** Leave out named files that a search of their folder would not take. */
  readonly ignoreUnknown?: boolean;
  /** Read what is staged in git, as it would be committed; paths narrow that down. */
  readonly staged?: boolean;
  /** Folder, without links in its path, outside of which nothing is read, wherever links and configs lead. */
  readonly within?: string;
  /** Home folder of the user, for rules about what lies in it. */
  readonly home?: string;
  /** Environment variables that say where hosts keep the files of this user. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Text that is linted under a name, beside the files; as if it stood at `absolute`, where that is given. */
  readonly input?: {
    readonly name: string;
    readonly absolute?: string;
    readonly bytes: Buffer | undefined;
  };
  /** Have results carry the bytes of their files, for a fix. */
  readonly keepBytes?: boolean;
  /** Called when a file of 1 MiB or more was taken apart. */
  readonly onLargeFile?: () => void;
  /** Called now and then with the number of folders searched and files read so far. */
  readonly onProgress?: (progress: { readonly folders: number; readonly files: number }) => void;
}

/** The configs that paths stand for, each read and linted by itself. */
export async function readConfigs(
  paths: readonly string[],
  options: ReadOptions,
  rules: readonly Rule[],
): Promise<FileResult[]> {
  const { cwd, respectGitignore = false, ignoreUnknown = false, staged = false, within } = options;
  const { onProgress, input } = options;
  const { own, excluded } = await knowledgeOf(options.settings);
  const discovery = await discover(paths, {
    ...(cwd !== undefined && { cwd }),
    respectGitignore,
    ignoreUnknown,
    staged,
    ...(excluded && { excluded }),
    ...(within !== undefined && { within }),
    ...(onProgress && { onProgress: (folders: number) => onProgress({ folders, files: 0 }) }),
  });
  const reader = new ConfigReader(options, rules, own, discovery.files);
  const results: FileResult[] = [...discovery.problems];
  if (input) results.push(await reader.readText(input));
  for (const file of discovery.files) {
    const result = await reader.readFile(file);
    if (result) results.push(result);
    onProgress?.({ folders: discovery.folders, files: results.length });
  }
  return results;
}

/** Nothing more is loaded where there are no settings. */
async function knowledgeOf(
  settings: Settings | undefined,
): Promise<{ readonly own?: OwnKnowledge; readonly excluded?: (absolute: string) => boolean }> {
  if (!settings) return {};
  const { ownKnowledge, excludedBy } = await import('./own-knowledge.ts');
  const excluded = excludedBy(settings);
  return { own: ownKnowledge(settings), ...(excluded && { excluded }) };
}

/** Reads the files of one run; what is known about the repositories around them is kept. */
class ConfigReader {
  readonly #options: ReadOptions;
  readonly #rules: readonly Rule[];
  readonly #own: OwnKnowledge | undefined;
  readonly #git: GitIndex;
  readonly #lookout: Lookout;

  constructor(
    options: ReadOptions,
    rules: readonly Rule[],
    own: OwnKnowledge | undefined,
    files: readonly Discovered[],
  ) {
    this.#options = options;
    this.#rules = rules;
    this.#own = own;
    this.#git = new GitIndex(options.staged ? files.map(({ absolute }) => absolute) : []);
    this.#lookout = new Lookout(this.#git, options.home);
    this.#lookout.expect(files.map(({ absolute }) => absolute));
  }

  async readText({ name, absolute = name, bytes }: NonNullable<ReadOptions['input']>): Promise<FileResult> {
    const problem: Problem = { code: 'unreadable', message: 'standard input cannot be read' };
    return bytes ? this.#read({ path: name, absolute, bytes }) : { path: name, problem };
  }

  /** Nothing for a file that only looked as if it might hold servers or be an OAuth document. */
  async readFile({ path, absolute, origin, content: given }: Discovered): Promise<FileResult | undefined> {
    const content = given ?? readConfigFile(absolute);
    if ('problem' in content) return { path, problem: content.problem };
    const result = await this.#read({ path, absolute, ...content });
    if (origin !== 'possible' || result.linted?.oauth) return result;
    return tellsOfServers(result, dialectOf(path), hostsForPath(absolute)) ? result : undefined;
  }

  async #read(source: Source): Promise<FileResult> {
    const { host, keepBytes, onLargeFile } = this.#options;
    const hosts = host === undefined ? hostsForPath(source.absolute) : HOSTS.filter(({ id }) => id === host);
    await loadDialect(source.path);
    const { document, root, parts, problem } = parse(source, partsToKeep(hosts));
    if (source.bytes.length >= LARGE) onLargeFile?.();
    if (!root) return { path: source.path, ...(problem && { problem }) };
    const own = host === undefined ? hostsForContent(hosts, (name) => hasMember(root, name)) : hosts;
    const oauth = problem ? undefined : oauthDocumentOf(root, document, own);
    const readAs = oauth ? [hostOfOAuthDocument(oauth.kind), ...withGeneric([])] : withGeneric(own);
    const outside = {
      ...this.#outsideOf(source, own),
      ...(oauth && { oauth: (await import('./oauth/examine.ts')).examine(oauth) }),
    };
    const readable = { document, root, ...(parts && { parts }) };
    const linted = lintDocument(readable, readAs, this.#rules, outside, this.#own);
    return {
      path: source.path,
      linted,
      ...(keepBytes && { bytes: source.bytes }),
      ...(problem && { problem }),
    };
  }

  #outsideOf(source: Source, hosts: readonly Host[]): Outside {
    const { home, within } = this.#options;
    const { absolute, path } = source;
    const scope = scopeOf(hosts[0], absolute, this.#options);
    const place = { path, absolute, scope, ...(home !== undefined && { home }) };
    return {
      scope,
      envFile: (file) => inspectEnvFile(file, place, this.#git, within),
      exposure: () => exposureOf(source, this.#git),
      surroundings: () =>
        this.#lookout.surroundingsOf({
          ...source,
          holdsCredential: (bytes) => holdsCredential({ ...source, bytes }, hosts, this.#own),
        }),
    };
  }
}

/** Does a file that nobody named, and whose name tells nothing for certain, say something about servers? */
function tellsOfServers({ linted, problem }: FileResult, dialect: Dialect, named: readonly Host[]): boolean {
  // Of other dialects many files only talk of servers, and some are templates of what they are named after.
  if (!linted) return problem?.code === 'too-deep' || (dialect === 'json' && named.length === 0);
  const isOwn = linted.host.requires !== undefined;
  if (linted.servers.length > 0 || (isOwn && problem && dialect === 'json')) return true;
  // Code and commands may sign in to a server, or keep its key, that another file names.
  return (isOwn || dialect === 'script' || dialect === 'shell') && linted.slots.length > 0;
}

function hasMember(root: Value, name: string): boolean {
  return select({ value: root, path: [] }, name).length > 0;
}

/** Whether bytes, read as a file of these hosts is, hold a credential. */
function holdsCredential(source: Source, hosts: readonly Host[], own: OwnKnowledge | undefined): boolean {
  const { root, ...parsed } = parse(source, partsToKeep(hosts));
  if (!root) return false;
  const { servers, slots } = lintDocument({ root, ...parsed }, withGeneric(hosts), [], NOWHERE, own);
  return [...servers.flatMap((server) => server.slots), ...slots].some(literalCredential);
}

/** The OAuth document that a file is, unless its name makes it a host's config. */
function oauthDocumentOf(root: Value, document: Document, hosts: readonly Host[]): OAuthDocument | undefined {
  const oauth = recogniseOAuthDocument(root, document);
  return oauth?.place?.certain || hosts.every(({ id }) => id === 'generic') ? oauth : undefined;
}
