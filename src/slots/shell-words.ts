import type { LocatedText } from '../core/located-text.ts';

/** Commands of a script, each a list of words without their quotes. */
export type ShellCommand = readonly LocatedText[];

/**
 * Splits a script into commands and words the way POSIX shells do; `cmd` and PowerShell are near enough: there `\` is
 * an ordinary character (`backslash: false`). Expansions stay as written.
 */
export function splitShell(script: LocatedText, { backslash }: { backslash: boolean }): ShellCommand[] {
  const source = script.reveal();
  const commands: LocatedText[][] = [[]];
  let word = '';
  let sources: number[] = [];
  let quote: string | undefined;
  let inWord = false;

  const endWord = (index: number) => {
    if (inWord) commands.at(-1)!.push(script.decoded(word, [...sources, lastSource(sources, index)]));
    word = '';
    sources = [];
    inWord = false;
  };
  for (let index = 0; index < source.length; index++) {
    const character = source[index]!;
    if (quote !== undefined && character === quote) {
      quote = undefined;
    } else if (quote === undefined && (character === '"' || character === "'")) {
      quote = character;
      inWord = true;
    } else if (backslash && character === '\\' && quote !== "'" && index + 1 < source.length) {
      index += 1;
      word += source[index];
      sources.push(index);
      inWord = true;
    } else if (quote === undefined && /[\s;&|()]/.test(character)) {
      endWord(index);
      if (!/[^\S\n]/.test(character) && commands.at(-1)!.length > 0) commands.push([]);
    } else {
      word += character;
      sources.push(index);
      inWord = true;
    }
  }
  endWord(source.length);
  return commands.filter((command) => command.length > 0);
}

/** The end of a word is behind its last character, not behind a closing quote. */
function lastSource(sources: readonly number[], index: number): number {
  return sources.length > 0 ? sources.at(-1)! + 1 : index;
}
