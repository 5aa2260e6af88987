import { lstatSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Problem, ReportedFile } from '../core/report.ts';
import { hostsForPath } from '../hosts/recognise.ts';
import { isCertain, type OriginByName, originByPath } from './by-name.ts';
import { ignoredByGit } from './gitignore.ts';
import type { FileContent } from './read-file.ts';
import { bytesMayHoldServers, mayHoldServers } from './sniff.ts';
import { walk } from './walk.ts';
import { LEADS_OUT, leadsOut } from './within.ts';

export interface DiscoverOptions {
  /** Folder that relative paths start from; default: the current one. */
  readonly cwd?: string;
  /** Leave out files that git ignores, unless they are named. */
  readonly respectGitignore: boolean;
  /** Take of the files that are named only those that a search of their folder would take. */
  readonly ignoreUnknown?: boolean;
  /** Take what is staged in git, with the content that is staged; paths narrow that down. */
  readonly staged?: boolean;
  /** Tells which absolute paths are left out, unless they are named. */
  readonly excluded?: (absolute: string) => boolean;
  /** Folder, without links in its path, that no link may lead out of. */
  readonly within?: string;
  /** Called now and then with the number of folders searched so far. */
  readonly onProgress?: (folders: number) => void;
}

/** A file to lint. */
export interface Discovered {
  /** As the user sees it: relative to the current folder when it is below that, else absolute. */
  readonly path: string;
  readonly absolute: string;
  /**
   * `named`: the user wrote this path, so that neither its name nor git can keep it out. `known`: its name is one that only
   * hosts use. `possible`: a file of another name that looks as if it held servers, and only counts if it does.
   */
  readonly origin: 'named' | 'known' | 'possible';
  /** What is in it, when that is not what is on the disk: the content of the index of git. */
  readonly content?: FileContent;
}

export interface Discovery {
  /** In the order of the paths, sorted within a folder, each file once. */
  readonly files: readonly Discovered[];
  readonly problems: readonly ReportedFile[];
  /** Number of folders that were searched. */
  readonly folders: number;
}

/** Finds the files that paths stand for. A path is a file, a folder, or a glob when nothing has it for a name. */
export async function discover(paths: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const found = await search(paths, options);
  const { excluded } = options;
  if (!excluded) return found;
  return {
    ...found,
    files: found.files.filter(({ origin, absolute }) => origin === 'named' || !excluded(absolute)),
  };
}

async function search(paths: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  if (options.staged) {
    const { findStaged } = await import('./staged.ts');
    const { cwd = '.', excluded } = options;
    return findStaged(paths, {
      cwd,
      originByPath: (path, below) => (excluded?.(path) ? undefined : originByPath(path, below)),
      isCertain: (path) => isCertain(path, hostsForPath(path)),
      mayHoldServers: (path, bytes) => bytesMayHoldServers(path, bytes, hostsForPath(path)),
      shownPath,
    });
  }
  const found = new Search(options);
  for (const path of paths) await found.add(path);
  if (options.respectGitignore) await found.leaveOutIgnored();
  return { files: [...found.files.values()], problems: found.problems, folders: found.folders };
}

class Search {
  readonly files = new Map<string, Discovered>();
  readonly problems: ReportedFile[] = [];
  folders = 0;
  readonly #cwd: string;
  readonly #ignoreUnknown: boolean;
  readonly #excluded: DiscoverOptions['excluded'];
  readonly #within: string | undefined;
  readonly #onProgress: DiscoverOptions['onProgress'];
  readonly #searched = new Set<string>();

  constructor({ cwd, ignoreUnknown = false, excluded, within, onProgress }: DiscoverOptions) {
    this.#cwd = resolve(cwd ?? '.');
    this.#ignoreUnknown = ignoreUnknown;
    this.#excluded = excluded;
    this.#within = within;
    this.#onProgress = onProgress;
  }

  async add(path: string): Promise<void> {
    // An empty path, as an unset variable gives it, is no way to say "here".
    if (path === '') return this.#report(path, 'not-found', 'an empty path');
    const absolute = resolve(this.#cwd, path);
    const stats = statOf(absolute);
    if (typeof stats !== 'string') this.#take(absolute, stats);
    else if (this.#ignoreUnknown && leadsNowhere(absolute, stats)) return;
    else if (stats !== 'ENOENT') this.#report(absolute, 'unreadable', describe(stats));
    else if (isGlob(path)) await this.#addGlob(path);
    else this.#report(absolute, 'not-found', 'no such file or folder');
  }

  async leaveOutIgnored(): Promise<void> {
    const found = [...this.files.values()].flatMap((file) =>
      file.origin === 'named' ? [] : [file.absolute],
    );
    const { ignored, problem } = await ignoredByGit(found);
    for (const absolute of ignored) this.files.delete(absolute);
    if (problem) this.#report(this.#cwd, 'unreadable', problem);
  }

  #take(absolute: string, stats: Stats): void {
    if (stats.isDirectory()) this.#addFolder(absolute);
    else if (this.#ignoreUnknown) {
      if (stats.isFile()) this.#addIfConfig(absolute);
    } else if (stats.isFile()) this.#addFile(absolute, 'named');
    else this.#report(absolute, 'not-a-file', 'a pipe, socket or device');
  }

  #addIfConfig(absolute: string): void {
    const origin = originByPath(absolute, this.#shown(absolute));
    if (origin) this.#addFound(absolute, origin);
  }

  /** Of what a search came across; what the name leaves open the content has to tell. */
  #addFound(absolute: string, origin: OriginByName): void {
    const hosts = origin === 'known' ? hostsForPath(absolute) : [];
    if (origin === 'known' && isCertain(absolute, hosts)) this.#addFile(absolute, 'known');
    else if (!this.#leadsOut(absolute) && mayHoldServers(absolute, hosts))
      this.#addFile(absolute, 'possible');
  }

  #addFolder(folder: string): void {
    if (this.#isSearched(folder)) return;
    const before = this.folders;
    const found = walk(folder, (folders) => this.#onProgress?.(before + folders), this.#excluded);
    this.#searched.add(folder);
    this.folders += found.folders;
    for (const file of found.files) this.#addFound(file, 'known');
    for (const file of found.others) this.#addFound(file, 'possible');
    for (const unreadable of found.unreadable)
      this.#report(unreadable, 'unreadable', 'the folder cannot be listed');
  }

  /** Links to folders are not followed here either; files are taken whatever their name. */
  async #addGlob(pattern: string): Promise<void> {
    const { expandGlob } = await import('./expand-glob.ts');
    const { entries, complete } = await expandGlob(pattern, this.#cwd);
    if (!complete) this.#report(pattern, 'unreadable', 'a folder below this pattern cannot be listed');
    else if (entries.length === 0) this.#report(pattern, 'not-found', 'no file or folder fits this pattern');
    for (const { path, folder } of entries) {
      const absolute = resolve(this.#cwd, path);
      if (folder) this.#addFolder(absolute);
      else if (this.#ignoreUnknown) this.#addIfConfig(absolute);
      else this.#addFile(absolute, 'known');
    }
  }

  #addFile(absolute: string, origin: Discovered['origin']): void {
    if (this.#leadsOut(absolute)) this.#report(absolute, 'unreadable', LEADS_OUT);
    else if (origin === 'named' || !this.files.has(absolute))
      this.files.set(absolute, { path: this.#shown(absolute), absolute, origin });
  }

  #leadsOut(absolute: string): boolean {
    return this.#within !== undefined && leadsOut(absolute, this.#within);
  }

  #isSearched(folder: string): boolean {
    for (let at = folder; ; at = dirname(at)) {
      if (this.#searched.has(at)) return true;
      if (dirname(at) === at) return false;
    }
  }

  #shown(absolute: string): string {
    return shownPath(absolute, this.#cwd);
  }

  #report(path: string, code: Problem['code'], message: string): void {
    this.problems.push({
      path: isAbsolute(path) ? this.#shown(path) : path,
      servers: 0,
      problem: { code, message },
    });
  }
}

/** A path as users see it: relative to the current folder when it is below that, else absolute. */
export function shownPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  if (path === '') return '.';
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? absolute : path;
}

/** A file where a folder should be, and names that no file can have. */
const NOWHERE = new Set(['ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** What is at a path, links followed, or the code of the error. */
function statOf(path: string): Stats | string {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? 'ENOENT';
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return NOWHERE.has(code) ? 'ENOENT' : code;
  }
}

/** A link to nothing or to itself, which a search passes over. */
function leadsNowhere(path: string, code: string): boolean {
  if (code !== 'ENOENT' && code !== 'ELOOP') return false;
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function describe(code: string): string {
  if (code === 'ELOOP') return 'a loop of symbolic links';
  return code === 'EACCES' || code === 'EPERM'
    ? 'permission denied'
    : `cannot be read (${code || 'unknown error'})`;
}

function isGlob(path: string): boolean {
  return /[*?[{(]/.test(path);
}
