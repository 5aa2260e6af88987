import { realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Problem, ReportedFile } from '../core/report.ts';
import type { OriginByName } from './by-name.ts';
import type { Discovered, Discovery } from './discover.ts';
import { DIFF, readChanges, type StagedFile } from './staged-changes.ts';
import { filteredAs } from './staged-filters.ts';
import { GitFailure, StagedGit } from './staged-git.ts';
import { ObjectReader, type StagedObject } from './staged-objects.ts';
import { PathFilter } from './staged-paths.ts';

/** How a search tells configs, handed over so that this bundle need not have the tables of hosts as well. */
export interface StagedSearch {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  originByPath(path: string, below: string): OriginByName | undefined;
  isCertain(path: string): boolean;
  mayHoldServers(path: string, bytes: Buffer): boolean;
  shownPath(absolute: string, cwd: string): string;
}

interface Candidate extends StagedFile {
  readonly absolute: string;
  readonly origin: OriginByName;
}

/**
 * The configs among the files that the next commit of a repository adds or changes, with the content that it would have:
 * the index of git, whatever the working tree has by now. Paths narrow that down.
 */
export async function findStaged(paths: readonly string[], search: StagedSearch): Promise<Discovery> {
  const cwd = realpathSync.native(resolve(search.cwd));
  const files: Discovered[] = [];
  const problems: ReportedFile[] = [];
  const report = (path: string, code: Problem['code'], message: string) =>
    problems.push({ path, servers: 0, problem: { code, message } });
  try {
    const git = new StagedGit(cwd);
    const top = await git.top();
    const filter = new PathFilter(paths, cwd);
    const candidates = candidatesOf(readChanges(await git.ask(DIFF)), top, filter, search);
    for (const path of filter.unknown()) report(path, 'not-found', describeUnknown(path));
    let at = 0;
    const reader = new ObjectReader((object) => {
      const candidate = candidates[at++]!;
      const path = search.shownPath(candidate.absolute, cwd);
      const taken = take(candidate, object, search);
      if (typeof taken === 'string') report(path, 'unreadable', taken);
      else if (taken)
        files.push({ path, absolute: candidate.absolute, origin: candidate.origin, content: taken });
    });
    const names = candidates.map(({ object }) => `${object}\n`).join('');
    if (names !== '')
      await git.stream(['cat-file', '--batch', '--buffer'], names, (chunk) => reader.take(chunk));
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    report('.', 'unreadable', error.message);
  }
  return { files, problems, folders: 0 };
}

function candidatesOf(
  changes: readonly StagedFile[],
  top: string,
  filter: PathFilter,
  search: StagedSearch,
): Candidate[] {
  return changes.flatMap((file) => {
    const below = file.name.split('/').join(sep);
    const absolute = join(top, below);
    if (!filter.takes(absolute)) return [];
    const named = search.originByPath(absolute, below);
    const origin = named === 'known' && !search.isCertain(absolute) ? 'possible' : named;
    return origin ? [{ ...file, absolute, origin }] : [];
  });
}

/** The content of a config, nothing for what is none, or why it is not known. */
function take(
  { absolute, origin }: Candidate,
  object: StagedObject,
  search: StagedSearch,
): { readonly bytes: Buffer } | string | undefined {
  if (object === 'missing') return 'what is staged of it is not in this repository, perhaps a partial clone';
  if (object === 'too large') return 'larger than 512 MiB';
  const filtered = filteredAs(object);
  if (filtered === 'encrypted') return undefined;
  if (filtered === 'pointer')
    return origin === 'known'
      ? 'Git LFS keeps its content elsewhere, and only a pointer is staged'
      : undefined;
  return origin === 'known' || search.mayHoldServers(absolute, object) ? { bytes: object } : undefined;
}

function describeUnknown(path: string): string {
  if (path === '') return 'an empty path';
  return /[{(]/.test(path)
    ? 'nothing of this name; with --staged, patterns are written with *, **, ? and […] only'
    : 'no such file or folder, and nothing staged below it';
}
