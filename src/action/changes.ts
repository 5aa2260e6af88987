import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Region } from '../core/report.ts';
import { readConfigFile } from '../discover/read-file.ts';
import { type ChangedFile, readChangedFiles, readChangedLines } from './diff.ts';
import type { Repository } from './repository.ts';

/** Neither attributes nor settings of the repository decide how a difference looks, and no program runs for it. */
const DIFF = [
  'diff-tree',
  '-r',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=none',
];
const LINES = ['-p', '-U0', '--inter-hunk-context=0', '--no-color', '--text', '--diff-algorithm=myers'];

/** What differs between two commits, the later of which is checked out. Paths of files are those of a report. */
export class Changes {
  readonly #repository: Repository;
  readonly #cwd: string;
  readonly #commits: readonly [string, string];
  readonly #files: ReadonlyMap<string, ChangedFile>;
  readonly #lines = new Map<string, (region: Pick<Region, 'startLine' | 'endLine'>) => boolean>();

  private constructor(
    repository: Repository,
    cwd: string,
    commits: readonly [string, string],
    files: readonly ChangedFile[],
  ) {
    this.#repository = repository;
    this.#cwd = cwd;
    this.#commits = commits;
    this.#files = new Map(files.map((file) => [file.name, file]));
  }

  /** Asks git what differs; `cwd` is the folder that paths of the report start from. Nothing when git cannot tell. */
  static between(repository: Repository, base: string, head: string, cwd: string): Changes | undefined {
    const output = repository.ask([...DIFF, '--raw', '--no-abbrev', '-z', base, head]);
    return output && new Changes(repository, cwd, [base, head], readChangedFiles(output));
  }

  /** Names of the changed files as git has them. */
  names(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Whether a file was added, changed or taken away. */
  has(path: string): boolean {
    return this.#fileOf(path) !== undefined;
  }

  /** Whether a stretch of a file has a line that was added or changed, or stands at lines that were taken away. */
  touches(path: string, region: Pick<Region, 'startLine' | 'endLine'>): boolean {
    const file = this.#fileOf(path);
    if (!file) return false;
    let touches = this.#lines.get(path);
    if (!touches) {
      touches = this.#touchesIn(path, file);
      this.#lines.set(path, touches);
    }
    return touches(region);
  }

  /** What a file was before; nothing when it was not there, was a link, or is not in this clone. */
  before(path: string): Buffer | undefined {
    const object = this.#fileOf(path)?.before;
    return object === undefined ? undefined : this.#repository.read(object);
  }

  /** A submodule that has another commit now counts as changed with all that is in it. */
  #fileOf(path: string): ChangedFile | undefined {
    const name = this.#repository.nameOf(resolve(this.#cwd, path));
    if (name === undefined) return undefined;
    const parents = name.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));
    const submodule = parents.map((parent) => this.#files.get(parent)).find((file) => file?.submodule);
    return this.#files.get(name) ?? submodule;
  }

  #touchesIn(path: string, file: ChangedFile): (region: Pick<Region, 'startLine' | 'endLine'>) => boolean {
    const everywhere = () => true;
    if (file.before === undefined || file.after === undefined) return everywhere;
    // An earlier step may have written the file anew.
    if (!this.#isAsInCommit(path, file.after)) return everywhere;
    const output = this.#repository.ask([...DIFF, ...LINES, ...this.#commits, '--', file.name]);
    const stretches = output && readChangedLines(output);
    if (!stretches) return everywhere;
    return ({ startLine, endLine }) =>
      stretches.some(({ first, last }) => startLine <= last && endLine >= first);
  }

  /** Whether a file is what the commit has, apart from ends of lines that git has changed, and its lines count as git counts them. */
  #isAsInCommit(path: string, object: string): boolean {
    const content = readConfigFile(resolve(this.#cwd, path));
    if ('problem' in content) return false;
    const { bytes } = content;
    const text = bytes.toString('latin1');
    // To us a lone carriage return ends a line as well, and UTF-16 has line feeds that are none.
    if (/\0|\r(?!\n)/.test(text)) return false;
    return (
      nameOfBlob(bytes, object.length) === object ||
      nameOfBlob(Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1'), object.length) === object
    );
  }
}

/** The name that git gives to content, in a repository whose names have this length. */
function nameOfBlob(bytes: Buffer, length: number): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
