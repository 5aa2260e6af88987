import { existsSync, lstatSync, opendirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { readConfigFile } from './read-file.ts';

const MAX_NAMES = 5000;
const MAX_COPIES = 12;
const MAX_BYTES = 1 << 22;

/** Folders where hosts keep copies of a config, from the folder of the config (anthropics/claude-code#32822). */
const KEPT_IN = ['.', 'backups', '.claude/backups'];

const WORDS = '(?:bak|backup|old|orig|original|save|saved|copy|prev|previous|corrupted)';
/** What people, editors and hosts put behind a name: `.bak`, `~`, `.backup.1769596532941`, `.2`. */
const BEHIND = new RegExp(
  `^(?:~|[._ -]${WORDS}(?:[._-]?[\\w-]{1,40}){0,2}~?|\\.\\d{1,20}|\\.~\\d{1,6}~)$`,
  'i',
);
/** What goes between name and extension: ` copy 2`, ` - Copy (3)`, `.old`, and what synchronisers add to what clashes. */
const BETWEEN = new RegExp(
  `^(?: ?\\(\\d{1,4}\\)| copy \\d{1,4}| - copy(?: \\(\\d{1,4}\\))?|[._ -]${WORDS}(?:[._-]?[\\w-]{1,40})?|\\.sync-conflict-[\\w-]{1,60}| \\([^()]{0,80}conflicted copy[^()]{0,40}\\))$`,
  'i',
);

/**
 * Paths of copies of a config beside it (relative to its folder) whose content fits `holdsCredential`, newest name first.
 * Large ones are not looked at.
 */
export function findBackups(absolute: string, holdsCredential: (bytes: Buffer) => boolean): string[] {
  const folder = dirname(absolute);
  const name = basename(absolute);
  return KEPT_IN.flatMap((place) =>
    namesIn(join(folder, place))
      .filter((other) => isCopyName(name, other))
      .map((other) => join(place, other)),
  )
    .sort()
    .reverse()
    .slice(0, MAX_COPIES)
    .filter((copy) => {
      const bytes = readSmall(join(folder, copy));
      return bytes !== undefined && holdsCredential(bytes);
    });
}

/** Whether a name is another's with what copies add to it. */
export function isCopyName(name: string, other: string): boolean {
  if (other.length <= name.length || other.length > name.length + 150) return false;
  if (other.startsWith(name)) return BEHIND.test(other.slice(name.length));
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  return (
    extension !== '' &&
    other.startsWith(stem) &&
    other.endsWith(extension) &&
    BETWEEN.test(other.slice(stem.length, other.length - extension.length))
  );
}

function namesIn(folder: string): string[] {
  const names: string[] = [];
  // Most are not there, and an error costs more than the question.
  if (!existsSync(folder)) return names;
  try {
    const listing = opendirSync(folder);
    try {
      for (let entry = listing.readSync(); entry && names.length < MAX_NAMES; entry = listing.readSync())
        if (entry.isFile()) names.push(entry.name);
    } finally {
      listing.closeSync();
    }
  } catch {
    // No folder, or closed to us.
  }
  return names;
}

function readSmall(path: string): Buffer | undefined {
  try {
    if (lstatSync(path).size > MAX_BYTES) return undefined;
  } catch {
    return undefined;
  }
  const content = readConfigFile(path);
  return 'bytes' in content ? content.bytes : undefined;
}
