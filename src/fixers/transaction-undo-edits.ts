import type { Document } from '../core/document.ts';
import type { Range } from '../core/range.ts';
import type { Secret } from '../core/secret.ts';
import type { Value } from '../core/value.ts';
import type { FilePlan } from './fix-plan.ts';
import type { Anchor, KeptPiece, Piece, UndoEdit } from './journal.ts';
import { Anchorages, inFile, pathKey } from './transaction-anchor.ts';
import { Failure } from './transaction-failure.ts';
import { hashOf } from './transaction-hash.ts';
import { anchorOfLines } from './transaction-lines.ts';

/** Where a credential that is moved stands in a file, and how. */
export interface Departure extends KeptPiece {
  readonly range: Range;
  readonly spelling: Secret;
}

/** A file as a fix writes it. */
export interface WrittenFile {
  readonly text: string;
  /** As it is read when it is undone; nothing where it cannot be. */
  readonly parsed?: { readonly document: Document; readonly root: Value };
}

/**
 * How a plan's edits are undone. `before` is the text of the file now. Throws a Failure when what is taken out of the file
 * holds a credential that no vault keeps.
 */
export function undoEditsOf(
  plan: FilePlan,
  departures: readonly Departure[],
  before: string,
  written: WrittenFile,
): UndoEdit[] {
  const { document, servers } = plan.document;
  const paths = new Set(servers.map(({ server }) => pathKey(server.path)));
  const anchorAt = anchorsOf(written, paths);
  const edits = plan.edits.map(({ range, text }) => ({
    range: inFile(document, range),
    length: text.length,
  }));
  edits.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const moved = outermost(departures);
  let growth = 0;
  const placed = widened(edits, moved).map(({ range, length }) => {
    const start = range.start + growth;
    growth += length - (range.end - range.start);
    return { range, start, length };
  });
  return joined(placed, before, anchorAt).map(({ range, start, length }) => {
    const anchor = anchorAt({ start, end: start + length });
    return { start, length, before: piecesOf(before, range, moved), ...(anchor && { anchor }) };
  });
}

/** Where an edit is made in the file, and what stands in the new text then. */
interface PlacedEdit extends FileEdit {
  readonly start: number;
}

/**
 * With lines that went out behind a change as a part of that: a place between two lines is told by nothing but them, and
 * behind the last one there is none.
 */
function joined(
  edits: readonly PlacedEdit[],
  before: string,
  anchorAt: (range: Range) => Anchor | undefined,
): PlacedEdit[] {
  const kept: PlacedEdit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    const gap = last && before.slice(last.range.end, edit.range.start);
    const isAlone = edit.length === 0 && anchorAt({ start: edit.start, end: edit.start })?.path.length === 0;
    if (!last || !gap || !isAlone || !/^(?:\r\n|\n|\r)$/.test(gap)) kept.push(edit);
    else {
      const range = { start: last.range.start, end: edit.range.end };
      kept[kept.length - 1] = { ...last, range, length: last.length + gap.length };
    }
  }
  return kept;
}

/** A change of a file, with the length of what stands there then. */
interface FileEdit {
  readonly range: Range;
  readonly length: number;
}

/**
 * With all of what is moved where an edit takes only some of it, as a block of YAML without the line end that is the last
 * character of its text: the rest stays.
 */
function widened(edits: readonly FileEdit[], moved: readonly Departure[]): FileEdit[] {
  const wide = edits.map(({ range, length }) => {
    let { start, end } = range;
    for (const one of moved) {
      if (one.range.end <= range.start || one.range.start >= range.end) continue;
      start = Math.min(start, one.range.start);
      end = Math.max(end, one.range.end);
    }
    return { range: { start, end }, length: length + (end - start) - (range.end - range.start) };
  });
  if (wide.some(({ range }, index) => index > 0 && range.start < wide[index - 1]!.range.end)) throw misfit();
  return wide;
}

/** Finds what a stretch of the new text is told by, once other parts of the file have changed. */
function anchorsOf(
  { text, parsed }: WrittenFile,
  servers: ReadonlySet<string>,
): (range: Range) => Anchor | undefined {
  if (!parsed) return () => undefined;
  const { root, document } = parsed;
  const anchorages = new Anchorages(root, document, servers);
  const hashes = new Map<string, string>();
  return (place) => {
    const anchorage = anchorages.around(place);
    if (!anchorage) return anchorOfLines(text, place);
    const { path, range } = anchorage;
    const key = `${range.start}:${range.end}`;
    const hash = hashes.get(key) ?? hashOf(text.slice(range.start, range.end));
    hashes.set(key, hash);
    return { path, offset: place.start - range.start, hash };
  };
}

/** In the order of the file; of those in one another, the one around. */
function outermost(departures: readonly Departure[]): Departure[] {
  const sorted = [...departures].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const kept: Departure[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (last && one.range.end <= last.range.end) continue;
    if (last && one.range.start < last.range.end) throw misfit();
    kept.push(one);
  }
  return kept;
}

/** What stands in a stretch: text, and references to what is moved. */
function piecesOf(text: string, { start, end }: Range, moved: readonly Departure[]): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const departure of moved) {
    const { range } = departure;
    if (range.end <= start || range.start >= end) continue;
    pieces.push({ text: text.slice(at, range.start) }, pieceOf(departure));
    at = range.end;
  }
  pieces.push({ text: text.slice(at, end) });
  return pieces.flatMap((piece) => ('text' in piece ? replaceSpellings(piece.text, moved) : [piece]));
}

function pieceOf({ vault, account, verbatim }: Departure): KeptPiece {
  return { vault, account, ...(verbatim && { verbatim }) };
}

/** The same credential may stand in a comment beside itself. */
function replaceSpellings(text: string, moved: readonly Departure[]): Piece[] {
  for (const departure of moved) {
    const { spelling } = departure;
    const found = spelling.length === 0 ? [text] : text.split(spelling.reveal());
    if (found.length > 1)
      return found.flatMap((part, index) => [
        ...(index === 0 ? [] : [pieceOf(departure)]),
        ...replaceSpellings(part, moved),
      ]);
  }
  return text === '' ? [] : [{ text }];
}

function misfit(): Failure {
  return new Failure('What is to be moved and what is to be changed in it do not fit together.');
}
