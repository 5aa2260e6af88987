import type { VaultId } from '../vaults/vault.ts';

/** An item of a vault. */
export interface Kept {
  readonly vault: VaultId;
  readonly account: string;
}

/** An item that stood in a file. */
export interface KeptPiece extends Kept {
  /** As it is, where strings of JSON would have escapes: in single quotes, or in none. */
  readonly verbatim?: true;
}

/** What stood where an edit was made: text without a secret, and names of what the vaults keep. */
export type Piece = { readonly text: string } | KeptPiece;

/** One edit as it can be undone. Offsets are UTF-16 units in the text of the new file, without a byte order mark. */
export interface UndoEdit {
  readonly start: number;
  readonly length: number;
  readonly before: readonly Piece[];
  /**
   * For files that changed since. Of the server entry that the edit lies in, of another member of the document or of its
   * lines: the edit's offset from its start, and the SHA-256 of its text, hexadecimal.
   */
  readonly anchor?: Anchor;
}

export interface Anchor {
  readonly path: readonly (string | number)[];
  /** How many lines it is, where it is no value but whole lines; `path` is empty then. */
  readonly lines?: number;
  readonly offset: number;
  readonly hash: string;
}

export interface JournalFile {
  /** Of the file itself where a symbolic link leads to it. */
  readonly path: string;
  /** Hash of the bytes, slow to guess by (`hashOfSecretBytes`), hexadecimal. */
  readonly hashBefore: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hashAfter: string;
  readonly edits: readonly UndoEdit[];
  /** All that the vaults keep of it, whoever created that. */
  readonly items: readonly Kept[];
  /** Like `hashBefore`, of what undoing is about to put there. */
  readonly restored?: string;
}

/** What one run changed, with references in the place of secrets. There is none of a run that was undone. */
export interface Journal {
  readonly version: 1;
  readonly id: string;
  /** ISO 8601. */
  readonly time: string;
  /** Not `done`: fixing or undoing was stopped in the middle, or could not remove its items. */
  readonly state: 'pending' | 'done' | 'undoing';
  /** What is not undone. */
  readonly files: readonly JournalFile[];
  /** Items that this run created: undoing it removes them. */
  readonly items: readonly Kept[];
  /** Items of `files` that have got another value since, on purpose: nothing brings back what stood in the file. */
  readonly replaced?: readonly Kept[];
}

/** Names an item among others. */
export function keyOf({ vault, account }: Kept): string {
  return `${vault} ${account}`;
}
