import {
  CLOSE_MAPPING,
  CLOSE_SEQUENCE,
  COLON,
  COMMA,
  CUT,
  JsonBytes,
  KINDS,
  OPEN_MAPPING,
  OPEN_SEQUENCE,
  QUOTE,
  SLASH,
  SPACE,
  STRAY,
  WORD,
} from './json-bytes.ts';
import { MAX_DEPTH } from './jsonc.ts';
import { follow, type Route } from './keep-paths.ts';
import { Shortened } from './shortened.ts';

/** Where the bytes are not JSON with comments and trailing commas. Nothing behind it was read. */
export interface Breach {
  readonly code: 'syntax' | 'too-deep';
  readonly message: string;
  /** The byte. */
  readonly at: number;
}

const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7}|\|{7})/;
/** Values of up to so many bytes are cheaper to take over than to replace. */
const SHORT = 16;

// What may come next. Up to KEY_OR_END a string may.
const VALUE = 0;
const VALUE_OR_END = 1;
const KEY_OR_END = 2;
const COLON_NEXT = 3;
const COMMA_OR_END = 4;
const NOTHING = 5;

const MISSING = [
  'a value is missing',
  'a value is missing',
  'a property name is missing or not quoted',
  'a colon is missing',
  'a comma or a closing bracket is missing',
  'there is text behind the end of the document',
] as const;

/** In place of the depth of a sealed container: none is open. */
const NONE = -1;

/**
 * One pass over the bytes. On the way to kept values it follows the keys; a container that is kept or skipped as a
 * whole is sealed: in there only the structure counts.
 */
export class CondensingScanner {
  readonly #bytes: Buffer;
  readonly #tokens: JsonBytes;
  readonly #shortened: Shortened;
  readonly #root: Route | undefined;
  /** OPEN_MAPPING or OPEN_SEQUENCE of each open container. */
  readonly #open = new Uint8Array(MAX_DEPTH);
  #depth = 0;
  /** Routes of the open containers that are not sealed or in a sealed one. */
  readonly #routes: Route[] = [];
  /** Where the key read last leads. */
  #ahead: Route | undefined;
  #sealedDepth = NONE;
  #sealedStart = 0;
  #sealedKept = false;
  #expected = VALUE;
  /** End of the last whole token. */
  #settled: number;

  constructor(bytes: Buffer, start: number, root: Route | undefined) {
    this.#bytes = bytes;
    this.#tokens = new JsonBytes(bytes);
    this.#shortened = new Shortened(bytes, start);
    this.#root = root;
    this.#settled = start;
  }

  /** Gives the first breach of the grammar, and stops there. */
  scan(): Breach | undefined {
    const bytes = this.#bytes;
    for (let at = this.#settled; at < bytes.length; ) {
      const kind = KINDS[bytes[at]!]!;
      if (kind === SPACE) {
        at += 1;
        continue;
      }
      if (kind === SLASH) {
        const end = this.#tokens.endOfComment(at);
        if (end < 0) return end === CUT ? syntax('a comment is not closed', at) : this.#unexpected(at);
        at = end;
        continue;
      }
      let end = at + 1;
      if (kind === QUOTE && this.#expected <= KEY_OR_END) {
        end = this.#tokens.endOfString(at);
        if (end < 0) return end === CUT ? this.#cut() : syntax('a string is not closed', at);
        if (this.#expected === KEY_OR_END) this.#key(at, end);
        else this.#scalar(at, end);
      } else if (kind === COMMA && this.#expected === COMMA_OR_END) {
        this.#expected = this.#open[this.#depth - 1] === OPEN_MAPPING ? KEY_OR_END : VALUE_OR_END;
      } else if (kind === COLON && this.#expected === COLON_NEXT) {
        this.#expected = VALUE;
      } else if (kind === WORD && this.#expected <= VALUE_OR_END) {
        end = this.#tokens.endOfWord(at);
        if (end < 0) return this.#malformedWord(at);
        this.#scalar(at, end);
      } else if ((kind === OPEN_MAPPING || kind === OPEN_SEQUENCE) && this.#expected <= VALUE_OR_END) {
        if (this.#depth === MAX_DEPTH) {
          return { code: 'too-deep', message: `nested deeper than ${MAX_DEPTH} levels`, at };
        }
        this.#enter(at, kind);
      } else if (this.#mayClose(kind)) {
        this.#leave(end);
      } else {
        return this.#unexpected(at);
      }
      this.#settled = end;
      at = end;
    }
    return this.#expected === NOTHING ? undefined : this.#cut();
  }

  /** The short text; what is open is closed. */
  finish(): Shortened {
    const skipping = this.#sealedDepth !== NONE && !this.#sealedKept;
    let rest = '';
    if (skipping || this.#expected === VALUE) rest = 'null';
    else if (this.#expected === COLON_NEXT) rest = ':null';
    for (let depth = skipping ? this.#sealedDepth : this.#depth; depth > 0; depth--) {
      rest += this.#open[depth - 1] === OPEN_MAPPING ? '}' : ']';
    }
    this.#shortened.replace(skipping ? this.#sealedStart : this.#settled, this.#bytes.length, rest);
    return this.#shortened;
  }

  #key(start: number, end: number): void {
    this.#expected = COLON_NEXT;
    if (this.#sealedDepth === NONE)
      this.#ahead = follow(this.#routes.at(-1)!, this.#bytes, start + 1, end - 1);
  }

  #scalar(start: number, end: number): void {
    this.#expected = this.#depth === 0 ? NOTHING : COMMA_OR_END;
    if (this.#sealedDepth === NONE && !this.#route()?.kept) this.#skip(start, end);
  }

  #enter(start: number, kind: typeof OPEN_MAPPING | typeof OPEN_SEQUENCE): void {
    if (this.#sealedDepth === NONE) {
      const route = this.#route();
      if (route && !route.kept && (kind === OPEN_MAPPING || route.other)) {
        this.#routes.push(route);
      } else {
        this.#sealedDepth = this.#depth;
        this.#sealedStart = start;
        this.#sealedKept = route?.kept ?? false;
      }
    }
    this.#open[this.#depth] = kind;
    this.#depth += 1;
    this.#expected = kind === OPEN_MAPPING ? KEY_OR_END : VALUE_OR_END;
  }

  #leave(end: number): void {
    this.#depth -= 1;
    this.#expected = this.#depth === 0 ? NOTHING : COMMA_OR_END;
    if (this.#sealedDepth === NONE) {
      this.#routes.pop();
    } else if (this.#sealedDepth === this.#depth) {
      this.#sealedDepth = NONE;
      if (!this.#sealedKept) this.#skip(this.#sealedStart, end);
    }
  }

  #skip(start: number, end: number): void {
    if (end - start > SHORT) this.#shortened.replace(start, end);
  }

  /** Of the value that comes next. */
  #route(): Route | undefined {
    if (this.#depth === 0) return this.#root;
    return this.#open[this.#depth - 1] === OPEN_MAPPING ? this.#ahead : this.#routes.at(-1)!.other;
  }

  #mayClose(kind: number): boolean {
    if (this.#depth === 0 || this.#open[this.#depth - 1] !== openingOf(kind)) return false;
    return (
      this.#expected === COMMA_OR_END ||
      this.#expected === (kind === CLOSE_MAPPING ? KEY_OR_END : VALUE_OR_END)
    );
  }

  #cut(): Breach {
    const empty = this.#depth === 0 && this.#expected === VALUE;
    return syntax(empty ? 'the file is empty' : 'the file ends too early', this.#bytes.length);
  }

  #malformedWord(at: number): Breach {
    let end = at;
    while (KINDS[this.#bytes[end]!] === WORD) end += 1;
    return end === this.#bytes.length && this.#depth > 0
      ? this.#cut()
      : syntax('invalid number or literal', at);
  }

  #unexpected(at: number): Breach {
    const kind = KINDS[this.#bytes[at]!]!;
    if (CONFLICT_MARKER.test(this.#bytes.toString('latin1', at, at + 7)))
      return syntax('merge conflict marker', at);
    if (kind === STRAY || kind === SLASH) return syntax('invalid symbol', at);
    const opening = openingOf(kind);
    if (this.#depth > 0 && opening !== undefined && opening !== this.#open[this.#depth - 1]) {
      return syntax('a closing bracket is of the wrong kind', at);
    }
    return syntax(MISSING[this.#expected]!, at);
  }
}

function openingOf(kind: number): number | undefined {
  if (kind === CLOSE_MAPPING) return OPEN_MAPPING;
  return kind === CLOSE_SEQUENCE ? OPEN_SEQUENCE : undefined;
}

function syntax(message: string, at: number): Breach {
  return { code: 'syntax', message, at };
}
