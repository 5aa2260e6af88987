/** Words as one line for `sh -c`, or for `cmd /c` on Windows; nothing where that cannot be written. */
export function helperCommand(words: readonly string[], isWindows: boolean): string | undefined {
  const quoted = words.map(isWindows ? quoteForCmd : quoteForSh);
  return quoted.includes(undefined) ? undefined : quoted.join(' ');
}

function quoteForSh(word: string): string {
  return /^[\w./:@%+=,~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** `%41` of a reference is no variable: none has such a name. */
function quoteForCmd(word: string): string | undefined {
  if (/["%\r\n]/.test(word.replace(/%[0-9A-F]{2}/g, ''))) return undefined;
  return /^[\w./\\:@%+=,~-]+$/.test(word) ? word : `"${word}"`;
}
