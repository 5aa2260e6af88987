import {
  accessSync,
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from './transaction-failure.ts';

/** A file as it stands at one moment. */
export interface Target {
  /** As it was asked for. */
  readonly asked: string;
  /** Of the file itself where that is a symbolic link. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly stats: BigIntStats;
}

/** Follows symbolic links; never blocks on pipes and devices. Throws a Failure or an error of the system. */
export function readTarget(asked: string): Target {
  const path = realpathSync.native(asked);
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor, { bigint: true });
    if (!stats.isFile()) throw new Failure('It is not a regular file.');
    const bytes = readFileSync(descriptor);
    const after = fstatSync(descriptor, { bigint: true });
    if (after.mtimeNs !== stats.mtimeNs || after.size !== BigInt(bytes.length)) throw changed();
    return { asked, path, bytes, stats };
  } finally {
    closeSync(descriptor);
  }
}

/** Throws a Failure when putting another file in its place would take something away that its bytes do not hold. */
export function checkReplaceable({ path, stats }: Target): void {
  if (stats.nlink > 1n)
    throw new Failure('It has another name (a hard link), which would keep the old content.');
  if ((stats.mode & 0o222n) === 0n) throw new Failure('It is read-only.');
  accessSync(path, constants.W_OK);
}

/** In the same folder, so that it can be renamed. Found again after a crash, by the id of the journal. */
export function temporaryBeside(path: string, id: string, index: number): string {
  return join(dirname(path), `.mcp-lint-${id}-${index}.tmp`);
}

/**
 * Puts `bytes` in the place of a file, all of them or none: mode, owner and group stay. Between the last look at the file
 * and the renaming nothing is done; a host that writes in these microseconds cannot be noticed. Access control lists and
 * extended attributes are out of Node's reach.
 *
 * The temporary file has the new text, which may still hold credentials that no fix moves, or, when a fix is undone, all
 * of them: like the file itself it lies in the user's folder and nobody else can read it until it has the mode of the file.
 *
 * Throws a Failure or an error of the system, with the file as it was and no temporary file left.
 */
export function replaceFile(
  target: Target,
  bytes: Buffer,
  temporary: string,
  step: (name: string) => void,
): void {
  step('create the temporary file');
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    try {
      step('write the temporary file');
      writeFileSync(descriptor, bytes);
      giveAccess(descriptor, target.stats);
      step('flush the temporary file');
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    step('compare once more and rename');
    checkUnchanged(target);
    renameSync(temporary, target.path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  flushFolder(dirname(target.path));
}

/** Owner first: changing it can take bits of the mode away. */
function giveAccess(descriptor: number, { uid, gid, mode }: BigIntStats): void {
  const own = fstatSync(descriptor, { bigint: true });
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(descriptor, Number(uid), Number(gid));
    } catch {
      if (own.uid !== uid) throw new Failure('It belongs to another user, who would lose it.');
      if ((mode & 0o070n) !== 0n) throw new Failure('Its group, which may use it, cannot be kept.');
    }
  }
  fchmodSync(descriptor, Number(mode & 0o7777n));
}

/** Throws a Failure when a file is not what it was when it was read. */
function checkUnchanged(target: Target): void {
  const now = readTarget(target.asked);
  const same = (['dev', 'ino', 'mtimeNs', 'mode', 'uid', 'gid', 'nlink'] as const).every(
    (fact) => now.stats[fact] === target.stats[fact],
  );
  if (now.path !== target.path || !same || !now.bytes.equals(target.bytes)) throw changed();
}

/** A rename is on the disk when its folder is. Some systems cannot do that; the file is in place all the same. */
export function flushFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // As above.
  }
}

function changed(): Failure {
  return new Failure('It changed while it was worked on, and was left alone.', { changed: true });
}
