import type { LocatedText } from '../../core/located-text.ts';
import type { ShellSyntax, ShellWord } from './command.ts';
import { endOfPlaceholder } from './placeholder-at.ts';
import { variableAt } from './variable-at.ts';
import { WordBuilder } from './word-builder.ts';

const CONTINUATION: Readonly<Record<ShellSyntax, RegExp>> = {
  // A text that does not say whose it is may be for any shell; none of the three ends a line otherwise.
  posix: /[\\`^]\r?\n/y,
  powershell: /`\r?\n/y,
  cmd: /\^\r?\n/y,
};
const HERE_STRING = /@(['"])[ \t]*\r?\n/y;
const PLAIN = /[^\s"'\\$`^;|&()<>]+/y;
const PLAIN_QUOTED = /[^"\\$`\n]+/y;
const ANSI: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', e: '\x1b' };

/** Reads the inside of `$(` from behind it; gives where it ends, and what a `cat` alone in it prints. */
type ReadSubstitution = (at: number) => { end: number; inputs: readonly ShellWord[] };

/** Reads single words of a text. */
export class WordReader {
  readonly #text: LocatedText;
  readonly #source: string;
  readonly #syntax: ShellSyntax;
  readonly #substitution: ReadSubstitution;
  /** Behind the last of its kind no quote is closed: nothing is looked for twice. */
  readonly #last: Readonly<Record<"'" | '"' | '`', number>>;
  readonly #lastHereString: Record<string, number> = {};
  #builder: WordBuilder;
  #at = 0;
  #bare = true;

  constructor(text: LocatedText, syntax: ShellSyntax, substitution: ReadSubstitution) {
    this.#text = text;
    this.#source = text.reveal();
    this.#syntax = syntax;
    this.#substitution = substitution;
    const last = (quote: string) => this.#source.lastIndexOf(quote);
    this.#last = { "'": last("'"), '"': last('"'), '`': last('`') };
    this.#builder = new WordBuilder(text);
  }

  /** Where a line goes on that ends at `at` only for the eye. */
  endOfContinuation(at: number): number | undefined {
    const pattern = CONTINUATION[this.#syntax];
    pattern.lastIndex = at;
    return pattern.test(this.#source) ? pattern.lastIndex : undefined;
  }

  /** The word that begins at `start`, and where it ends. */
  read(start: number): { word: ShellWord; end: number } {
    // A substitution in the word has words of its own.
    const outer = { builder: this.#builder, at: this.#at, bare: this.#bare };
    this.#builder = new WordBuilder(this.#text);
    this.#at = start;
    this.#bare = true;
    while (this.#at < this.#source.length && this.#step(start));
    const end = this.#at;
    const range = { start: this.#text.offsetAt(start), end: this.#text.offsetAt(end) };
    const inside = this.#bare ? start : Math.min(start + 1, end);
    const word = {
      text: this.#builder.finish(inside),
      range,
      at: { start, end },
      uses: this.#builder.uses,
      bare: this.#bare,
    };
    this.#builder = outer.builder;
    this.#at = outer.at;
    this.#bare = outer.bare;
    return { word, end };
  }

  /** Takes the next stretch; no when the word ends here. */
  #step(start: number): boolean {
    const at = this.#at;
    const character = this.#source[at]!;
    PLAIN.lastIndex = at;
    if (PLAIN.test(this.#source)) {
      // `@'` at the start of a word, the rest of the line empty: PowerShell.
      if (at === start && character === '@' && this.#hereString(at)) return true;
      this.#builder.plain(at, PLAIN.lastIndex);
      this.#at = PLAIN.lastIndex;
      return true;
    }
    if (this.endOfContinuation(at) !== undefined) return false;
    if (character === "'" && this.#syntax !== 'cmd') return this.#quoted(() => this.#single());
    if (character === '"') return this.#quoted(() => this.#double());
    if (character === '$' || character === '`') return this.#expansion(false);
    if (character === '\\' || character === '^') return this.#escape(start);
    const placeholder = character === '<' ? endOfPlaceholder(this.#source, at) : undefined;
    if (placeholder !== undefined) return this.#take(placeholder);
    if (character === "'") return this.#take(at + 1);
    // Addresses are pasted without quotes; nobody means to send `claude mcp add` to the background.
    if (character === '&' && at > start + 7 && /[A-Za-z_]/.test(this.#source[at + 1] ?? ''))
      return this.#source.startsWith('http', start) && this.#take(at + 1);
    return false;
  }

  #take(end: number): boolean {
    this.#builder.plain(this.#at, end);
    this.#at = end;
    return true;
  }

  #quoted(read: () => void): boolean {
    const quote = this.#source[this.#at] as "'" | '"';
    if (this.#last[quote] <= this.#at) return this.#take(this.#at + 1);
    this.#bare = false;
    this.#builder.breakHere();
    read();
    this.#builder.breakHere();
    return true;
  }

  #single(): void {
    for (;;) {
      const close = this.#source.indexOf("'", this.#at + 1);
      this.#builder.plain(this.#at + 1, close);
      this.#at = close + 1;
      // PowerShell: a quote is written twice.
      const isDoubled = this.#syntax === 'powershell' && this.#source[this.#at] === "'";
      if (!isDoubled || this.#last["'"] <= this.#at) return;
      this.#builder.escape("'", close, this.#at + 1);
    }
  }

  #double(): void {
    this.#at += 1;
    while (this.#at < this.#source.length) {
      const at = this.#at;
      const character = this.#source[at]!;
      const next = this.#source[at + 1] ?? '';
      PLAIN_QUOTED.lastIndex = at;
      if (PLAIN_QUOTED.test(this.#source)) {
        this.#take(PLAIN_QUOTED.lastIndex);
      } else if (character === '"' && next === '"' && this.#syntax === 'powershell') {
        this.#escapeTo('"', at + 2);
      } else if (character === '"') {
        this.#at += 1;
        return;
      } else if (character === '\\' && this.#isEscapedInQuotes(next)) {
        this.#escapeTo(next === '\n' ? '' : next, at + 2);
      } else if (character === '`' && this.#syntax === 'powershell') {
        this.#escapeTo(next === '\n' ? '' : (ANSI[next] ?? next), Math.min(at + 2, this.#source.length));
      } else if (character === '$' || character === '`') {
        this.#expansion(true);
      } else if (character === '\n' && this.#syntax === 'cmd') {
        return;
      } else {
        this.#take(at + 1);
      }
    }
  }

  #isEscapedInQuotes(next: string): boolean {
    if (this.#syntax === 'powershell' || next === '') return false;
    return this.#syntax === 'cmd' ? next === '"' || next === '\\' : '"\\$`\n'.includes(next);
  }

  #escapeTo(decoded: string, end: number): boolean {
    this.#builder.escape(decoded, this.#at, end);
    this.#at = end;
    return true;
  }

  #escape(start: number): boolean {
    const at = this.#at;
    const character = this.#source[at]!;
    const next = this.#source[at + 1];
    const escapes = this.#syntax === 'cmd' ? '^' : this.#syntax === 'posix' ? '\\' : '';
    // `C:\tools\server.exe` is a path in whatever shell.
    const isPath = /^[A-Za-z]:/.test(this.#source.slice(start, start + 2));
    if (character !== escapes || next === undefined || isPath) return this.#take(at + 1);
    this.#bare = false;
    return this.#escapeTo(next, at + 2);
  }

  /** `$NAME`, `${…}`, `$(…)`, `` `…` ``, `$'…'`; no when the word ends here. */
  #expansion(inQuotes: boolean): boolean {
    const at = this.#at;
    const next = this.#source[at + 1];
    if (this.#source[at] === '`') return this.#backtick(inQuotes);
    const use = variableAt(this.#source, at);
    if (use) {
      this.#builder.use(use.name, at, use.end);
      this.#at = use.end;
      return true;
    }
    if (next === '(') {
      const { end, inputs } = this.#substitution(at + 2);
      const [printed] = inputs;
      // `"$(cat <<EOF … EOF)"` gives the here-document.
      this.#builder.breakHere();
      if (printed && inputs.length === 1) this.#builder.plain(printed.at.start, printed.at.end);
      else this.#builder.whole('$(command)', at, end);
      this.#builder.breakHere();
      this.#bare = false;
      this.#at = end;
      return true;
    }
    if (next === "'" && !inQuotes && this.#last["'"] > at + 1) return this.#ansi();
    return this.#take(at + 1);
  }

  #backtick(inQuotes: boolean): boolean {
    const at = this.#at;
    if (this.#syntax === 'powershell') {
      const next = this.#source[at + 1];
      return next === undefined ? this.#take(at + 1) : this.#escapeTo(ANSI[next] ?? next, at + 2);
    }
    if (this.#syntax === 'cmd' || this.#last['`'] <= at) return this.#take(at + 1);
    const close = this.#source.indexOf('`', at + 1);
    this.#builder.whole('$(command)', at, close + 1);
    this.#bare = this.#bare && inQuotes;
    this.#at = close + 1;
    return true;
  }

  /** `$'a\tb'` */
  #ansi(): boolean {
    this.#bare = false;
    this.#builder.breakHere();
    this.#at += 2;
    while (this.#at < this.#source.length && this.#source[this.#at] !== "'") {
      const next = this.#source[this.#at + 1];
      if (this.#source[this.#at] === '\\' && next !== undefined)
        this.#escapeTo(ANSI[next] ?? next, this.#at + 2);
      else this.#take(this.#at + 1);
    }
    this.#at += 1;
    this.#builder.breakHere();
    return true;
  }

  /** `@'` … `'@` on lines of their own. */
  #hereString(at: number): boolean {
    HERE_STRING.lastIndex = at;
    const quote = HERE_STRING.exec(this.#source)?.[1];
    if (quote === undefined) return false;
    const from = HERE_STRING.lastIndex;
    this.#lastHereString[quote] ??= this.#source.lastIndexOf(`\n${quote}@`);
    if (this.#lastHereString[quote] < from - 1) return false;
    const close = this.#source.indexOf(`\n${quote}@`, from - 1);
    this.#bare = false;
    this.#builder.breakHere();
    this.#builder.plain(from, Math.max(from, close));
    this.#builder.breakHere();
    this.#at = close + 3;
    return true;
  }
}
