import type { Edit } from '../core/edit.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Range } from '../core/range.ts';
import type { Scalar } from '../core/value.ts';
import { type Quotes, quotesAt } from '../parsers/toml/strings.ts';
import { Unwritable } from './syntax.ts';
import { escapeBasic, fitsLiteral, writeString } from './toml-write.ts';

const SPACE = '\\u0020';

/**
 * Puts a text in the place of a string, or of a part of it, in the quotes that are there where it can stand in them. What is
 * no string becomes one. Throws Unwritable where the rest of the string would have to be written anew.
 */
export function replaceTomlText(source: string, holder: Scalar, text: string, part?: LocatedText): Edit {
  const quotes = holder.type === 'string' ? quotesAt(source, holder.range.start) : undefined;
  const range = part?.range ?? holder.text.range;
  const written = quotes && writeInside(source, quotes, range, text);
  if (written) return written;
  if (part && holder.type === 'string') throw new Unwritable();
  return { range: holder.range, text: writeString(text, false) };
}

/** The text between quotes that are there; nothing when it cannot stand there. */
function writeInside(source: string, quotes: Quotes, range: Range, text: string): Edit | undefined {
  const [before, behind] = [source[range.start - 1]!, source[range.end]!];
  const isLong = quotes.length === 3;
  if (quotes.startsWith("'")) {
    // A line end right behind the quotes would no longer count.
    const losesLine = isLong && text === '' && before === "'" && /[\r\n]/.test(behind);
    return fitsLiteral(text) && !losesLine ? { range, text } : undefined;
  }
  const written = escapeBasic(text);
  if (!isLong) return { range, text: written };
  // Nor would white space behind the end of a line that a backslash takes away.
  if (written !== '') return { range, text: /\s/.test(before) ? written.replace(/^ /, SPACE) : written };
  if (!/\s/.test(behind)) return { range, text: '' };
  return {
    range: { start: range.start, end: range.end + 1 },
    text: behind === ' ' ? SPACE : escapeBasic(behind),
  };
}
