import type { Document } from '../../core/document.ts';
import type { Range } from '../../core/range.ts';
import type { Comment, CommentedText } from './comment.ts';
import { findComments } from './find-comments.ts';
import { MARKER } from './mentions-ignore.ts';

/** A comment that has findings left out, or is meant to. Names of rules are raw text, known or not. */
export interface IgnoreComment {
  /**
   * `lines`: findings that begin on its lines, or on the line behind a comment that stands alone; `file`: all of the file;
   * `late`: the same, but not among the first comments of the file; `unknown`: its first word only begins like one of ours.
   */
  readonly reach: 'lines' | 'file' | 'late' | 'unknown';
  /** First and last line of the file that it is for. */
  readonly lines: readonly (readonly [first: number, last: number])[];
  readonly rules: readonly { readonly id: string; readonly range: Range }[];
  readonly hasReason: boolean;
  /** Its first word. */
  readonly range: Range;
  /** It is in an example that the document shows to its readers. */
  readonly shown: boolean;
}

const FIRST_WORD = new RegExp(`^[\\s*!]*(${MARKER}[\\w-]*)`);
/** As of ESLint: what stands behind two dashes or more says why. */
const DASHES = /(?:^|\s)--+(?:\s|$)/;
const WORD = /[^\s,]+/g;
const LETTER = /[\p{L}\p{N}]/u;
/** More rules than anybody names in one comment. */
const MOST_RULES = 50;

/** The ignore comments of a document, in their order. `configs` are the places of the configs in it. */
export async function findIgnoreComments(
  document: Document,
  configs: readonly Range[],
): Promise<IgnoreComment[]> {
  const found = new Map<number, IgnoreComment>();
  for (const commented of await findComments(document, configs)) {
    const source = commented.text.reveal();
    if (!source.includes(MARKER)) continue;
    const reader = new CommentReader(commented, source, document);
    for (const index of commented.comments.keys()) {
      const ignore = reader.read(index);
      // Blocks of Markdown may be found in two ways.
      if (ignore && !found.has(ignore.range.start)) found.set(ignore.range.start, ignore);
    }
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

/** Reads the comments of one text. What is around each of them is found once for all. */
class CommentReader {
  readonly #commented: CommentedText;
  readonly #source: string;
  readonly #document: Document;
  readonly #following: readonly Following[];
  /** Number of comments in front of all else. */
  readonly #first: number;

  constructor(commented: CommentedText, source: string, document: Document) {
    const { comments, from = 0 } = commented;
    this.#commented = commented;
    this.#source = source;
    this.#document = document;
    this.#following = findFollowing(comments, source);
    const behind = comments.findIndex(
      ({ start }, index) => source.slice(comments[index - 1]?.end ?? from, start).trim() !== '',
    );
    this.#first = behind === -1 ? comments.length : behind;
  }

  /** Nothing when the comment is an ordinary one. */
  read(index: number): IgnoreComment | undefined {
    const { content } = this.#commented.comments[index]!;
    const written = this.#source.slice(content.start, content.end);
    const first = FIRST_WORD.exec(written);
    if (!first) return undefined;
    const word = first[1]!;
    const start = content.start + first[0].length;
    // As other tools have it: `ignore: rule`.
    const rest = written.slice(first[0].length).replace(/^:/, ' ');
    const dashes = DASHES.exec(rest);
    const named = rest.slice(0, dashes?.index ?? rest.length);
    const reason = dashes ? rest.slice(dashes.index + dashes[0].length) : '';
    return {
      reach: this.#reachOf(word, index),
      lines: this.#linesOf(index),
      rules: [...named.matchAll(WORD)].slice(0, MOST_RULES).map(({ 0: id, index: at }) => ({
        id,
        range: this.#rangeOf(start + at, start + at + id.length),
      })),
      hasReason: LETTER.test(reason),
      range: this.#rangeOf(start - word.length, start),
      shown: this.#commented.shown ?? false,
    };
  }

  #reachOf(word: string, index: number): IgnoreComment['reach'] {
    if (word === MARKER) return 'lines';
    if (word !== `${MARKER}-file`) return 'unknown';
    // Of an example nobody knows where its file begins.
    return index < this.#first && !this.#commented.shown ? 'file' : 'late';
  }

  #linesOf(index: number): IgnoreComment['lines'] {
    const { comments, blocks = [] } = this.#commented;
    const { start, end } = comments[index]!;
    const before = this.#source.slice(comments[index - 1]?.end ?? 0, start);
    const startsLine = (index === 0 || LINE_END.test(before)) && /(?:^|[\r\n])[^\S\r\n]*$/.test(before);
    const { endsLine, next } = this.#following[index]!;
    if (!startsLine || !endsLine)
      return [start, Math.max(start, end - 1)].map((at) => [this.#lineAt(at), this.#lineAt(at)]);
    if (next === undefined) return [];
    const block = blocks.find((one) => one.start === next);
    return [[this.#lineAt(next), this.#lineAt(block ? Math.max(next, block.end - 1) : next)]];
  }

  #lineAt(at: number): number {
    return this.#document.locate(this.#commented.text.offsetAt(at)).line;
  }

  #rangeOf(start: number, end: number): Range {
    const { text } = this.#commented;
    return { start: text.offsetAt(start), end: text.offsetAt(end) };
  }
}

/** What is behind a comment. */
interface Following {
  /** Nothing but white space and comments on the rest of its line. */
  readonly endsLine: boolean;
  /** Where the next text stands that is no comment. */
  readonly next?: number;
}

const LINE_END = /[\r\n]/;

function findFollowing(comments: readonly Comment[], source: string): Following[] {
  const all: Following[] = [];
  let following: Following = { endsLine: true };
  for (let index = comments.length - 1; index >= 0; index--) {
    const { end } = comments[index]!;
    const gap = source.slice(end, comments[index + 1]?.start ?? source.length);
    const found = gap.search(/\S/);
    const blank = found === -1 ? gap : gap.slice(0, found);
    following = {
      endsLine: LINE_END.test(blank) || (found === -1 && following.endsLine),
      ...(found !== -1 ? { next: end + found } : following.next !== undefined && { next: following.next }),
    };
    all.push(following);
  }
  return all.reverse();
}
