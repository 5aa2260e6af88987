import type { Edit } from '../core/edit.ts';
import { label } from '../core/label.ts';
import type { Secret } from '../core/secret.ts';
import type { Value } from '../core/value.ts';
import { partsToKeep } from '../hosts/reading.ts';
import { hostsForPath } from '../hosts/recognise.ts';
import { decodeBytes } from '../parsers/decode.ts';
import { parse } from '../parsers/parse.ts';
import type { Anchor, JournalFile, KeptPiece, Piece, UndoEdit } from './journal.ts';
import { splice } from './splice.ts';
import { inFile, pathKey, valuesAt } from './transaction-anchor.ts';
import { Failure } from './transaction-failure.ts';
import { hashOf } from './transaction-hash.ts';
import { findLines } from './transaction-lines.ts';

/** Offsets of a journal are those of the file. */
const ITSELF = { locate: (offset: number) => ({ offset, line: 1, column: 1 }) };

/** How an item stood in the file. May throw. */
export type SpellingOf = (item: KeptPiece) => Secret;

/** The bytes before a fix, from those that it wrote. Throws a Failure, or what `spellingOf` throws. */
export function restoreExactly(bytes: Buffer, edits: readonly UndoEdit[], spellingOf: SpellingOf): Buffer {
  const { length: end } = decodeBytes(bytes);
  if (edits.some(({ start, length }) => start + length > end)) throw damaged();
  const inverse = edits.map((edit) => inverseAt(edit.start, edit, spellingOf));
  return splice(bytes, ITSELF, inverse);
}

/**
 * The bytes of a file that changed since its fix with the fix taken out of it, entry by entry. Throws a Failure naming
 * the entries that are not as the fix wrote them, or what `spellingOf` throws.
 */
export function restoreAnchored(file: JournalFile, bytes: Buffer, spellingOf: SpellingOf): Buffer {
  const entries = findWritten(file, bytes);
  const changed = new Set<string>();
  const inverse = file.edits.flatMap((edit): Edit[] => {
    const entry = edit.anchor && entries(edit.anchor);
    if (!edit.anchor || entry === undefined) {
      changed.add(edit.anchor ? nameOf(edit.anchor) : 'an entry');
      return [];
    }
    return [inverseAt(entry + edit.anchor.offset, edit, spellingOf)];
  });
  if (changed.size > 0)
    throw new Failure(`It changed since the fix in ${[...changed].join(', ')}: nothing of it was undone.`);
  inverse.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const restored = splice(bytes, ITSELF, inverse);
  if (!parseFile(file.path, restored)) throw damaged();
  return restored;
}

/** Of a changed file, whether all, some or none of the entries that a fix wrote are still there. */
export function writtenEntries(file: JournalFile, bytes: Buffer): 'all' | 'some' | 'none' {
  const entries = findWritten(file, bytes);
  const found = file.edits.map(({ anchor }) => anchor !== undefined && entries(anchor) !== undefined);
  if (found.every(Boolean)) return 'all';
  return found.some(Boolean) ? 'some' : 'none';
}

/** Gives the place in the text of an entry that is as the fix wrote it; nothing for others. */
function findWritten({ path }: JournalFile, bytes: Buffer): (anchor: Anchor) => number | undefined {
  const parsed = parseFile(path, bytes);
  const text = decodeBytes(bytes);
  const known = new Map<string, number | undefined>();
  return (anchor) => {
    const key = `${anchor.hash} ${anchor.lines ?? ''} ${pathKey(anchor.path)}`;
    if (!known.has(key))
      known.set(key, anchor.lines === undefined ? parsed && find(anchor, parsed) : findLines(text, anchor));
    return known.get(key);
  };

  function find(
    { path: steps, hash }: Anchor,
    { root, document }: NonNullable<typeof parsed>,
  ): number | undefined {
    const places = valuesAt(root, steps)
      .map((value: Value) => inFile(document, value.range))
      .filter(({ start, end }) => hashOf(text.slice(start, end)) === hash);
    // The same key twice with the same text: nobody knows which of them was meant.
    return places.length === 1 ? places[0]!.start : undefined;
  }
}

/** As it is read when it is linted, its dialect loaded before; nothing when it is broken. */
export function parseFile(path: string, bytes: Buffer) {
  const { document, root, problem } = parse({ path, absolute: path, bytes }, partsToKeep(hostsForPath(path)));
  return root && !problem ? { document, root } : undefined;
}

function inverseAt(start: number, { length, before }: UndoEdit, spellingOf: SpellingOf): Edit {
  return {
    range: { start, end: start + length },
    text: before.map((piece) => textOf(piece, spellingOf)).join(''),
  };
}

function textOf(piece: Piece, spellingOf: SpellingOf): string {
  return 'text' in piece ? piece.text : spellingOf(piece).reveal();
}

function nameOf({ path, lines }: Anchor): string {
  if (lines !== undefined) return 'lines outside of its servers';
  return path.map((step) => label(String(step))).join('.');
}

function damaged(): Failure {
  return new Failure('The journal of its fix does not fit what is in it.');
}
