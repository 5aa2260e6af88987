import type { VaultId } from '../vaults/vault.ts';

/** What stood where an edit was made: text without a secret, and names of what the vaults keep. */
export type Piece = { readonly text: string } | { readonly vault: VaultId; readonly account: string };

/** One edit as it can be undone. Offsets are UTF-16 units in the text of the new file. */
export interface UndoEdit {
  readonly start: number;
  readonly length: number;
  readonly before: readonly Piece[];
  /** Path of the server entry that it lies in, and the edit's offset from the start of that entry; for files that changed since. */
  readonly anchor?: {
    readonly path: readonly (string | number)[];
    readonly offset: number;
    readonly hash: string;
  };
}

export interface JournalFile {
  readonly path: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hashBefore: string;
  readonly hashAfter: string;
  readonly edits: readonly UndoEdit[];
}

/** What one run changed, with references in the place of secrets. */
export interface Journal {
  readonly version: 1;
  readonly id: string;
  /** ISO 8601. */
  readonly time: string;
  /** `pending` until every file is in place; such a run was stopped in the middle. */
  readonly state: 'pending' | 'done' | 'undone';
  readonly files: readonly JournalFile[];
  /** Items that this run created: undoing it removes them. */
  readonly items: readonly { readonly vault: VaultId; readonly account: string }[];
}
