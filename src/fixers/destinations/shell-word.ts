import type { LocatedText } from '../../core/located-text.ts';

/** Shells that read quotes and `$NAME` as POSIX says. */
export const POSIX_SHELLS: readonly string[] = ['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash'];

/** Text in which quotes or expansions may mean something else than at the top of a script. */
const NESTED = /[`#]|\$\(|<<|\b(?:eval|trap|function|alias)\b|\\\n/;
/** What an unquoted word or one in double quotes stands for as it is. */
const PLAIN = /^[A-Za-z0-9_./:@%+=,-]+$/;

/** What to write in the place of a stretch of a script, so that the shell puts there what a variable holds. */
export interface ShellWord {
  /** The stretch, in characters of the script: the value, or the quotes around it as well. */
  readonly start: number;
  readonly end: number;
  readonly write: (name: string) => string;
}

/** Nothing where it is not certain. `at` is where the value begins in the script. */
export function shellWord(script: LocatedText, at: number, part: LocatedText): ShellWord | undefined {
  const source = script.reveal();
  if (NESTED.test(source.slice(0, at)) || /[`]|\$\(|<<|\beval\b/.test(source)) return undefined;
  const quote = quoteAt(source, at);
  if (quote === undefined) return undefined;
  const value = part.reveal();
  const end = at + part.length;
  if (quote === "'") {
    if (value.includes("'")) return undefined;
    const isWhole = source[at - 1] === quote && source[end] === quote;
    return isWhole
      ? { start: at - 1, end: end + 1, write: (name) => `"$${name}"` }
      : { start: at, end, write: (name) => `'"$${name}"'` };
  }
  if (!PLAIN.test(value)) return undefined;
  if (quote === '') return { start: at, end, write: (name) => `"$${name}"` };
  // zsh reads `$NAME:h` and `$NAME[1]` in a way of its own.
  const goesOn = /^[\w[:(]/.test(source.slice(end));
  return { start: at, end, write: (name) => (goesOn ? `\${${name}}` : `$${name}`) };
}

/** The quote that is open at an index, '' for none; nothing where the character there is escaped. */
function quoteAt(source: string, at: number): '"' | "'" | '' | undefined {
  let quote: '"' | "'" | '' = '';
  let index = 0;
  for (; index < at; index++) {
    const character = source[index];
    if (character === '\\' && quote !== "'") index += 1;
    else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
  }
  return index === at ? quote : undefined;
}
