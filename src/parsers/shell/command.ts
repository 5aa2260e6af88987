import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { VariableUse } from './word-builder.ts';

/** A word of a command, its quotes and escapes taken off. */
export interface ShellWord {
  readonly text: LocatedText;
  /** As written, quotes included. */
  readonly range: Range;
  /** The same as indices of the shell text. */
  readonly at: Range;
  /** The variables that the shell replaces in it. */
  readonly uses: readonly VariableUse[];
  /** No quote and no escape is in it. */
  readonly bare: boolean;
}

/** A simple command: what stands between two separators. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** Texts that it reads from the script: here-documents and here-strings. */
  readonly inputs: readonly ShellWord[];
  readonly range: Range;
}

/** How a text is quoted and continued. */
export type ShellSyntax = 'posix' | 'powershell' | 'cmd';

/** By the end of a file's name. */
export function syntaxOf(path: string): ShellSyntax {
  if (/\.ps1$/i.test(path)) return 'powershell';
  return /\.(?:cmd|bat)$/i.test(path) ? 'cmd' : 'posix';
}
