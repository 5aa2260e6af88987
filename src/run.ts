import type { Host } from './core/host.ts';
import type { Exposure, Problem, Report } from './core/report.ts';
import { secretFingerprints } from './credentials/secret-fingerprint.ts';
import { type Discovered, discover } from './discover/discover.ts';
import { GitIndex } from './discover/git-index.ts';
import { readConfigFile } from './discover/read-file.ts';
import { HOSTS } from './hosts/hosts.ts';
import { hostsForPath } from './hosts/recognise.ts';
import { lintDocument } from './lint-document.ts';
import { lintWorkspace } from './lint-workspace.ts';
import { LARGE, parse, type Source } from './parsers/parse.ts';
import { buildReport, type FileResult, type Levels } from './report.ts';
import type { Rule } from './rules/rule.ts';
import { RULES } from './rules/rules.ts';

export interface LintOptions {
  /** Folder that relative paths start from; default: the current one. */
  readonly cwd?: string;
  /** Id of a host whose rules every file is read by. */
  readonly host?: string;
  /** Leave out files that git ignores. */
  readonly respectGitignore?: boolean;
  /** Home folder of the user, for rules about what lies in it. */
  readonly home?: string;
  /** Levels of rules that differ from their own. */
  readonly levels?: Levels;
  /** Text that is linted under a name, beside the files. */
  readonly input?: { readonly name: string; readonly bytes: Buffer | undefined };
  /** Called when a file of 1 MiB or more was taken apart. */
  readonly onLargeFile?: () => void;
  /** Called now and then with the number of folders searched and files read so far. */
  readonly onProgress?: (progress: { readonly folders: number; readonly files: number }) => void;
}

/** Lints files, folders and globs. Nothing is printed, nothing is sent, and the report holds no secret. */
export async function lint(paths: readonly string[], options: LintOptions = {}): Promise<Report> {
  const git = new GitIndex();
  const discovery = await discover(paths, {
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    respectGitignore: options.respectGitignore ?? false,
    ...(options.onProgress && {
      onProgress: (folders: number) => options.onProgress!({ folders, files: 0 }),
    }),
  });
  const results: FileResult[] = [...discovery.problems];
  if (options.input) {
    const { name, bytes } = options.input;
    const problem: Problem = { code: 'unreadable', message: 'standard input cannot be read' };
    results.push(
      bytes ? await lintSource({ path: name, absolute: name, bytes }, options, git) : { path: name, problem },
    );
  }
  for (const file of discovery.files) {
    const result = await lintFile(file, options, git);
    if (result) results.push(result);
    options.onProgress?.({ folders: discovery.folders, files: results.length });
  }
  return buildReport(lintTogether(results, options), options.levels ?? {});
}

function lintTogether(results: readonly FileResult[], options: LintOptions): FileResult[] {
  const { home } = options;
  const documents = results.flatMap(({ linted }) => (linted ? [linted] : []));
  const together = lintWorkspace(documents, rulesOf(options), {
    ...(home !== undefined && { home }),
    fingerprintOf: secretFingerprints(),
  });
  const byDocument = new Map(documents.map((linted, index) => [linted, together[index]!]));
  return results.map((result) =>
    result.linted ? { ...result, linted: byDocument.get(result.linted)! } : result,
  );
}

/** Rules that are not switched off. */
function rulesOf({ levels = {} }: LintOptions): readonly Rule[] {
  return RULES.filter(({ meta }) => levels[meta.id] !== 'off');
}

/** Nothing for a file that only looked as if it might hold servers. */
async function lintFile(
  { path, absolute, origin }: Discovered,
  options: LintOptions,
  git: GitIndex,
): Promise<FileResult | undefined> {
  const content = readConfigFile(absolute);
  if ('problem' in content) return { path, problem: content.problem };
  const result = await lintSource({ path, absolute, ...content }, options, git);
  return origin === 'possible' && result.linted?.servers.length === 0 ? undefined : result;
}

async function lintSource(source: Source, options: LintOptions, git: GitIndex): Promise<FileResult> {
  const hosts =
    options.host === undefined
      ? hostsForPath(source.absolute)
      : HOSTS.filter(({ id }) => id === options.host);
  const { document, root, problem } = parse(source, partsToKeep(hosts));
  if (source.bytes.length >= LARGE) options.onLargeFile?.();
  if (!root) return { path: source.path, ...(problem && { problem }) };
  const linted = lintDocument(document, root, withGeneric(hosts), rulesOf(options), {
    scope: hosts[0]?.files.some(({ scope }) => scope === 'project') === false ? 'user' : 'project',
    exposure: () => exposureOf(source, git),
    surroundings: () => ({ repository: false, backups: [] }),
  });
  return { path: source.path, linted, ...(problem && { problem }) };
}

/** The parts of a file that is there for other things as well; nothing when all of it is read. */
function partsToKeep(hosts: readonly Host[]): string[] | undefined {
  if (hosts.length === 0 || hosts.some((host) => host.dedicated)) return undefined;
  return withGeneric(hosts).flatMap((host) => [
    ...host.servers,
    ...host.environments,
    ...host.headers,
    ...host.inputs,
    ...(host.credentials ?? []),
  ]);
}

/** A server under a key that the host of a file does not read is in the file all the same. */
function withGeneric(hosts: readonly Host[]): Host[] {
  return [...hosts.filter(({ id }) => id !== 'generic'), ...HOSTS.filter(({ id }) => id === 'generic')];
}

function exposureOf(source: Source, git: GitIndex): Exposure {
  return {
    tracked: git.isTracked(source.absolute) === true,
    readableByOthers: source.mode !== undefined && (source.mode & 0o044) !== 0,
  };
}
