import { Secret } from '../core/secret.ts';

/** What a person typed: the text, why it cannot be taken (a clause), or nothing when they changed their mind. */
export type HiddenAnswer = Secret | { readonly problem: string } | undefined;

/** Around what is pasted, once a terminal was told to mark that (xterm, ctlseqs, "Bracketed Paste Mode"). */
const PASTE_BEGINS = '\u001b[200~';
const PASTE_ENDS = '\u001b[201~';
/** More than any vault of ours takes. */
const LONGEST = 1 << 16;

const INTERRUPT = '\u0003';
const END_OF_INPUT = '\u0004';
const KILL_LINE = '\u0015';
const ERASE = /^[\b\u007f]$/;
const ENTER = /^[\r\n]$/;
/** Arrow keys come as such; and U+FFFD is what was no text. */
const NO_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]/;

/** A line that is typed or pasted on a terminal in raw mode, where no key has a meaning but what it is given here. */
export class HiddenLine {
  readonly #keys: string[] = [];
  #pasting = false;
  #end: 'entered' | 'cancelled' | undefined;
  #overflow = false;

  /** Takes what the terminal sends; true once the line has ended. */
  feed(chunk: string): boolean {
    for (const key of chunk) {
      if (this.#end === undefined) this.#take(key);
      else if (this.#end === 'entered') this.#overflow ||= /\S/.test(key);
    }
    return this.#end !== undefined;
  }

  /** White space at both ends, which pasting brings along, is left out. */
  answer(): HiddenAnswer {
    if (this.#end !== 'entered') return undefined;
    // In what is pasted a terminal ends lines as the key Enter does.
    const text = this.#keys.join('').replace(/\r\n?/g, '\n').trim();
    if (this.#overflow) return { problem: 'it has more than one line' };
    if (this.#keys.length > LONGEST) return { problem: 'it is too long' };
    if (text === '') return { problem: 'it is empty' };
    if (NO_TEXT.test(text)) return { problem: 'it has keys in it that are no text' };
    return new Secret(text);
  }

  #take(key: string): void {
    if (key === INTERRUPT || key === END_OF_INPUT) this.#end = 'cancelled';
    else if (ENTER.test(key) && !this.#pasting) this.#end = 'entered';
    else if (ERASE.test(key)) this.#keys.pop();
    else if (key === KILL_LINE) this.#keys.length = 0;
    else if (this.#keys.length <= LONGEST) this.#keys.push(key);
    if (key === '~') this.#takeMark();
  }

  #takeMark(): void {
    const mark = this.#keys.slice(-PASTE_BEGINS.length).join('');
    if (mark !== PASTE_BEGINS && mark !== PASTE_ENDS) return;
    this.#keys.length -= mark.length;
    this.#pasting = mark === PASTE_BEGINS;
  }
}
