import { label } from '../core/label.ts';
import { Secret } from '../core/secret.ts';
import type { Use } from '../core/use.ts';
import { seal, unseal } from '../vaults/envelope.ts';
import type { Vault } from '../vaults/vault.ts';
import type { Item } from './destination.ts';
import type { Kept, KeptPiece } from './journal.ts';
import { isKnownSpelling, isVerbatim, plainSpelling } from './spelling.ts';
import { Failure } from './transaction-failure.ts';

/** A credential on its way to a vault. */
export interface Parcel extends Kept {
  /** As it stands in the file. */
  readonly spelling: Secret;
  /** What the vault gets. */
  readonly content: Secret;
  /** The planner found it in the vault, for the same uses. */
  readonly known: boolean;
}

/** What a vault gets for the items of one account, of which `spelling` tells how each stands in the file. */
export function packParcel(items: readonly Item[], vault: Vault, spellings: readonly Secret[]): Parcel {
  const { vault: id, account, text, kept } = items[0]!;
  const spelling = spellings[0]!;
  if (!items.every((item) => item.text.equals(text)) || !spellings.every((other) => other.equals(spelling)))
    throw new Failure(`Two credentials that differ would be kept as ${label(account)}.`);
  return { vault: id, account, spelling, content: contentOf(items, vault, spelling), known: kept === true };
}

function contentOf(items: readonly Item[], vault: Vault, spelling: Secret): Secret {
  // Of the text alone: an item's text also knows its places.
  const secret = new Secret(items[0]!.text.reveal());
  const plain = isKnownSpelling(spelling.reveal(), secret.reveal());
  if (vault.holdsEnvelopes)
    return seal({ secret, ...(!plain && { spelling }), uses: distinct(items.flatMap(({ uses }) => uses)) });
  if (!plain) throw new Failure(`It spells a credential with escapes, which ${vault.title} cannot keep.`);
  return secret;
}

function distinct(uses: readonly Use[]): Use[] {
  return [...new Map(uses.map((use) => [JSON.stringify(use), use])).values()];
}

/** Whether a vault keeps what a parcel holds already. Throws a Failure when it keeps something else there. */
export function isStored({ account, content, spelling, known }: Parcel, vault: Vault): boolean {
  const kept = vault.read(account);
  if (kept?.equals(content)) return true;
  if ((kept !== undefined) !== known)
    throw new Failure(`${vault.title} changed since it was looked into.`, { changed: true });
  if (kept && !givesBack(spellingsIn(vault, kept), spelling))
    throw new Failure(`${vault.title} keeps ${label(account)} as it is spelled elsewhere.`);
  return known;
}

function givesBack([plain, text]: readonly [Secret, Secret], spelling: Secret): boolean {
  return (isVerbatim(spelling.reveal(), text.reveal()) ? text : plain).equals(spelling);
}

/** How what a vault keeps may have stood in a file: as strings of JSON have it, and as it is. Throws a VaultError. */
function spellingsIn(vault: Vault, content: Secret): readonly [Secret, Secret] {
  const { secret, spelling }: { secret: Secret; spelling?: Secret } = vault.holdsEnvelopes
    ? unseal(content)
    : { secret: content };
  return [spelling ?? new Secret(plainSpelling(secret.reveal())), secret];
}

/** The same, for an item that has to be there. Throws a Failure or a VaultError. */
export function keptSpellings(vault: Vault, account: string): readonly [Secret, Secret] {
  const content = vault.read(account);
  if (!content) throw new Failure(`${vault.title} does not keep ${label(account)} any more.`);
  return spellingsIn(vault, content);
}

/** How an item that has to be there stood in its file. Throws a Failure or a VaultError. */
export function keptSpelling(vault: Vault, { account, verbatim }: KeptPiece): Secret {
  const [plain, text] = keptSpellings(vault, account);
  return verbatim ? text : plain;
}
