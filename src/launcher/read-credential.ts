import { decodePart } from '../core/kept-reference.ts';
import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import type { Secret } from '../core/secret.ts';
import type { Use } from '../core/use.ts';
import { type KeptCredential, unseal } from '../vaults/envelope.ts';
import { formatReference, type Reference } from '../vaults/reference.ts';
import { type Vault, VaultError, type VaultId } from '../vaults/vault.ts';
import { EXIT, Refusal } from './refusal.ts';

export type OpenVault = (id: VaultId, machine: Machine) => Vault;

/** Reads what references name; each item once. */
export class CredentialReader {
  readonly #machine: Machine;
  readonly #openVault: OpenVault;
  readonly #kept = new Map<string, KeptCredential>();

  constructor(machine: Machine, openVault: OpenVault) {
    this.#machine = machine;
    this.#openVault = openVault;
  }

  /**
   * The credential, and the first of its uses that `differs` has nothing against. `place` is where the reference stands, in
   * words for the user. Throws a Refusal.
   */
  read<T extends Use>(
    reference: Reference,
    place: string,
    isKind: (use: Use) => use is T,
    differs: (use: T) => string | undefined,
  ): { secret: Secret; use: T } {
    const { secret, uses } = this.#keptAs(reference, place);
    const candidates = uses.filter(isKind);
    let difference: string | undefined;
    for (const use of candidates) {
      const found = differs(use);
      if (found === undefined) return { secret, use };
      difference ??= found;
    }
    throw refusal(
      reference,
      place,
      `it may not be used for this: ${difference ?? 'it was stored for something else'}. ` +
        `If this is what you want, run "mcp-lint secret allow ${label(formatReference(reference))}" in a terminal.`,
    );
  }

  #keptAs(reference: Reference, place: string): KeptCredential {
    const key = formatReference(reference);
    let kept = this.#kept.get(key);
    if (kept === undefined) {
      kept = this.#readFrom(reference, place);
      this.#kept.set(key, kept);
    }
    return kept;
  }

  #readFrom(reference: Reference, place: string): KeptCredential {
    try {
      const vault = this.#openVault(reference.vault, this.#machine);
      const content = vault.read(reference.account);
      if (content === undefined)
        throw refusal(
          reference,
          place,
          `there is no such entry in ${vault.title}. It was removed, or stored by another user or on another machine: put it back with "mcp-lint secret set ${label(formatReference(reference))}" in a terminal.`,
        );
      return unseal(content);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      // Other errors may quote what a vault was given.
      if (!(error instanceof VaultError)) throw refusal(reference, place, 'it cannot be read.');
      throw refusal(reference, place, `${error.message}.${ADVICE[error.kind] ?? ''}`);
    }
  }
}

const ADVICE: Partial<Record<VaultError['kind'], string>> = {
  locked: ' Unlock it and start the server again.',
  damaged: ' Store it again with "mcp-lint secret set" in a terminal.',
};

/** `GITHUB_TOKEN of server "github" (keychain://…): …`. */
function refusal(reference: Reference, place: string, sentence: string): Refusal {
  const server = label(partOf(reference.account, 1));
  return new Refusal(
    EXIT.refused,
    `${label(place)} of server "${server}" (${label(formatReference(reference))}): ${sentence}`,
  );
}

function partOf(account: string, index: number): string {
  return decodePart(account.split('/')[index] ?? '');
}
