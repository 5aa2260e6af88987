import type { LocatedText } from '../core/located-text.ts';
import type { Machine } from '../core/machine.ts';
import type { Path } from '../core/model.ts';
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
  /** The vault has it already, for the same uses: it need not be stored, and undoing the fix must not remove it. */
  readonly kept?: true;
}

/** What one entry's rewrite comes to, beside the changes in the editor. Sentences end in a full stop and hold labels only. */
export interface Rewritten {
  /** One for each credential; for those in a string that is kept as a whole, one for the string. */
  readonly items: readonly Item[];
  /** What the user has to do before the server gets its secret again; empty when nothing is to be done. */
  readonly steps: readonly string[];
  /** What the user should know, as that a value shows in the process list. */
  readonly warnings: readonly string[];
}

/** How a rewritten entry starts its server: what a launcher gets to see. */
export interface NewStart {
  /** Program and arguments behind the launcher, references in the place of what is moved. */
  readonly words: readonly string[];
  /** Variables that the entry sets. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Whose credential is kept: a server entry, or a prompt. */
export interface AccountOwner {
  readonly facts: {
    readonly host: { readonly id: string };
    readonly server: { readonly name: string; readonly path: Path };
  };
}

/** The entry cannot be written as its destination wants it; a clause without a full stop, of labels. */
export class NotRewritable extends Error {}

/** What destinations write with. */
export interface Tools {
  readonly machine: Machine;
  readonly editor: ConfigEditor;
  /** Words that start `mcp-lint` from this entry's config: `['mcp-lint']`, or an absolute path in front. */
  readonly launcher: readonly string[];
  /**
   * A free account in the vault for a credential of the entry: `<host>/<server>/<name>`, numbered where that is taken.
   * With the `text` that is to be kept, one that keeps the same already is as good as free.
   */
  accountFor(vault: VaultId, owner: AccountOwner, name: string, text?: LocatedText): string;
  /**
   * Takes an account that a destination names itself, in a vault of others. False when another text is kept there, or will
   * be.
   */
  claimAccount(vault: VaultId, account: string, text: LocatedText): boolean;
  /** The use that a rewritten entry makes of what stands at `place` (see `CommandUse`). Default: its start as it stands. */
  useOf(entry: FixEntry, place: string, start?: NewStart): Use;
  /** Has the host ask its user for a value, and gives the id under which the entry refers to it. */
  promptFor(entry: FixEntry, wanted: string, description: string): string;
  /**
   * Name of a variable of the user's own environment that is to hold `text`: the wanted one, or numbered where that is
   * already another's, in this plan or around it.
   */
  variableFor(wanted: string, text: LocatedText): string;
  /** What the user gave with `--to 1password:Private` and the like: the part behind the colon. */
  readonly option?: string;
  /** Host name of the API that the user gave for a broker. */
  readonly apiHost?: string;
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
  /** What the user may name behind a colon, where there is such a thing: `PROJECT/CONFIG`. */
  readonly option?: string;
  /**
   * What else than its vault it needs and this machine has not, as a clause without a full stop; nothing when all is there.
   * May start programs.
   */
  missing?(machine: Machine): string | undefined;
  /** Why a credential cannot go there, as a clause; nothing when it can. */
  declines(credential: InlineCredential, entry: FixEntry, machine: Machine): string | undefined;
  /** Why it is a good place for what it takes, one sentence. */
  readonly why: string;
  /** Makes the changes of one entry for `credentials`, of which it declines none. Throws NotRewritable. */
  rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten;
}
