import type { Label } from '../core/label.ts';
import type { Range } from '../core/range.ts';

const HIDDEN = '…';
const SECRET = '********';
const PUNCTUATION = /[{}[\],:]/;

/** Text of the old or of the new file. */
export interface PatchedText {
  readonly text: string;
  /** Where each code unit stands in the old file; -1 for what is new. */
  readonly places: readonly number[];
}

export interface Masks {
  /** Texts of the old file that may be shown, as `findShowable` gives them. */
  readonly shown: ReadonlyMap<number, { readonly end: number; readonly label: Label }>;
  /** Credentials that move, in the old file. */
  readonly moved: readonly Range[];
  /** What may be shown of new text between two quotes. */
  showNew(raw: string): string;
}

/** A stretch of JSON that starts between two tokens, with every value of the old file masked. One line each. */
export function maskText({ text, places }: PatchedText, masks: Masks): string[] {
  let line = '';
  const lines: string[] = [];
  for (let index = 0; index < text.length; ) {
    const unit = text[index]!;
    if (unit === '\n' || unit === '\r') {
      lines.push(line.trimEnd());
      line = '';
      index += text.startsWith('\r\n', index) ? 2 : 1;
    } else if (/\s/.test(unit)) {
      line += ' ';
      index += 1;
    } else if (PUNCTUATION.test(unit)) {
      line += unit;
      index += 1;
    } else {
      const end = endOfToken(text, index);
      line += maskToken(text.slice(index, end), places.slice(index, end), masks);
      index = end;
    }
  }
  return [...lines, line.trimEnd()];
}

/** End of a string, or of whatever else stands between punctuation; strings end on their line. */
function endOfToken(text: string, start: number): number {
  const isString = text[start] === '"';
  for (let index = start + 1; index < text.length; index++) {
    const unit = text[index]!;
    if (/[\r\n]/.test(unit)) return index;
    if (isString) {
      if (unit === '"') return index + 1;
      if (unit === '\\' && !/[\r\n]/.test(text[index + 1] ?? '')) index += 1;
    } else if (/["\s{}[\],:]/.test(unit)) return index;
  }
  return text.length;
}

function maskToken(token: string, places: readonly number[], { shown, moved, showNew }: Masks): string {
  const name = shown.get(places[0]!);
  const isMoved = (place: number) => moved.some(({ start, end }) => start <= place && place < end);
  if (name && places.at(-1) === name.end - 1 && !places.some(isMoved)) return `"${name.label}"`;
  if (!token.startsWith('"'))
    return places[0] === -1 && /^(?:true|false|null|\d{1,4})$/.test(token) ? token : HIDDEN;
  const end = token.length > 1 && token.endsWith('"') ? token.length - 1 : token.length;
  let masked = '';
  for (let index = 1; index < end; ) {
    const kind = kindOf(places[index]!, isMoved);
    let stop = index + 1;
    while (stop < end && kindOf(places[stop]!, isMoved) === kind) stop += 1;
    masked += kind === 'new' ? showNew(token.slice(index, stop)) : kind === 'moved' ? SECRET : HIDDEN;
    index = stop;
  }
  return `"${masked}"`;
}

function kindOf(place: number, isMoved: (place: number) => boolean): 'new' | 'moved' | 'old' {
  if (place === -1) return 'new';
  return isMoved(place) ? 'moved' : 'old';
}
