import { existsSync, realpathSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import { WildPattern } from './wildmatch.ts';

/** Steps that a pattern of the user's own may take for one name. */
const BUDGET = 1 << 20;

/** One path of the user: a file, a folder, or a glob when nothing has it for a name. */
interface Wanted {
  readonly path: string;
  readonly absolute: string;
  readonly pattern?: WildPattern;
  readonly isThere: boolean;
}

/** Narrows down what is staged to the paths that the user named; without any, all of it is taken. */
export class PathFilter {
  readonly #cwd: string;
  readonly #wanted: readonly Wanted[];
  readonly #used = new Set<Wanted>();

  /** `cwd`: absolute, links followed. */
  constructor(paths: readonly string[], cwd: string) {
    this.#cwd = cwd;
    this.#wanted = paths.map((path) => {
      const absolute = realPath(resolve(cwd, path));
      const isThere = path !== '' && existsSync(absolute);
      const isPattern = !isThere && /[*?[]/.test(path) && !/[{(]/.test(path);
      return { path, absolute, isThere, ...(isPattern && { pattern: patternOf(path) }) };
    });
  }

  /** Of an absolute path, links followed. */
  takes(absolute: string): boolean {
    const fits = this.#wanted.filter((wanted) => this.#fits(wanted, absolute));
    for (const wanted of fits) this.#used.add(wanted);
    return this.#wanted.length === 0 || fits.length > 0;
  }

  /** Paths that are nowhere, staged or not, as a mistyped one is. A glob may fit nothing that is staged today. */
  unknown(): string[] {
    return this.#wanted
      .filter((wanted) => !wanted.isThere && !wanted.pattern && !this.#used.has(wanted))
      .map(({ path }) => path);
  }

  #fits({ path, absolute: wanted, pattern }: Wanted, absolute: string): boolean {
    if (path === '') return false;
    if (absolute === wanted || absolute.startsWith(wanted.endsWith(sep) ? wanted : wanted + sep)) return true;
    if (!pattern) return false;
    // A folder that fits stands for all that is in it.
    const names = relative(this.#cwd, absolute).split(sep);
    return names.some((_, index) =>
      pattern.matches(bytesOf(names.slice(0, index + 1).join('/')), { left: BUDGET }),
    );
  }
}

function patternOf(path: string): WildPattern {
  const portable = sep === '\\' ? path.replaceAll('\\', '/') : path;
  return new WildPattern(bytesOf(posix.normalize(portable)), false);
}

/** One character a byte, as patterns of git are compared. */
function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
