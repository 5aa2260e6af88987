/** A set of words, given with a space between them, that is only made when it is first asked: most runs need few. */
export function wordList(words: string): Pick<ReadonlySet<string>, 'has'> {
  let known: ReadonlySet<string> | undefined;
  return {
    has(word) {
      known ??= new Set(words.split(' '));
      return known.has(word);
    },
  };
}
