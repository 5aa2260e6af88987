/** What is wrong with a pattern: a clause without a full stop, and the index where it is. */
export interface PatternFault {
  readonly message: string;
  readonly at: number;
}

/** A step of a pattern: characters of a set, or one of several ways. Sets have a bit for each ASCII character. */
type Step =
  | { readonly kind: 'characters'; readonly set: bigint; readonly least: number; readonly most: number }
  | { readonly kind: 'ways'; readonly ways: readonly (readonly Step[])[]; readonly at: number };
type Located = Step & { readonly at: number };

const LONGEST_TOKEN = 512;
const SHORTEST_TOKEN = 8;

/**
 * Checks the pattern of a user's own credential format. It comes from a file that may be a stranger's and runs on every value,
 * so only what takes time linear in the value is let through: characters, sets, `{n}`, `{n,m}` and `?` behind one of these,
 * and `(?:a|b)`, where what follows a repetition cannot be taken for more of it and where no two ways begin alike. Such a
 * pattern means in JavaScript what it means here. Every prefix has to be a beginning of it.
 */
export function checkPattern(source: string, prefixes: readonly string[]): PatternFault | undefined {
  try {
    const steps = new PatternReader(source).read();
    refuseAmbiguous(steps, 0n);
    const [least, most] = lengthOf(steps);
    if (least < SHORTEST_TOKEN)
      throw new Fault(`it fits tokens of less than ${SHORTEST_TOKEN} characters`, 0);
    if (most > LONGEST_TOKEN) throw new Fault(`it fits tokens of more than ${LONGEST_TOKEN} characters`, 0);
    const wrong = prefixes.findIndex((prefix) => !canBegin(steps, prefix));
    if (wrong >= 0)
      throw new Fault(`it is for the whole token, and never begins with prefix ${wrong + 1}`, 0);
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return { message: error.message, at: error.at };
    throw error;
  }
}

class Fault extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const bit = (code: number) => 1n << BigInt(code);

function rangeOf(from: number, to: number): bigint {
  let set = 0n;
  for (let code = from; code <= to; code++) set |= bit(code);
  return set;
}

const DIGITS = rangeOf(0x30, 0x39);
const WORD = DIGITS | rangeOf(0x41, 0x5a) | rangeOf(0x61, 0x7a) | bit(0x5f);

/** Reads the allowed part of the syntax of regular expressions. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): readonly Located[] {
    const steps = this.#sequence();
    if (this.#at < this.#source.length)
      throw this.#fault(this.#next === '|' ? 'alternatives stand in (?:a|b)' : 'a bracket is not opened');
    return steps;
  }

  get #next(): string | undefined {
    return this.#source[this.#at];
  }

  #fault(message: string, at = this.#at): Fault {
    return new Fault(message, at);
  }

  #sequence(): Located[] {
    const steps: Located[] = [];
    while (this.#next !== undefined && this.#next !== '|' && this.#next !== ')') steps.push(this.#step());
    return steps;
  }

  #step(): Located {
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

  #ways(): Located[][] {
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

/** Gives the characters that the steps can begin with, when these can come behind them. Throws a Fault. */
function refuseAmbiguous(steps: readonly Step[], behind: bigint): bigint {
  let after = behind;
  for (const step of steps.toReversed() as Located[]) {
    if (step.kind === 'characters') {
      if (step.most > step.least && (step.set & after) !== 0n)
        throw new Fault(
          'what follows this repetition could be more of it, which can take very long',
          step.at,
        );
      after = step.least > 0 ? step.set : step.set | after;
    } else {
      const { ways, at } = step;
      const isExclusive = ways.every((way, index) =>
        ways.slice(index + 1).every((other) => areExclusive(way, other)),
      );
      if (!isExclusive)
        throw new Fault('the alternatives of this group can begin alike, which can take very long', at);
      after = ways.reduce((set, way) => set | refuseAmbiguous(way, after), 0n);
    }
  }
  return after;
}

/** Whether a text that begins as one way does never begins as the other: they differ at a place that both surely reach. */
function areExclusive(one: readonly Step[], other: readonly Step[]): boolean {
  const [left, right] = [fixedBeginning(one), fixedBeginning(other)];
  return left.slice(0, right.length).some((set, index) => (set & right[index]!) === 0n);
}

function fixedBeginning(steps: readonly Step[]): bigint[] {
  const sets: bigint[] = [];
  for (const step of steps) {
    if (step.kind === 'ways') return sets;
    for (let count = 0; count < Math.min(step.least, LONGEST_TOKEN); count++) sets.push(step.set);
    if (step.most > step.least) return sets;
  }
  return sets;
}

function lengthOf(steps: readonly Step[]): [least: number, most: number] {
  let [least, most] = [0, 0];
  for (const step of steps) {
    const inner = step.kind === 'ways' ? step.ways.map(lengthOf) : [[step.least, step.most] as const];
    least += Math.min(...inner.map(([shortest]) => shortest));
    most += Math.max(...inner.map(([, longest]) => longest));
  }
  return [least, most];
}

/** Whether some text that the steps fit begins with this one. */
function canBegin(steps: readonly Step[], text: string): boolean {
  return advance(steps, text, new Set([0])).has(text.length);
}

/** Where in the text the steps can end that start at one of some places; its end stands for all behind it. */
function advance(steps: readonly Step[], text: string, from: ReadonlySet<number>): ReadonlySet<number> {
  let places = from;
  for (const step of steps) {
    const next = new Set<number>();
    for (const place of places) {
      if (step.kind === 'ways') {
        for (const way of step.ways) for (const end of advance(way, text, new Set([place]))) next.add(end);
      } else {
        for (let count = 0; count <= step.most; count++) {
          const at = place + count;
          if (at >= text.length) {
            next.add(text.length);
            break;
          }
          if (count >= step.least) next.add(at);
          if ((step.set & bit(text.charCodeAt(at))) === 0n) break;
        }
      }
    }
    places = next;
  }
  return places;
}
