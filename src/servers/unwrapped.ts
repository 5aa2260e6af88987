import type { Assignment, Option, Package, Wrapper } from '../core/launch.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path, Word } from '../core/model.ts';

/** What is left when one wrapper is taken off a command line, and what the wrapper told. */
export interface Unwrapped {
  /** Absent for words that only pass on: `exec`, `nohup`, `A=b` in front of a command. */
  readonly wrapper?: Wrapper;
  /** The program inside and its arguments. */
  readonly words: readonly Word[];
  /** What the program inside is called where its word says more than that: the name of a package or an image. */
  readonly program?: string;
  readonly assignments?: readonly Assignment[];
  readonly package?: Package;
  /** Address that a bridge connects to. */
  readonly address?: { readonly url: LocatedText; readonly path: Path };
  readonly container?: readonly Option[];
  /** What is inside starts nothing else. */
  readonly innermost?: boolean;
}
