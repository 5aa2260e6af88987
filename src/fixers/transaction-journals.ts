import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Journal } from './journal.ts';
import { Failure } from './transaction-failure.ts';
import { parseJournal } from './transaction-parse-journal.ts';
import { flushFolder } from './write-file.ts';

/** Time, to sort by, and a random part. */
const NAME = /^(\d{15}-[0-9a-f]{16})\.json$/;
/** Behind the name of a journal that is being written. */
const UNFINISHED = '.tmp';
/** A journal of thousands of edits has less. */
const MAX_BYTES = 1 << 26;

/** A file that has the name of a journal and is none. */
export interface DamagedJournal {
  readonly id: string;
  readonly damaged: true;
}

/** The journals of a state folder. Who changes them has locked it. */
export class Journals {
  readonly #folder: string;
  readonly #step: (name: string) => void;

  constructor(stateFolder: string, step: (name: string) => void) {
    this.#folder = journalsFolder(stateFolder);
    this.#step = step;
  }

  /** Makes their folder, or removes what a run left there that was stopped while it wrote. */
  tidy(): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    for (const name of namesIn(this.#folder))
      if (name.endsWith(UNFINISHED)) rmSync(join(this.#folder, name), { force: true });
  }

  pathOf(id: string): string {
    return join(this.#folder, `${id}.json`);
  }

  /** Oldest first. */
  list(): readonly (Journal | DamagedJournal)[] {
    return idsIn(this.#folder).map((id) => this.read(id) ?? { id, damaged: true });
  }

  /** Nothing when there is no such journal, or none that can be read. */
  read(id: string): Journal | undefined {
    try {
      const path = this.pathOf(id);
      return statSync(path).size > MAX_BYTES ? undefined : parseJournal(readFileSync(path, 'utf8'), id);
    } catch {
      return undefined;
    }
  }

  /** A journal of nothing yet, later than all others. It is not written. */
  begin(): Journal {
    const last = Number(idsIn(this.#folder).at(-1)?.split('-')[0] ?? 0);
    const now = Math.max(Date.now(), last + 1);
    const id = `${String(now).padStart(15, '0')}-${randomBytes(8).toString('hex')}`;
    return { version: 1, id, time: new Date(now).toISOString(), state: 'done', files: [], items: [] };
  }

  /** All of it or nothing, and on the disk when this returns. Throws a Failure. */
  write(journal: Journal): void {
    const path = this.pathOf(journal.id);
    const temporary = `${path}${UNFINISHED}`;
    try {
      this.#step('write the journal');
      const descriptor = openSync(temporary, 'wx', 0o600);
      try {
        writeFileSync(descriptor, `${JSON.stringify(journal, undefined, 1)}\n`);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      this.#step('rename the journal');
      renameSync(temporary, path);
      flushFolder(this.#folder);
    } catch {
      rmSync(temporary, { force: true });
      throw new Failure('The journal that undoing needs cannot be written to the state folder of mcp-lint.');
    }
  }

  remove(id: string): void {
    this.#step('remove the journal');
    rmSync(this.pathOf(id), { force: true });
    flushFolder(this.#folder);
  }
}

/** Whether there is anything to undo or to settle, without making a folder. */
export function hasJournals(stateFolder: string): boolean {
  return namesIn(journalsFolder(stateFolder)).length > 0;
}

function journalsFolder(stateFolder: string): string {
  return join(stateFolder, 'journals');
}

/** Oldest first. */
function idsIn(folder: string): string[] {
  return namesIn(folder)
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .sort();
}

/** None when there is no folder. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
