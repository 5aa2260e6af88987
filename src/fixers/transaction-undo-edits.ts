import type { Range } from '../core/range.ts';
import type { Secret } from '../core/secret.ts';
import type { FilePlan } from './fix-plan.ts';
import type { Anchor, Kept, Piece, UndoEdit } from './journal.ts';
import { type Anchorage, anchorageOf, inFile, pathKey } from './transaction-anchor.ts';
import { Failure } from './transaction-failure.ts';
import { hashOf } from './transaction-hash.ts';

/** Where a credential that is moved stands in a file, and how. */
export interface Departure extends Kept {
  readonly range: Range;
  readonly spelling: Secret;
}

/** A change of a file. */
interface FileEdit {
  readonly range: Range;
  readonly length: number;
  readonly anchorage?: Anchorage;
}

/**
 * How a plan's edits are undone. `before` and `after` are the text of the file now and then. Throws a Failure when what is
 * taken out of the file holds a credential that no vault keeps.
 */
export function undoEditsOf(
  plan: FilePlan,
  departures: readonly Departure[],
  before: string,
  after: string,
): UndoEdit[] {
  const { document, root, servers } = plan.document;
  const paths = new Set(servers.map(({ server }) => pathKey(server.path)));
  const edits = plan.edits.map(({ range, text }): FileEdit => {
    const anchorage = anchorageOf(root, range, paths);
    return { range: inFile(document, range), length: text.length, ...(anchorage && { anchorage }) };
  });
  edits.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const moved = outermost(departures);
  return edits.map((edit, index) => {
    const start = edit.range.start + growth(edits.slice(0, index));
    const anchor =
      edit.anchorage && anchorOf(edit.anchorage.path, inFile(document, edit.anchorage.range), start);
    return {
      start,
      length: edit.length,
      before: piecesOf(before, edit.range, moved),
      ...(anchor && { anchor }),
    };
  });

  function anchorOf(path: Anchor['path'], { start, end }: Range, place: number): Anchor {
    const from = start + growth(edits.filter(({ range }) => range.end <= start));
    const to = end + growth(edits.filter(({ range }) => range.start < end));
    return { path, offset: place - from, hash: hashOf(after.slice(from, to)) };
  }
}

/** How much longer edits make a text. */
function growth(edits: readonly FileEdit[]): number {
  return edits.reduce((sum, { range, length }) => sum + length - (range.end - range.start), 0);
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
  for (const { range, vault, account } of moved) {
    if (range.end <= start || range.start >= end) continue;
    if (range.start < start || range.end > end) throw misfit();
    pieces.push({ text: text.slice(at, range.start) }, { vault, account });
    at = range.end;
  }
  pieces.push({ text: text.slice(at, end) });
  return pieces.flatMap((piece) => ('text' in piece ? replaceSpellings(piece.text, moved) : [piece]));
}

/** The same credential may stand in a comment beside itself. */
function replaceSpellings(text: string, moved: readonly Departure[]): Piece[] {
  for (const { spelling, vault, account } of moved) {
    const found = spelling.length === 0 ? [text] : text.split(spelling.reveal());
    if (found.length > 1)
      return found.flatMap((part, index) => [
        ...(index === 0 ? [] : [{ vault, account }]),
        ...replaceSpellings(part, moved),
      ]);
  }
  return text === '' ? [] : [{ text }];
}

function misfit(): Failure {
  return new Failure('What is to be moved and what is to be changed in it do not fit together.');
}
