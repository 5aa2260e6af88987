/** A file that the next commit adds or changes. */
export interface StagedFile {
  /** Below the top of the working tree, `/`-separated; bytes that are no UTF-8 are replaced. */
  readonly name: string;
  /** Name of its content. */
  readonly object: string;
}

/**
 * What git is asked: against the last commit, or against nothing before the first one. Without renames a file under a
 * new name counts as added; unmerged files cannot be committed. Nothing of it runs a program that the repository names.
 */
export const DIFF = [
  '-c',
  'diff.orderFile=/dev/null',
  'diff',
  '--cached',
  '--raw',
  '--no-abbrev',
  '-z',
  '--diff-filter=ACMRT',
  '--no-renames',
  '--no-relative',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
];

const REGULAR = new Set(['100644', '100755']);

/** Reads `:<mode> <mode> <object> <object> <letter>`, NUL, name, NUL (git-diff(1), "Raw output format"). Links and submodules are left out. */
export function readChanges(output: Buffer): StagedFile[] {
  const fields = output.toString('utf8').split('\0');
  const files: StagedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = '', , object = ''] = fields[at]!.split(' ');
    if (REGULAR.has(mode)) files.push({ name: fields[at + 1]!, object });
  }
  return files;
}
