/**
 * One step of a pattern. `folders` and `inside` are the two halves of `**` with a slash behind it: nothing at all, or
 * any folders.
 */
type Step =
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'one-of'; readonly bytes: Uint8Array }
  | { readonly kind: 'star' }
  | { readonly kind: 'anything' }
  | { readonly kind: 'folders' }
  | { readonly kind: 'inside' };

/** Steps that may still be taken before a question is given up: patterns may be somebody else's. */
export interface Budget {
  left: number;
}

const SLASH = 0x2f;
const STAR = 0x2a;
const QUESTION = 0x3f;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const BACKSLASH = 0x5c;

/**
 * A pattern of git's kind (wildmatch.c with WM_PATHNAME), read once. Bytes, one character each, as git compares them;
 * nothing when the pattern is malformed, so that it matches nothing.
 */
export class WildPattern {
  readonly #steps: readonly Step[] | undefined;
  readonly #fold: boolean;

  constructor(pattern: string, ignoreCase: boolean) {
    this.#fold = ignoreCase;
    this.#steps = readSteps(ignoreCase ? lower(pattern) : pattern, pattern, ignoreCase);
  }

  /** All steps at once, so that the time grows with pattern times text and with nothing else. */
  matches(text: string, budget: Budget): boolean {
    const steps = this.#steps;
    if (!steps) return false;
    const folded = this.#fold ? lower(text) : text;
    let at = new Uint8Array(steps.length + 1);
    enter(at, steps, 0);
    for (let index = 0; index < folded.length; index++) {
      budget.left -= steps.length + 1;
      if (budget.left < 0) return false;
      const byte = folded.charCodeAt(index);
      const next = new Uint8Array(steps.length + 1);
      for (const [place, step] of steps.entries()) if (at[place]) take(step, place, byte, next, steps);
      at = next;
    }
    return at[steps.length] === 1;
  }
}

function take(step: Step, place: number, byte: number, next: Uint8Array, steps: readonly Step[]): void {
  switch (step.kind) {
    case 'byte':
      if (step.byte === byte) enter(next, steps, place + 1);
      break;
    case 'one-of':
      if (step.bytes[byte] === 1) enter(next, steps, place + 1);
      break;
    case 'star':
      if (byte !== SLASH) enter(next, steps, place);
      break;
    case 'anything':
      enter(next, steps, place);
      break;
    case 'inside':
      enter(next, steps, place);
      if (byte === SLASH) enter(next, steps, place + 1);
      break;
  }
}

/** Stands at a step, and at every later one that needs nothing to be reached. */
function enter(at: Uint8Array, steps: readonly Step[], first: number): void {
  for (let place = first; !at[place]; ) {
    at[place] = 1;
    const kind = steps[place]?.kind;
    if (kind === 'star' || kind === 'anything') place++;
    else if (kind === 'folders') {
      at[place + 1] = 1;
      place += 2;
    } else return;
  }
}

function readSteps(folded: string, written: string, ignoreCase: boolean): Step[] | undefined {
  const steps: Step[] = [];
  for (let index = 0; index < folded.length; index++) {
    const code = folded.charCodeAt(index);
    if (code === STAR) {
      const end = endOfStars(folded, index);
      steps.push(...starSteps(folded, index, end));
      // The slash behind `**/` belongs to it.
      index = steps.at(-1)?.kind === 'inside' ? end : end - 1;
    } else if (code === QUESTION) {
      steps.push({ kind: 'one-of', bytes: ANY_BUT_SLASH() });
    } else if (code === OPEN) {
      const read = readClass(written, index + 1, ignoreCase);
      if (!read) return undefined;
      steps.push({ kind: 'one-of', bytes: read.bytes });
      index = read.end;
    } else if (code === BACKSLASH) {
      index++;
      if (index === folded.length) return undefined;
      // git does not fold what is escaped.
      steps.push({ kind: 'byte', byte: written.charCodeAt(index) });
    } else {
      steps.push({ kind: 'byte', byte: code });
    }
  }
  return steps;
}

function endOfStars(pattern: string, start: number): number {
  let end = start;
  while (pattern.charCodeAt(end) === STAR) end++;
  return end;
}

/** Two or more stars cross folders only as a whole name: at the start or behind a slash, and before one or the end. */
function starSteps(pattern: string, start: number, end: number): Step[] {
  const whole = start === 0 || pattern.charCodeAt(start - 1) === SLASH;
  if (end - start < 2 || !whole) return [{ kind: 'star' }];
  if (pattern.charCodeAt(end) === SLASH) return [{ kind: 'folders' }, { kind: 'inside' }];
  return end === pattern.length || pattern.startsWith('\\/', end)
    ? [{ kind: 'anything' }]
    : [{ kind: 'star' }];
}

/** `[…]` from behind the bracket to the closing one; case counts in it but for ranges, as in git. */
function readClass(
  pattern: string,
  start: number,
  ignoreCase: boolean,
): { readonly bytes: Uint8Array; readonly end: number } | undefined {
  const bytes = new Uint8Array(256);
  let index = start;
  const negated = pattern[index] === '!' || pattern[index] === '^';
  if (negated) index++;
  let previous = 0;
  const first = index;
  for (; index === first || pattern.charCodeAt(index) !== CLOSE; index++) {
    if (index >= pattern.length) return undefined;
    let code = pattern.charCodeAt(index);
    if (code === BACKSLASH) {
      index++;
      if (index >= pattern.length) return undefined;
      code = pattern.charCodeAt(index);
      bytes[code] = 1;
    } else if (
      pattern[index] === '-' &&
      previous !== 0 &&
      index + 1 < pattern.length &&
      pattern[index + 1] !== ']'
    ) {
      index++;
      if (pattern.charCodeAt(index) === BACKSLASH) index++;
      if (index >= pattern.length) return undefined;
      addRange(bytes, previous, pattern.charCodeAt(index), ignoreCase);
      code = 0;
    } else if (code === OPEN && pattern[index + 1] === ':') {
      const end = pattern.indexOf(']', index + 2);
      if (end < 0) return undefined;
      if (end - 1 < index + 2 || pattern[end - 1] !== ':') {
        bytes[OPEN] = 1;
      } else {
        const name = pattern.slice(index + 2, end - 1);
        if (!Object.hasOwn(NAMED, name)) return undefined;
        const ends = NAMED[name]!;
        for (let at = 0; at < ends.length; at += 2)
          addRange(bytes, ends.charCodeAt(at), ends.charCodeAt(at + 1), ignoreCase);
        index = end;
        code = 0;
      }
    } else {
      bytes[code] = 1;
    }
    previous = code;
  }
  if (negated) for (let byte = 0; byte < 256; byte++) bytes[byte] = bytes[byte] ? 0 : 1;
  bytes[SLASH] = 0;
  return { bytes, end: index };
}

function addRange(bytes: Uint8Array, low: number, high: number, ignoreCase: boolean): void {
  for (let byte = low; byte <= high; byte++) {
    bytes[byte] = 1;
    if (ignoreCase && byte >= 0x41 && byte <= 0x5a) bytes[byte | 0x20] = 1;
  }
}

const ANY_BUT_SLASH = () => new Uint8Array(256).fill(1).fill(0, SLASH, SLASH + 1);

/** Pairs of first and last character: ASCII, as in git's own tables. */
const NAMED: Readonly<Record<string, string>> = {
  alnum: '09AZaz',
  alpha: 'AZaz',
  blank: '  \t\t',
  cntrl: '\0\x1f\x7f\x7f',
  digit: '09',
  graph: '!~',
  lower: 'az',
  print: ' ~',
  punct: '!/:@[`{~',
  space: '  \t\n\r\r',
  upper: 'AZ',
  xdigit: '09AFaf',
};

/** ASCII letters only, as git folds them. */
export function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
