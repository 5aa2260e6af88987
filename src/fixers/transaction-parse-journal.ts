import { isAbsolute } from 'node:path';
import type { VaultId } from '../vaults/vault.ts';
import type { Anchor, Journal, JournalFile, Kept, Piece, UndoEdit } from './journal.ts';

const VAULTS: readonly VaultId[] = ['keychain', 'pass', '1password', 'doppler'];
const STATES: readonly Journal['state'][] = ['pending', 'done', 'undoing'];
const HASH = /^[0-9a-f]{64}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LONGEST_PATH = 32_768;
const LONGEST_ACCOUNT = 4_096;

/** Thrown and caught in here: a journal is whole or of no use. */
class Damage extends Error {}

/** The journal of this id that a text holds; nothing for any other text. */
export function parseJournal(text: string, id: string): Journal | undefined {
  try {
    // The error, which quotes the text, is dropped.
    return readJournal(JSON.parse(text), id);
  } catch {
    return undefined;
  }
}

function readJournal(value: unknown, id: string): Journal {
  const journal = members(value);
  const { replaced } = journal;
  check(journal['version'] === 1 && journal['id'] === id);
  return {
    version: 1,
    id,
    time: string(journal['time'], (time) => TIME.test(time)),
    state: string(journal['state'], (state) =>
      STATES.includes(state as Journal['state']),
    ) as Journal['state'],
    files: list(journal['files']).map(readFile),
    items: list(journal['items']).map(readKept),
    ...(replaced !== undefined && { replaced: list(replaced).map(readKept) }),
  };
}

function readFile(value: unknown): JournalFile {
  const { path, hashBefore, hashAfter, edits: all, items, restored } = members(value);
  const edits = list(all).map(readEdit);
  // In the order of the document, not overlapping.
  check(
    edits.every(
      (edit, index) => index === 0 || edits[index - 1]!.start + edits[index - 1]!.length <= edit.start,
    ),
  );
  return {
    // Of this system: a journal is not carried to another.
    path: string(path, (text) => isAbsolute(text) && text.length <= LONGEST_PATH && !text.includes('\0')),
    hashBefore: hash(hashBefore),
    hashAfter: hash(hashAfter),
    edits,
    items: list(items).map(readKept),
    ...(restored !== undefined && { restored: hash(restored) }),
  };
}

function readEdit(value: unknown): UndoEdit {
  const { start, length, before, anchor } = members(value);
  return {
    start: offset(start),
    length: offset(length),
    before: list(before).map(readPiece),
    ...(anchor !== undefined && { anchor: readAnchor(anchor) }),
  };
}

function readPiece(value: unknown): Piece {
  const piece = members(value);
  if ('text' in piece) return { text: string(piece['text']) };
  const { verbatim } = piece;
  check(verbatim === undefined || verbatim === true);
  return { ...readKept(piece), ...(verbatim === true && { verbatim }) };
}

function readKept(value: unknown): Kept {
  const { vault, account } = members(value);
  return {
    vault: string(vault, (id) => VAULTS.includes(id as VaultId)) as VaultId,
    account: string(account, (name) => name !== '' && name.length <= LONGEST_ACCOUNT),
  };
}

function readAnchor(value: unknown): Anchor {
  const { path, lines, offset: from, hash: written } = members(value);
  const steps = list(path).map((step) => (typeof step === 'number' ? offset(step) : string(step)));
  return {
    path: steps,
    ...(lines !== undefined && { lines: offset(lines) }),
    offset: offset(from),
    hash: hash(written),
  };
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  check(typeof value === 'object' && value !== null && !Array.isArray(value));
  return value as Record<string, unknown>;
}

function list(value: unknown): readonly unknown[] {
  check(Array.isArray(value));
  return value as unknown[];
}

function string(value: unknown, fits: (text: string) => boolean = () => true): string {
  check(typeof value === 'string' && fits(value));
  return value as string;
}

function hash(value: unknown): string {
  return string(value, (text) => HASH.test(text));
}

function offset(value: unknown): number {
  check(Number.isSafeInteger(value) && (value as number) >= 0);
  return value as number;
}

function check(holds: boolean): void {
  if (!holds) throw new Damage();
}
