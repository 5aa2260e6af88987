import type { Edit } from '../core/edit.ts';
import type { LintedDocument } from '../lint-document.ts';
import type { Destination, Item } from './destination.ts';
import type { InlineCredential } from './inline-credential.ts';
import type { LauncherWords } from './launcher-words.ts';

/** One credential and where it goes. */
export interface Move {
  readonly credential: InlineCredential;
  readonly destination: Destination;
  readonly item: Item;
}

/** All that is to happen with one file. */
export interface FilePlan {
  readonly document: LintedDocument;
  /** The file as it was read: nothing is written when it differs by then. */
  readonly bytes: Buffer;
  readonly edits: readonly Edit[];
  readonly moves: readonly Move[];
  readonly steps: readonly string[];
  readonly warnings: readonly string[];
  /** How the file will call mcp-lint, where it will. */
  readonly launcher?: LauncherWords;
}

/** A credential that stays, and why: a clause without a full stop. */
export interface Left {
  readonly document: LintedDocument;
  readonly credential: InlineCredential;
  readonly reason: string;
}

export interface FixPlan {
  readonly files: readonly FilePlan[];
  readonly left: readonly Left[];
}
