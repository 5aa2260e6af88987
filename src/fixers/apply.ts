import type { FilePlan, FixPlan } from './fix-plan.ts';
import type { Journal } from './journal.ts';
import { type Draft, draftFix } from './transaction-draft.ts';
import { Failure, sentenceOf } from './transaction-failure.ts';
import { isStored, type Parcel } from './transaction-parcel.ts';
import { inTransaction, type Run, type TransactionOptions } from './transaction-run.ts';
import { settle } from './transaction-settle.ts';
import { checkReplaceable, readTarget, replaceFile, type Target, temporaryBeside } from './write-file.ts';

export interface ApplyOptions extends TransactionOptions {
  /** Whether what a file would read like afterwards is right: parses, and has none of the moved credentials. */
  accepts(file: FilePlan, text: Buffer): boolean;
}

export interface FileOutcome {
  readonly file: FilePlan;
  /** Why the file was left as it was, one sentence of our own; nothing when it was fixed. */
  readonly failure?: string;
  /** It, or a vault, changed since it was read: worth another plan. */
  readonly changed?: boolean;
}

/** Each file by itself: either it is fixed and its credentials are in their vaults, or it is as it was. Never throws. */
export function applyPlan({ files }: FixPlan, options: ApplyOptions): readonly FileOutcome[] {
  const outcomes: FileOutcome[] = [];
  try {
    inTransaction(options, (run) => {
      let journal = run.journals.begin();
      for (const file of files) {
        try {
          journal = fixFile(file, journal, options, run);
          outcomes.push({ file });
        } catch (error) {
          outcomes.push(failed(file, error));
          journal = run.journals.read(journal.id) ?? { ...journal, files: [], items: [] };
        }
      }
    });
  } catch (error) {
    for (const file of files.slice(outcomes.length)) outcomes.push(failed(file, error));
  }
  return outcomes;
}

function failed(file: FilePlan, error: unknown): FileOutcome {
  const changed = error instanceof Failure && error.changed;
  return { file, failure: sentenceOf(error), ...(changed && { changed }) };
}

/** Gives the journal with the file in it. Throws when the file is as it was. */
function fixFile(plan: FilePlan, journal: Journal, { accepts }: ApplyOptions, run: Run): Journal {
  run.step('read the file');
  const target = readTarget(plan.document.absolute);
  if (!target.bytes.equals(plan.bytes))
    throw new Failure('It changed since it was read, and was left alone.', { changed: true });
  checkReplaceable(target);
  const draft = draftFix(plan, target.path, journal.id, run.vault);
  if (!accepts(plan, draft.bytes)) throw new Failure('What it would read like afterwards is not right.');
  run.step('look into the vault');
  const missing = draft.parcels.filter((parcel) => !isStored(parcel, run.vault(parcel.vault)));
  const items = missing.map(({ vault, account }) => ({ vault, account }));
  const pending: Journal = {
    ...journal,
    state: 'pending',
    files: [...journal.files, draft.file],
    items: [...journal.items, ...items],
  };
  run.journals.write(pending);
  carryOut(draft, { target, missing, pending }, run);
  return finish({ ...pending, state: journal.state }, run);
}

interface Work {
  readonly target: Target;
  readonly missing: readonly Parcel[];
  readonly pending: Journal;
}

/** Credentials into their vaults, then the file. After a failure all that was done is undone. */
function carryOut({ bytes, file }: Draft, { target, missing, pending }: Work, run: Run): void {
  try {
    for (const parcel of missing) storeParcel(parcel, run);
    replaceFile(target, bytes, temporaryBeside(file.path, pending.id, pending.files.length - 1), run.step);
  } catch (error) {
    try {
      settle(pending, run, file);
    } catch {
      // The journal is pending: the next run settles it.
    }
    throw error;
  }
}

function storeParcel({ vault: id, account, content }: Parcel, run: Run): void {
  const vault = run.vault(id);
  run.step('store an item');
  vault.store(account, content);
  run.step('read the item back');
  const kept = vault.read(account);
  if (!kept?.equals(content)) throw new Failure(`${vault.title} did not keep what it was given.`);
}

/** The file is in place: what fails now is put right by the next run. */
function finish(journal: Journal, run: Run): Journal {
  try {
    run.journals.write(journal);
  } catch {
    // As above.
  }
  return journal;
}
