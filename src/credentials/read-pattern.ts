/** A step of a pattern: characters of a set, or one of several ways. Sets have a bit for each ASCII character. */
export type Step = { readonly at: number } & (
  | { readonly kind: 'characters'; readonly set: bigint; readonly least: number; readonly most: number }
  | { readonly kind: 'ways'; readonly ways: readonly (readonly Step[])[] }
);

/** Why a pattern is not taken. */
export class RefusedPattern extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Reads a pattern of the allowed part of the syntax of regular expressions. Throws a RefusedPattern. */
export function readPattern(source: string): readonly Step[] {
  return new PatternReader(source).read();
}

/** The set of one character. */
export const bit = (code: number) => 1n << BigInt(code);

function rangeOf(from: number, to: number): bigint {
  let set = 0n;
  for (let code = from; code <= to; code++) set |= bit(code);
  return set;
}

const DIGITS = rangeOf(0x30, 0x39);
const WORD = DIGITS | rangeOf(0x41, 0x5a) | rangeOf(0x61, 0x7a) | bit(0x5f);

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): readonly Step[] {
    const steps = this.#sequence();
    if (this.#at < this.#source.length)
      throw this.#fault(this.#next === '|' ? 'alternatives stand in (?:a|b)' : 'a bracket is not opened');
    return steps;
  }

  get #next(): string | undefined {
    return this.#source[this.#at];
  }

  #fault(message: string, at = this.#at): RefusedPattern {
    return new RefusedPattern(message, at);
  }

  #sequence(): Step[] {
    const steps: Step[] = [];
    while (this.#next !== undefined && this.#next !== '|' && this.#next !== ')') steps.push(this.#step());
    return steps;
  }

  #step(): Step {
    const at = this.#at;
    if (this.#next === '(') {
      const ways = this.#ways();
      if (/[?*+{]/.test(this.#next ?? '')) throw this.#fault('a group cannot be repeated');
      return { kind: 'ways', ways, at };
    }
    const set = this.#next === '[' ? this.#set() : this.#character();
    const [least, most] = this.#count();
    return { kind: 'characters', set, least, most, at };
  }

  #ways(): Step[][] {
    const start = this.#at;
    this.#at += 1;
    if (this.#source.startsWith('?:', this.#at)) this.#at += 2;
    else if (this.#next === '?') throw this.#fault('of groups there is only (?:a|b)');
    const ways = [this.#sequence()];
    while (this.#next === '|') {
      this.#at += 1;
      ways.push(this.#sequence());
    }
    if (this.#next !== ')') throw this.#fault('a bracket is not closed', start);
    this.#at += 1;
    return ways;
  }

  #character(): bigint {
    const character = this.#next!;
    const at = this.#at++;
    if (character === '\\') return this.#escape();
    if (character === '.') throw this.#fault('"." fits everything: name the characters in [...]', at);
    if (character === '^' || character === '$')
      throw this.#fault('a token is compared as a whole: ^ and $ mean nothing', at);
    if (/[?*+{]/.test(character)) throw this.#fault('there is nothing to repeat here', at);
    if (/[\]}]/.test(character)) throw this.#fault('a bracket is not opened', at);
    return this.#printable(character, at);
  }

  #escape(): bigint {
    const character = this.#next ?? '';
    const at = this.#at++;
    if (character === 'd') return DIGITS;
    if (character === 'w') return WORD;
    if (!/^[!-/:-@[-`{-~]$/.test(character) || character === '_')
      throw this.#fault('of escapes there are \\d, \\w and those of punctuation', at - 1);
    return bit(character.charCodeAt(0));
  }

  #printable(character: string, at: number): bigint {
    if (!/^[!-~]$/.test(character)) throw this.#fault('tokens are made of printable ASCII characters', at);
    return bit(character.charCodeAt(0));
  }

  #set(): bigint {
    const start = this.#at++;
    if (this.#next === '^') throw this.#fault('name the characters that fit, not those that do not');
    let set = 0n;
    while (this.#next !== ']') {
      if (this.#next === undefined) throw this.#fault('a bracket is not closed', start);
      const at = this.#at;
      const first = this.#member();
      if (this.#next !== '-' || this.#source[this.#at + 1] === ']') {
        set |= first;
        continue;
      }
      this.#at += 1;
      if (this.#next === undefined) throw this.#fault('a bracket is not closed', start);
      set |= this.#between(first, this.#member(), at);
    }
    this.#at += 1;
    if (set === 0n) throw this.#fault('the brackets are empty', start);
    return set;
  }

  #member(): bigint {
    const character = this.#next!;
    const at = this.#at++;
    return character === '\\' ? this.#escape() : this.#printable(character, at);
  }

  #between(first: bigint, last: bigint, at: number): bigint {
    const [from, to] = [first, last].map((set) => set.toString(2).length - 1) as [number, number];
    if (bit(from) !== first || bit(to) !== last || from > to)
      throw this.#fault('a range is from one character to a later one', at);
    return rangeOf(from, to);
  }

  #count(): [least: number, most: number] {
    if (this.#next === '?') {
      this.#at += 1;
      return [0, 1];
    }
    if (this.#next === '*' || this.#next === '+')
      throw this.#fault('say how many there are at most, as in {20,64}');
    if (this.#next !== '{') return [1, 1];
    const [written, least, comma, most] =
      /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(this.#source.slice(this.#at)) ?? [];
    if (written === undefined || (comma === '' && most !== ''))
      throw this.#fault('a number of repetitions is written {n} or {n,m}');
    if (comma !== '' && most === '') throw this.#fault('say how many there are at most, as in {20,64}');
    const counts: [number, number] = [Number(least), Number(comma === '' ? least : most)];
    if (counts[0] > counts[1] || counts[1] === 0)
      throw this.#fault('the numbers of repetitions are the wrong way round');
    this.#at += written.length;
    return counts;
  }
}
