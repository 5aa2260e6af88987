import type { LocatedText } from '../../core/located-text.ts';
import type { ShellWord } from './command.ts';
import type { CommandGrammar, Meaning } from './grammar.ts';

/** A value that an option of a command was given. */
export interface GivenOption {
  readonly option: string;
  readonly meaning: Meaning;
  /** `from`: where the value begins in the text of the word, behind `--option=`. */
  readonly word: ShellWord;
  readonly from: number;
}

export interface GivenWords {
  readonly given: readonly GivenOption[];
  readonly positionals: readonly ShellWord[];
}

const PAIR = /^[A-Za-z_][A-Za-z0-9_.-]{0,127}=/;
const HEADER_LINE = /^[A-Za-z][A-Za-z0-9_-]{0,127}\s?:\s/;

/** The words behind a program as its grammar reads them; nothing when its subcommand is not there. */
export function readOptions(words: readonly ShellWord[], grammar: CommandGrammar): GivenWords | undefined {
  const given: GivenOption[] = [];
  const positionals: ShellWord[] = [];
  let missing = grammar.path;
  /** Words before the command of a server: its name, where there is one. */
  const names = grammar.positionals.startsWith('name') ? 1 : 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const source = word.text.reveal();
    const started = missing.length === 0 && positionals.length > names;
    if (source === '--' && missing.length === 0 && !(started && grammar.greedy)) {
      return { given, positionals: positionals.concat(words.slice(at + 1)) };
    }
    const option = started && grammar.greedy ? undefined : splitOption(source, grammar);
    if (option && option.from > 0) {
      given.push({ ...option, word });
    } else if (option) {
      const value = words[at + 1];
      if (!value) break;
      at += 1;
      given.push({ ...option, word: value });
      while (grammar.variadic && isMore(words[at + 1], option.meaning)) {
        at += 1;
        given.push({ ...option, word: words[at]! });
      }
    } else if (missing.length > 0) {
      if (source === missing[0]) missing = missing.slice(1);
      // Switches of the program itself stand in front: `claude --debug mcp add`.
      else if (!source.startsWith('-')) return undefined;
    } else if (started || !/^-./.test(source)) {
      positionals.push(word);
    }
  }
  return missing.length === 0 ? { given, positionals } : undefined;
}

/** `--option`, `--option=value` or `-oVALUE`. */
function splitOption(
  source: string,
  { options }: CommandGrammar,
): { option: string; meaning: Meaning; from: number } | undefined {
  if (!source.startsWith('-') || source.length < 2) return undefined;
  const meaningOf = (option: string) => (Object.hasOwn(options, option) ? options[option] : undefined);
  const whole = meaningOf(source);
  if (whole) return { option: source, meaning: whole, from: 0 };
  const equals = source.indexOf('=');
  const name = equals > 2 && equals < 64 ? source.slice(0, equals) : source.slice(0, 2);
  const meaning = source.startsWith('--') && equals <= 2 ? undefined : meaningOf(name);
  if (meaning) return { option: name, meaning, from: name.length + (equals === name.length ? 1 : 0) };
  // `-eKEY=value`
  const glued = source.startsWith('--') ? undefined : meaningOf(source.slice(0, 2));
  return glued && { option: source.slice(0, 2), meaning: glued, from: 2 };
}

/** Does a further word belong to an option that takes several? Real commands would take any; people forget the `--`. */
function isMore(word: ShellWord | undefined, meaning: Meaning): boolean {
  const source = word?.text.reveal() ?? '';
  if (meaning === 'env') return PAIR.test(source);
  if (meaning === 'header') return HEADER_LINE.test(source);
  return meaning === 'config' && /^\s*\{/.test(source);
}

/** The value of an option, and its place as written. */
export function textOfOption({ word, from }: GivenOption, text: LocatedText = word.text): LocatedText {
  return from === 0 ? text : text.slice(from);
}
