/** Name of the program that a word calls: no folder, lower case, without the extensions of Windows. */
export function programName(word: string): string {
  const name = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).toLowerCase();
  return name.replace(/\.(?:exe|cmd|bat|ps1)$/, '');
}
