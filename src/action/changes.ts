import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Region } from '../core/report.ts';
import { readConfigFile } from '../discover/read-file.ts';
import { type ChangedFile, isWithin, readChangedFiles, readChangedLines } from './diff.ts';
import type { Repository } from './repository.ts';
import { waysTo } from './ways-to.ts';

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

/** Each takes runs of git: more files than that nobody changes by hand, but somebody who wants to keep us busy. */
export const MOST_COMPARED = 100;

type Touches = (region: Pick<Region, 'startLine' | 'endLine'>) => boolean;

/** What differs between two commits, the later of which is checked out. Paths of files are those of a report. */
export class Changes {
  readonly #repository: Repository;
  readonly #cwd: string;
  readonly #commits: readonly [string, string];
  readonly #files: ReadonlyMap<string, ChangedFile>;
  readonly #byPath = new Map<string, ChangedFile | undefined>();
  readonly #lines = new Map<string, Touches>();
  #compared = 0;

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

  /** The changed files. */
  files(): readonly ChangedFile[] {
    return [...this.#files.values()];
  }

  /** Files that were too many to compare their lines: all of them counts as changed. */
  get notCompared(): number {
    return Math.max(0, this.#compared - MOST_COMPARED);
  }

  /** Whether a file was added, changed or taken away, or leads elsewhere now. */
  has(path: string): boolean {
    return this.#fileOf(path) !== undefined;
  }

  /** Whether a stretch of a file has a line that was added or changed, or stands at lines that were taken away. */
  touches(path: string, region: Pick<Region, 'startLine' | 'endLine'>): boolean {
    let touches = this.#lines.get(path);
    if (!touches) {
      const file = this.#fileOf(path);
      touches = file ? this.#touchesIn(path, file) : () => false;
      this.#lines.set(path, touches);
    }
    return touches(region);
  }

  /** What a file was before; nothing when it was not there, was a link, or is not in this clone. */
  before(path: string): Buffer | undefined {
    const object = this.#fileOf(path)?.before;
    return object === undefined ? undefined : this.#repository.read(object);
  }

  #fileOf(path: string): ChangedFile | undefined {
    if (!this.#byPath.has(path)) this.#byPath.set(path, this.#findFile(resolve(this.#cwd, path)));
    return this.#byPath.get(path);
  }

  /** A link that leads elsewhere, or a submodule that has another commit now, counts as changed with all that is in it. */
  #findFile(absolute: string): ChangedFile | undefined {
    for (const way of waysTo(absolute, this.#repository.top)) {
      const name = this.#repository.nameOf(way);
      if (name === undefined) return undefined;
      const parents = name.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));
      const around = parents.find((parent) => this.#files.has(parent));
      const found = this.#files.get(name) ?? (around === undefined ? undefined : { name: around });
      if (found) return found;
    }
    return undefined;
  }

  #touchesIn(path: string, file: ChangedFile): Touches {
    const everywhere = () => true;
    if (file.before === undefined || file.after === undefined) return everywhere;
    if (++this.#compared > MOST_COMPARED) return everywhere;
    // An earlier step may have written the file anew.
    if (!this.#isAsInCommit(path, file.after)) return everywhere;
    // Only who may run it has changed.
    if (file.before === file.after) return () => false;
    const output = this.#repository.ask([...DIFF, ...LINES, ...this.#commits, '--', file.name]);
    const stretches = output && readChangedLines(output);
    if (!stretches) return everywhere;
    return ({ startLine, endLine }) => isWithin(stretches, startLine, endLine);
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
