import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { SyntaxFault } from '../dialects.ts';

/** A place in a text that is read from the front; remembers the first fault. */
export class Cursor {
  readonly text: LocatedText;
  readonly source: string;
  at = 0;
  fault: SyntaxFault | undefined;

  constructor(text: LocatedText) {
    this.text = text;
    this.source = text.reveal();
  }

  get atEnd(): boolean {
    return this.at >= this.source.length;
  }

  /** The character here; '' at the end. */
  get next(): string {
    return this.source[this.at] ?? '';
  }

  /** Whether the line ends here. */
  get atLineEnd(): boolean {
    return this.atEnd || this.next === '\n' || this.next === '\r';
  }

  /** What a sticky pattern matches here, stepped over. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.source)?.[0];
    if (taken !== undefined) this.at += taken.length;
    return taken;
  }

  /** Steps over a text if it is here. */
  eat(expected: string): boolean {
    if (!this.source.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  /** The stretch of the document from an index of the text to here. */
  rangeFrom(start: number): Range {
    return { start: this.text.offsetAt(start), end: this.text.offsetAt(this.at) };
  }

  fail(message: string, at: number = this.at, code: SyntaxFault['code'] = 'syntax'): void {
    this.fault ??= { code, message, offset: this.text.offsetAt(at) };
  }

  skipSpace(): void {
    while (this.next === ' ' || this.next === '\t') this.at += 1;
  }

  /** Over white space, comments and line ends. */
  skipLines(): void {
    for (;;) {
      this.skipSpace();
      this.skipComment();
      if (this.atEnd || !this.skipLineEnd()) return;
    }
  }

  skipComment(): void {
    if (this.next !== '#') return;
    const start = this.at;
    this.skipRest();
    const control = CONTROL.exec(this.source.slice(start, this.at));
    if (control) this.fail('invalid character in a comment', start + control.index);
  }

  /** To the end of the line. */
  skipRest(): void {
    const length = LINE.exec(this.source.slice(this.at, this.at + PIECE))?.index;
    if (length !== undefined) this.at += length;
    else {
      this.at = Math.min(this.source.length, this.at + PIECE);
      while (!this.atLineEnd) this.at += 1;
    }
  }

  skipLineEnd(): boolean {
    if (this.eat('\n') || this.eat('\r\n')) return true;
    if (this.next !== '\r') return false;
    this.fail('a carriage return stands alone');
    this.at += 1;
    return true;
  }
}

const LINE = /[\r\n]/;
/** Most lines are shorter. */
const PIECE = 256;
/** Of those that may not stand in comments and strings; line ends aside. */
export const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;
