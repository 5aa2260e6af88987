import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { kill, pid } from 'node:process';
import { Failure } from './transaction-failure.ts';

/** A run that waits for its user to unlock a keychain takes its time. */
const PATIENCE = 30_000;
const PAUSE = 25;
/** A lock that is being written has no content yet; after this long its writer is gone. */
const WRITING = 5_000;
/** Of a lock of another machine or container, whose processes cannot be seen. */
const UNSEEN = 10 * 60_000;

/**
 * Makes this process the only one that changes configs, and gives what ends that. Waits for others, `patience`
 * milliseconds at most; a lock whose process is gone is taken over. Throws a Failure, or an error of the system.
 */
export function takeLock(folder: string, patience = PATIENCE): () => void {
  const path = join(folder, 'lock');
  const own = JSON.stringify([pid, startOf(pid), surroundings(), randomBytes(8).toString('hex')]);
  for (let waited = 0; !create(path, own); waited += PAUSE) {
    if (removeStale(path)) continue;
    if (waited >= patience) {
      const holder = readHolder(readLock(path) ?? '')?.process;
      throw new Failure(
        `Another mcp-lint is changing configs${holder === undefined ? '' : ` (process ${holder})`}: try again when it is done.`,
      );
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  return () => {
    try {
      if (readLock(path) === own) rmSync(path, { force: true });
    } catch {
      // It is stale when this process ends.
    }
  };
}

/** Whether the file was made; not when there is one. */
function create(path: string, content: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(descriptor, content);
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Removes the lock of a process that is gone. Of several that see it, one does so at a time, and looks again. */
function removeStale(path: string): boolean {
  if (!isStale(path)) return false;
  const guard = `${path}.breaking`;
  if (!create(guard, '')) {
    if (ageOf(guard) > WRITING) rmSync(guard, { force: true });
    return false;
  }
  try {
    const stale = isStale(path);
    if (stale) rmSync(path, { force: true });
    return stale;
  } finally {
    rmSync(guard, { force: true });
  }
}

function isStale(path: string): boolean {
  const content = readLock(path);
  if (content === undefined) return false;
  const holder = readHolder(content);
  if (!holder) return ageOf(path) > WRITING;
  if (holder.surroundings !== surroundings()) return ageOf(path) > UNSEEN;
  return !isRunning(holder.process, holder.start);
}

interface Holder {
  readonly process: number;
  readonly start: string;
  readonly surroundings: string;
}

const HOLDER = /^\[(\d{1,10}),"(\d*)","([^"\\]*)","[0-9a-f]{16}"\]$/;

function readHolder(content: string): Holder | undefined {
  const [, process, start = '', around = ''] = HOLDER.exec(content) ?? [];
  return process === undefined ? undefined : { process: Number(process), start, surroundings: around };
}

/** Nothing when there is no lock. */
function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Milliseconds; none when there is no such file. */
function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function isRunning(process: number, start: string): boolean {
  try {
    kill(process, 0);
  } catch (error) {
    // Somebody else's process is running all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // Numbers of processes are given again.
  return start === '' || startOf(process) === start;
}

/** When a process began, in ticks since the system started: field 22 of proc_pid_stat(5). '' where nothing tells. */
function startOf(process: number): string {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Machine and container: only processes of the same can be looked for. */
function surroundings(): string {
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Systems without namespaces.
  }
  return `${hostname()} ${namespace}`.replace(/["\\]/g, '');
}
