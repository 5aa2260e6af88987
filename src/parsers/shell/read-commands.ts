import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { ShellCommand, ShellSyntax, ShellWord } from './command.ts';
import { readHeredoc } from './heredoc.ts';
import { endOfPlaceholder } from './placeholder-at.ts';
import { endOfPrompt, isTranscript } from './prompts.ts';
import { WordReader } from './read-word.ts';

/** Substitutions in substitutions; deeper ones are read as text. */
const MAX_DEPTH = 32;

const REDIRECTION = /\d{0,2}(?:&>>?|<<<|<<-?|>>|>\||[<>]&|[<>])(?!\()/y;
/** A whole line that only people read. */
const REMARK = /(?:rem\b|::)[^\n]*/iy;

interface Draft {
  readonly start: number;
  readonly words: ShellWord[];
  readonly inputs: ShellWord[];
}

interface PendingHeredoc {
  readonly command: Draft;
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
}

/**
 * The simple commands of a shell text in the order in which they begin, those of substitutions included. What is no valid
 * shell gives what can be read.
 */
export function readCommands(text: LocatedText, syntax: ShellSyntax = 'posix'): ShellCommand[] {
  return readScript(text, syntax).commands;
}

/** The same, with where the remarks stand that only people read: indices of the text, in their order. */
export function readScript(
  text: LocatedText,
  syntax: ShellSyntax = 'posix',
): { commands: ShellCommand[]; remarks: Range[] } {
  const reader = new CommandReader(text, syntax);
  const commands = reader.read();
  // What is in a substitution is met twice.
  const remarks = [...new Map(reader.remarks.map((remark) => [remark.start, remark])).values()];
  return { commands, remarks: remarks.sort((a, b) => a.start - b.start) };
}

class CommandReader {
  readonly remarks: Range[] = [];
  readonly #text: LocatedText;
  readonly #source: string;
  readonly #syntax: ShellSyntax;
  readonly #transcript: boolean;
  readonly #words: WordReader;
  readonly #drafts: { draft: Draft; end: number }[] = [];
  #pending: PendingHeredoc[] = [];
  #at = 0;
  #depth = 0;

  constructor(text: LocatedText, syntax: ShellSyntax) {
    this.#text = text;
    this.#source = text.reveal();
    this.#syntax = syntax;
    this.#transcript = isTranscript(this.#source);
    this.#words = new WordReader(text, syntax, (at) => this.#substitution(at));
  }

  read(): ShellCommand[] {
    this.#startLine();
    while (this.#at < this.#source.length) this.#list(false);
    return this.#drafts
      .sort((a, b) => a.draft.start - b.draft.start)
      .map(({ draft: { start, words, inputs }, end }) => ({
        words,
        inputs,
        range: { start: this.#text.offsetAt(start), end: this.#text.offsetAt(end) },
      }));
  }

  /** Commands up to the end of the text, or up to and with the `)` that closes a list. */
  #list(nested: boolean): void {
    let draft: Draft | undefined;
    let end = this.#at;
    const finish = () => {
      if (draft && (draft.words.length > 0 || draft.inputs.length > 0)) this.#drafts.push({ draft, end });
      draft = undefined;
    };
    const command = (): Draft => {
      draft ??= { start: this.#at, words: [], inputs: [] };
      return draft;
    };
    while (this.#at < this.#source.length) {
      const character = this.#source[this.#at]!;
      const continued = this.#words.endOfContinuation(this.#at);
      if (continued !== undefined) {
        this.#at = this.#transcript ? (endOfPrompt(this.#source, continued) ?? continued) : continued;
      } else if (character === '\n') {
        finish();
        this.#at += 1;
        this.#readPending();
        this.#startLine();
      } else if (/\s/.test(character)) {
        this.#at += 1;
      } else if (this.#skipRemark(draft !== undefined)) {
      } else if (character === ')') {
        finish();
        this.#at += 1;
        if (nested) return;
      } else if (character === '(') {
        finish();
        this.#at += 1;
        if (this.#depth < MAX_DEPTH) {
          this.#depth += 1;
          this.#list(true);
          this.#depth -= 1;
        }
      } else if (this.#redirection(command)) {
        end = this.#at;
      } else if (';&|'.includes(character)) {
        finish();
        this.#at += 1;
      } else {
        const { words } = command();
        const { word, end: next } = this.#words.read(this.#at);
        this.#at = Math.max(next, this.#at + 1);
        words.push(word);
        end = this.#at;
      }
    }
    finish();
  }

  /** What `$(` at `at` begins; gives where it ends. */
  #substitution(at: number): { end: number; inputs: readonly ShellWord[] } {
    const before = this.#at;
    const pending = this.#pending;
    const first = this.#drafts.length;
    this.#pending = [];
    this.#at = at;
    if (this.#depth < MAX_DEPTH) {
      this.#depth += 1;
      this.#list(true);
      this.#depth -= 1;
    }
    const end = this.#at;
    const [only, ...others] = this.#drafts.slice(first);
    const isCat = others.length === 0 && only?.draft.words[0]?.text.reveal() === 'cat';
    this.#at = before;
    this.#pending = pending;
    return { end, inputs: isCat ? only.draft.inputs : [] };
  }

  /** At the start of a line: steps behind a prompt, and over lines that a program printed. */
  #startLine(): void {
    while (this.#transcript && this.#at < this.#source.length) {
      const command = endOfPrompt(this.#source, this.#at);
      if (command !== undefined) {
        this.#at = command;
        return;
      }
      const next = this.#source.indexOf('\n', this.#at);
      this.#at = next === -1 ? this.#source.length : next + 1;
    }
  }

  #skipRemark(inCommand: boolean): boolean {
    const end = this.#endOfRemark(inCommand);
    if (end === undefined) return false;
    this.remarks.push({ start: this.#at, end });
    this.#at = end;
    return true;
  }

  #endOfRemark(inCommand: boolean): number | undefined {
    const { length } = this.#source;
    if (this.#syntax === 'cmd') {
      REMARK.lastIndex = this.#at;
      return !inCommand && REMARK.test(this.#source) ? REMARK.lastIndex : undefined;
    }
    if (this.#syntax === 'powershell' && this.#source.startsWith('<#', this.#at)) {
      const close = this.#source.indexOf('#>', this.#at);
      return close === -1 ? length : close + 2;
    }
    if (this.#source[this.#at] !== '#') return undefined;
    const end = this.#source.indexOf('\n', this.#at);
    return end === -1 ? length : end;
  }

  #redirection(command: () => Draft): boolean {
    if (this.#source[this.#at] === '<' && endOfPlaceholder(this.#source, this.#at)) return false;
    REDIRECTION.lastIndex = this.#at;
    const operator = REDIRECTION.exec(this.#source)?.[0];
    if (operator === undefined) return false;
    const draft = command();
    this.#at += operator.length;
    while (this.#source[this.#at] === ' ' || this.#source[this.#at] === '\t') this.#at += 1;
    if (this.#at >= this.#source.length || '\n;|&()'.includes(this.#source[this.#at]!)) return true;
    const { word, end } = this.#words.read(this.#at);
    this.#at = Math.max(end, this.#at);
    if (/<<-?$/.test(operator) && !operator.endsWith('<<<')) {
      this.#pending.push({
        command: draft,
        delimiter: word.text.reveal(),
        quoted: !word.bare,
        stripTabs: operator.endsWith('-'),
      });
    } else if (operator.endsWith('<<<')) {
      draft.inputs.push(word);
    }
    return true;
  }

  #readPending(): void {
    for (const { command, ...form } of this.#pending) {
      const { word, end } = readHeredoc(this.#text, this.#source, this.#at, form);
      command.inputs.push(word);
      this.#at = end;
    }
    this.#pending = [];
  }
}
