import type { Option } from '../core/launch.ts';
import type { Word } from '../core/model.ts';
import { append } from '../slots/append.ts';

export interface OptionsRead {
  readonly options: readonly Option[];
  /** Index of the first word that is no option. */
  readonly next: number;
  /** A `--` ended the options. */
  readonly ended: boolean;
}

/**
 * Options from `start` to the first other word, as getopt reads them: `--name=value`, `--name value` for the names in
 * `valued`, `-it`, and `-eNAME=x` or `-ite x` where `-e` is in `valued`.
 */
export function readOptions(
  words: readonly Word[],
  start: number,
  valued: ReadonlySet<string>,
  pairs?: ReadonlySet<string>,
): OptionsRead {
  const options: Option[] = [];
  let index = start;
  for (; index < words.length; index++) {
    const word = words[index]!;
    const source = word.text.reveal();
    if (source === '--') return { options, next: index + 1, ended: true };
    if (!source.startsWith('-') || source.length < 2) break;
    const { name, glued } = splitOption(source, valued);
    const place = { name, range: word.text.range, path: word.path };
    const next = words[index + 1];
    if (glued !== undefined) {
      options.push({ ...place, value: word.text.slice(glued) });
    } else if (valued.has(name) && next) {
      options.push({ ...place, value: next.text, path: next.path });
      index += pairs?.has(name) ? 2 : 1;
    } else {
      options.push(place);
    }
  }
  return { options, next: Math.min(index, words.length), ended: false };
}

/** Longest group of one-letter options that is looked at: `-itv`. */
const LONGEST_GROUP = 8;

/** The name of an option, and where its value starts when both are one word. */
function splitOption(source: string, valued: ReadonlySet<string>): { name: string; glued?: number } {
  const equals = source.indexOf('=');
  if (source.startsWith('--'))
    return equals === -1 ? { name: source } : { name: source.slice(0, equals), glued: equals + 1 };
  if (valued.has(source)) return { name: source };
  for (let at = 1; at < source.length && at <= LONGEST_GROUP; at++) {
    const name = `-${source[at]}`;
    if (!valued.has(name)) continue;
    if (at + 1 === source.length) return { name };
    return { name, glued: source[at + 1] === '=' ? at + 2 : at + 1 };
  }
  return equals === -1 ? { name: source } : { name: source.slice(0, equals), glued: equals + 1 };
}

/** How a program wants to be called: `uv --directory x tool run …`. */
export interface CallSyntax {
  /** Words that must stand behind it, in this order; any of several in each place. */
  readonly subcommands?: readonly (readonly string[])[];
  /** Options that take a value in the next word. */
  readonly valued?: readonly string[];
}

/** Options of a call, before, between and behind its subcommands; nothing when it is another call. */
export function readCall(
  words: readonly Word[],
  { subcommands = [], valued = [] }: CallSyntax,
): (OptionsRead & { readonly first: number }) | undefined {
  const names = new Set(valued);
  const options: Option[] = [];
  let read = readOptions(words, 1, names);
  let first = 1;
  append(options, read.options);
  for (const choices of subcommands) {
    if (read.ended || !choices.includes(words[read.next]?.text.reveal() ?? '')) return undefined;
    first = read.next + 1;
    read = readOptions(words, first, names);
    append(options, read.options);
  }
  return { ...read, options, first };
}
