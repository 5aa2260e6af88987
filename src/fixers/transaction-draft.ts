import { Secret } from '../core/secret.ts';
import { decodeBytes } from '../parsers/decode.ts';
import type { Vault, VaultId } from '../vaults/vault.ts';
import type { Item } from './destination.ts';
import type { FilePlan } from './fix-plan.ts';
import { type JournalFile, type Kept, keyOf } from './journal.ts';
import { isVerbatim } from './spelling.ts';
import { splice, UnreadableStretch } from './splice.ts';
import { inFile } from './transaction-anchor.ts';
import { checkJournalText } from './transaction-check.ts';
import { Failure } from './transaction-failure.ts';
import { hashOf, hashOfSecretBytes } from './transaction-hash.ts';
import { type Parcel, packParcel } from './transaction-parcel.ts';
import { parseFile, restoreExactly } from './transaction-restore.ts';
import { type Departure, undoEditsOf, type WrittenFile } from './transaction-undo-edits.ts';

/** All that one file's fix will do. */
export interface Draft {
  readonly bytes: Buffer;
  readonly file: JournalFile;
  readonly parcels: readonly Parcel[];
}

/**
 * Works out what a plan does to the file at `path`, and proves on paper that it can be undone to the byte. `id` is that of
 * the journal. Throws a Failure or a VaultError; nothing is written.
 */
export function draftFix(plan: FilePlan, path: string, id: string, vaultOf: (id: VaultId) => Vault): Draft {
  const before = decodeBytes(plan.bytes);
  const departures = departuresOf(plan, before);
  const parcels = parcelsOf(plan, departures, vaultOf);
  const bytes = newBytes(plan);
  const edits = undoEditsOf(plan, departures, before, readWritten(path, bytes));
  checkJournalText(plan, edits);
  const spellings = new Map(departures.map((departure) => [keyOf(departure), departure.spelling]));
  const undone = restoreExactly(bytes, edits, (item) => spellings.get(keyOf(item))!);
  if (!undone.equals(plan.bytes)) throw new Failure('The change could not be undone to the byte.');
  return {
    bytes,
    parcels,
    file: {
      path,
      hashBefore: hashOfSecretBytes(plan.bytes, id),
      hashAfter: hashOf(bytes),
      edits,
      items: parcels.map(({ vault, account }): Kept => ({ vault, account })),
    },
  };
}

function newBytes({ bytes, document, edits }: FilePlan): Buffer {
  try {
    return splice(bytes, document.document, edits);
  } catch (error) {
    if (error instanceof UnreadableStretch)
      throw new Failure('What would be replaced in it is not valid text.');
    throw error;
  }
}

function readWritten(path: string, bytes: Buffer): WrittenFile {
  const parsed = parseFile(path, bytes);
  return { text: decodeBytes(bytes), ...(parsed && { parsed }) };
}

function departuresOf({ document, moves }: FilePlan, before: string): Departure[] {
  return moves.map(({ item: { vault, account, text } }) => {
    const range = inFile(document.document, text.range);
    const spelling = before.slice(range.start, range.end);
    const verbatim = isVerbatim(spelling, text.reveal());
    return { vault, account, ...(verbatim && { verbatim }), range, spelling: new Secret(spelling) };
  });
}

/** One for each account. */
function parcelsOf(
  { moves }: FilePlan,
  departures: readonly Departure[],
  vaultOf: (id: VaultId) => Vault,
): Parcel[] {
  const byAccount = new Map<string, { readonly items: Item[]; readonly spellings: Secret[] }>();
  for (const [index, { item }] of moves.entries()) {
    const group = byAccount.get(keyOf(item)) ?? { items: [], spellings: [] };
    group.items.push(item);
    group.spellings.push(departures[index]!.spelling);
    byAccount.set(keyOf(item), group);
  }
  return [...byAccount.values()].map(({ items, spellings }) =>
    packParcel(items, vaultOf(items[0]!.vault), spellings),
  );
}
