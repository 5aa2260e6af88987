import type { LocatedText } from '../core/located-text.ts';
import type { Secret } from '../core/secret.ts';
import type { LintedDocument } from '../lint-document.ts';
import { type KeptCredential, unseal } from '../vaults/envelope.ts';
import { accountOf } from '../vaults/reference.ts';
import { type Vault, VaultError, type VaultId } from '../vaults/vault.ts';
import type { AccountOwner, Item } from './destination.ts';

/** A vault that was thought to work cannot be read. */
export class UnusableVault extends Error {
  readonly vault: VaultId;

  constructor(vault: VaultId, clause: string) {
    super(clause);
    this.vault = vault;
  }
}

interface Reserved {
  readonly key: string;
  /** Whose it is, with the text as it stands in the file; nothing where it is nobody else's either way. */
  readonly owner: string | undefined;
  readonly base: string;
  /** The least number of the base that was free before. */
  readonly number: number;
}

/** Names that items of a plan get in their vaults; those that were taken last can be given back. */
export class Accounts {
  readonly #open: (id: VaultId) => Vault;
  readonly #taken: Reserved[] = [];
  readonly #spellings = new Map<string, string | undefined>();
  /** Accounts by owner and text: what stands twice in one place is one. */
  readonly #own = new Map<string, string>();
  /** The least number that is free in this plan, by name without a number. */
  readonly #numbers = new Map<string, number>();
  readonly #kept = new Map<string, Secret | undefined>();

  constructor(open: (id: VaultId) => Vault) {
    this.#open = open;
  }

  mark(): number {
    return this.#taken.length;
  }

  /** Forgets what was taken after a mark. */
  release(mark: number): void {
    for (const { key, owner, base, number } of this.#taken.splice(mark).reverse()) {
      this.#spellings.delete(key);
      if (owner !== undefined) this.#own.delete(owner);
      this.#numbers.set(base, number);
    }
  }

  /**
   * The first of `<host>/<server>/<name>`, `…-2`, … that nobody else has and that is not `rejected`. With `text`, an
   * account that keeps that very text will do. Throws UnusableVault.
   */
  accountFor(
    vault: VaultId,
    { facts: { host, server } }: AccountOwner,
    name: string,
    rejected: ReadonlySet<string>,
    text?: { readonly text: LocatedText; readonly document: LintedDocument },
  ): string {
    const spelling = text && spellingOf(text.text, text.document);
    const owner = text && JSON.stringify([vault, text.document.absolute, server.path, name, spelling]);
    const own = owner === undefined ? undefined : this.#own.get(owner);
    if (own !== undefined) return own;
    const base = keyOf({ vault, account: accountOf(host.id, server.name, name) });
    for (let number = this.#numbers.get(base) ?? 1; ; number++) {
      const account = accountOf(host.id, server.name, number === 1 ? name : `${name}-${number}`);
      const key = keyOf({ vault, account });
      if (rejected.has(key) || this.#spellings.has(key)) continue;
      const kept = this.#read(vault, account);
      if (kept && !(text && this.#unseal(vault, kept)?.secret.equals(text.text))) continue;
      this.#take({ key, owner, base, number: this.#numbers.get(base) ?? 1 }, spelling);
      if (owner !== undefined) this.#own.set(owner, account);
      if (number === (this.#numbers.get(base) ?? 1)) this.#numbers.set(base, number + 1);
      return account;
    }
  }

  /** Takes an account for a text. False when another text is kept there, or will be. Throws UnusableVault. */
  claim(vault: VaultId, account: string, text: LocatedText): boolean {
    const key = keyOf({ vault, account });
    const spelling = text.reveal();
    if (this.#spellings.has(key)) return this.#spellings.get(key) === spelling;
    const kept = this.#read(vault, account);
    if (kept && !this.#unseal(vault, kept)?.secret.equals(text)) return false;
    this.#take({ key, owner: undefined, base: key, number: 1 }, spelling);
    return true;
  }

  #take(reserved: Reserved, spelling: string | undefined): void {
    this.#taken.push(reserved);
    this.#spellings.set(reserved.key, spelling);
  }

  /**
   * Whether the vault keeps an item already, `elsewhere` when what it keeps under the account may not be used as the item
   * is to be.
   */
  standingOf({ vault, account, uses }: Item): 'new' | 'kept' | 'elsewhere' {
    const content = this.#read(vault, account);
    if (!content) return 'new';
    const kept = this.#unseal(vault, content)?.uses.map((use) => JSON.stringify(use)) ?? [];
    return uses.every((use) => kept.includes(JSON.stringify(use))) ? 'kept' : 'elsewhere';
  }

  #read(id: VaultId, account: string): Secret | undefined {
    const key = keyOf({ vault: id, account });
    if (!this.#kept.has(key)) {
      const vault = this.#open(id);
      try {
        this.#kept.set(key, vault.read(account));
      } catch (error) {
        if (!(error instanceof VaultError)) throw error;
        if (error.kind === 'refused') throw new UnusableVault(id, error.message);
        const what = error.kind === 'locked' ? 'is locked' : 'cannot be read';
        throw new UnusableVault(id, `${vault.title} ${what}`);
      }
    }
    return this.#kept.get(key);
  }

  /** Nothing for what is none of ours, or of another version. */
  #unseal(id: VaultId, content: Secret): Pick<KeptCredential, 'secret' | 'uses'> | undefined {
    if (!this.#open(id).holdsEnvelopes) return { secret: content, uses: [] };
    try {
      return unseal(content);
    } catch {
      return undefined;
    }
  }
}

export function keyOf({ vault, account }: Pick<Item, 'vault' | 'account'>): string {
  return `${vault} ${account}`;
}

function spellingOf({ range }: LocatedText, { document }: LintedDocument): string {
  return document.text.reveal().slice(range.start, range.end);
}
