import type { LocatedText } from '../../core/located-text.ts';
import type { ShellWord } from './command.ts';
import { variableAt } from './variable-at.ts';
import { WordBuilder } from './word-builder.ts';

export interface HeredocForm {
  readonly delimiter: string;
  /** Nothing in it is replaced. */
  readonly quoted: boolean;
  /** `<<-`: tabs at the start of lines do not belong to it. */
  readonly stripTabs: boolean;
}

/** The here-document that begins at `start`, a line's beginning, and where the line behind its delimiter begins. */
export function readHeredoc(
  text: LocatedText,
  source: string,
  start: number,
  { delimiter, quoted, stripTabs }: HeredocForm,
): { word: ShellWord; end: number } {
  const builder = new WordBuilder(text);
  let at = start;
  let bodyEnd = source.length;
  let end = source.length;
  while (at < source.length) {
    const newline = source.indexOf('\n', at);
    const lineEnd = newline === -1 ? source.length : newline + 1;
    const from = stripTabs ? skipTabs(source, at) : at;
    // The shell wants the delimiter alone; people indent the here-document of an indented block without `<<-`.
    if (lineEnd - from <= delimiter.length + 82 && source.slice(from, lineEnd).trim() === delimiter) {
      bodyEnd = at;
      end = lineEnd;
      break;
    }
    if (quoted) builder.plain(from, lineEnd);
    else readLine(builder, source, from, lineEnd);
    at = lineEnd;
  }
  const range = { start: text.offsetAt(start), end: text.offsetAt(bodyEnd) };
  const word = {
    text: builder.finish(start),
    range,
    at: { start, end: bodyEnd },
    uses: builder.uses,
    bare: false,
  };
  return { word, end };
}

function skipTabs(source: string, at: number): number {
  let from = at;
  while (source[from] === '\t') from += 1;
  return from;
}

function readLine(builder: WordBuilder, source: string, from: number, to: number): void {
  let plain = from;
  for (let at = from; at < to; ) {
    const character = source[at];
    const use = character === '$' ? variableAt(source, at) : undefined;
    if (character === '\\' && '$`\\\n'.includes(source[at + 1] ?? ' ')) {
      builder.plain(plain, at);
      builder.escape(source[at + 1] === '\n' ? '' : source[at + 1]!, at, at + 2);
      at += 2;
      plain = at;
    } else if (use && use.end <= to) {
      builder.plain(plain, at);
      builder.use(use.name, at, use.end);
      at = use.end;
      plain = at;
    } else {
      at += 1;
    }
  }
  builder.plain(plain, to);
}
