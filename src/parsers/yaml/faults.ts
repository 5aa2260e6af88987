import type { LocatedText } from '../../core/located-text.ts';
import type { SyntaxFault } from '../dialects.ts';

/** What can be wrong with a text. Our own words: messages of parsers quote the text. */
const MESSAGES = {
  comma: 'a comma is missing or one too many',
  colon: 'a colon is missing behind a key',
  indent: 'the indentation does not fit the lines around',
  tab: 'a tab is used for indentation',
  quote: 'a quote is not closed',
  escape: 'invalid escape in a quoted text',
  bracket: 'a closing brace or bracket is missing',
  start: 'a value begins with a character that has to be quoted',
  'long-key': 'a key goes over several lines',
  nested: 'a mapping begins on the line of another key',
  block: 'a block stands inside braces or brackets',
  space: 'white space is missing',
  properties: 'a tag or an anchor stands where none may be',
  alias: 'an alias has no anchor',
  directive: 'a directive is not followed by a document',
  header: 'invalid header of a block text',
  text: 'there is text where none may be',
} as const;

export type Reason = keyof typeof MESSAGES;

const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7}|\|{7})/;

/** Keeps the first fault of a text. Indexes are those of the text that is read. */
export class Faults {
  readonly #text: LocatedText;
  #first: { readonly index: number; readonly fault: Pick<SyntaxFault, 'code' | 'message'> } | undefined;

  constructor(text: LocatedText) {
    this.#text = text;
  }

  syntax(index: number, reason: Reason): void {
    // Most faults of a broken text are behind its first.
    if (this.#first && this.#first.index <= index) return;
    const source = this.#text.reveal();
    const line = source.lastIndexOf('\n', index - 1) + 1;
    const isConflict = CONFLICT_MARKER.test(source.slice(line, line + 7));
    this.add(index, 'syntax', isConflict ? 'merge conflict marker' : MESSAGES[reason]);
  }

  add(index: number, code: SyntaxFault['code'], message: string): void {
    if (!this.#first || index < this.#first.index) this.#first = { index, fault: { code, message } };
  }

  /** Where the first one is. */
  get index(): number | undefined {
    return this.#first?.index;
  }

  get first(): SyntaxFault | undefined {
    return this.#first && { ...this.#first.fault, offset: this.#text.offsetAt(this.#first.index) };
  }
}
