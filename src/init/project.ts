import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Longer than any file that is set up by hand. */
const MAX_BYTES = 1 << 20;

/** What is at a path: a text, nothing, or something that is not touched, with the reason. */
export type Found =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unusable'; readonly why: string };

/** The files of a working tree, by paths below its top with `/`. No link is followed. */
export class Project {
  readonly root: string;

  /** `root`: absolute, links followed. */
  constructor(root: string) {
    this.root = root;
  }

  find(path: string): Found {
    const names = path.split('/');
    for (let depth = 1; depth <= names.length; depth++) {
      const stats = statOf(join(this.root, ...names.slice(0, depth)));
      if (stats === undefined) return { kind: 'absent' };
      if (stats === 'unreadable') return { kind: 'unusable', why: 'it cannot be read' };
      if (stats.isSymbolicLink()) return { kind: 'unusable', why: 'a symbolic link is on the way to it' };
      const isLast = depth === names.length;
      if (isLast ? !stats.isFile() : !stats.isDirectory())
        return { kind: 'unusable', why: isLast ? 'it is not a file' : 'a file is where a folder should be' };
      if (isLast && stats.size > MAX_BYTES) return { kind: 'unusable', why: 'it is too large' };
    }
    return this.#read(path);
  }

  /** The text of a file; nothing when there is none that can be used. */
  text(path: string): string | undefined {
    const found = this.find(path);
    return found.kind === 'text' ? found.text : undefined;
  }

  /** Whether anything has this name. */
  has(path: string): boolean {
    return statOf(join(this.root, path)) !== undefined;
  }

  /** Whether its package.json has a member of this name, for a dependency or for its settings. */
  mentions(name: string): boolean {
    return new RegExp(`"${name}"\\s*:`).test(this.text('package.json') ?? '');
  }

  /** Names of the files in a folder, sorted; none when it cannot be listed, or is reached through a link. */
  filesIn(folder: string): string[] {
    for (let at = folder; at !== '.'; at = dirname(at)) {
      const stats = statOf(join(this.root, at));
      if (typeof stats !== 'object' || !stats.isDirectory()) return [];
    }
    try {
      const entries: Dirent[] = readdirSync(join(this.root, folder), { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort();
    } catch {
      return [];
    }
  }

  #read(path: string): Found {
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        readFileSync(join(this.root, path)),
      );
      return { kind: 'text', text };
    } catch {
      return { kind: 'unusable', why: 'it cannot be read as text' };
    }
  }
}

function statOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return 'unreadable';
  }
}
