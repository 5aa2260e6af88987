import type { LocatedText } from '../core/located-text.ts';
import type { Machine } from '../core/machine.ts';
import type { Use } from '../core/use.ts';
import type { VaultId } from '../vaults/vault.ts';
import type { ConfigEditor } from './config-editor.ts';
import type { FixEntry, InlineCredential } from './inline-credential.ts';

export type DestinationId =
  | 'keychain'
  | 'headers-helper'
  | 'input'
  | 'env'
  | 'pass'
  | '1password'
  | 'doppler'
  | 'infisical'
  | 'authsome'
  | 'agent-vault'
  | 'onecli'
  | 'oauth';

/** A credential on its way to a vault. */
export interface Item {
  readonly vault: VaultId;
  /** Of the item in its vault. */
  readonly account: string;
  /** What is kept: the credential, or the whole string that it stands in. */
  readonly text: LocatedText;
  /** Nothing for a vault that holds no envelopes, or for a value that is only kept for its user. */
  readonly uses: readonly Use[];
  readonly credential: InlineCredential;
}

/** What one entry's rewrite comes to, beside the changes in the editor. Sentences end in a full stop and hold labels only. */
export interface Rewritten {
  readonly items: readonly Item[];
  /** What the user has to do before the server gets its secret again; empty when nothing is to be done. */
  readonly steps: readonly string[];
  /** What the user should know, as that a value shows in the process list. */
  readonly warnings: readonly string[];
}

/** What destinations write with. */
export interface Tools {
  readonly machine: Machine;
  readonly editor: ConfigEditor;
  /** Words that start `mcp-lint` from this entry's config: `['mcp-lint']`, or an absolute path in front. */
  readonly launcher: readonly string[];
  /** A free account in the vault for a credential of the entry: `<host>/<server>/<name>`, numbered where that is taken. */
  accountFor(vault: VaultId, entry: FixEntry, name: string): string;
  /** The use that a rewritten entry makes of what stands at `place` (see `CommandUse`). */
  useOf(entry: FixEntry, place: string): Use;
  /** What the user gave with `--to 1password:Private` and the like: the part behind the colon. */
  readonly option?: string;
}

/** Where credentials can go, and how an entry reads then. One file each. */
export interface Destination {
  readonly id: DestinationId;
  readonly title: string;
  /** `safe`: the server starts and gets its secret as before, without anything else to do. */
  readonly safety: 'safe' | 'needs-steps';
  /** Where the values are kept. */
  readonly vault: VaultId;
  /** Whether it is chosen when the user names no destination; the others only with `--to`. */
  readonly automatic: boolean;
  /** Why it cannot be used on this machine, as a clause without a full stop; nothing when it can. May start programs. */
  missing(machine: Machine): string | undefined;
  /** Why a credential cannot go there, as a clause; nothing when it can. */
  declines(credential: InlineCredential, entry: FixEntry, machine: Machine): string | undefined;
  /** Why it is a good place for what it takes, one sentence. */
  readonly why: string;
  /** Makes the changes of one entry for `credentials`, of which it declines none. */
  rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten;
}
