import type { LintedDocument } from '../lint-document.ts';
import { keyOf } from './accounts.ts';
import { chooseDestination, UNWRITABLE } from './choose-destination.ts';
import { ConfigEditor } from './config-editor.ts';
import { type Destination, type Item, NotRewritable, type Rewritten, type Tools } from './destination.ts';
import type { Left, Move } from './fix-plan.ts';
import type { FixEntry, InlineCredential } from './inline-credential.ts';
import type { PlanContext } from './plan-context.ts';
import type { NewPrompts } from './prompts.ts';
import { useOfEntry } from './start-use.ts';
import { Unwritable } from './syntax.ts';

/** What becomes of some credentials of a document, beside the changes in its editor. */
export interface PlannedPart {
  readonly moves: readonly Move[];
  readonly left: readonly Left[];
  readonly steps: readonly string[];
  readonly warnings: readonly string[];
  readonly usesLauncher: boolean;
}

/** What they hand over is bound to the command line of the server. */
const BINDING: readonly Destination['id'][] = ['keychain', 'pass'];

/** Plans the parts of one document: each on trial first, until nothing turns out not to work. */
export class PartPlanner {
  readonly #document: LintedDocument;
  readonly #context: PlanContext;
  readonly #prompts: NewPrompts;
  /** Accounts that keep the right value for other uses. */
  readonly #rejected = new Set<string>();

  constructor(document: LintedDocument, context: PlanContext, prompts: NewPrompts) {
    this.#document = document;
    this.#context = context;
    this.#prompts = prompts;
  }

  /** Plans an entry. Throws UnusableVault. */
  planEntry(entry: FixEntry, editor: ConfigEditor): PlannedPart {
    const failures = new Map<Destination, string>();
    return this.#untilItWorks(editor, failures, (on) => {
      const { left, groups } = this.#assign(entry, failures);
      const parts = [...groups].map(([destination, credentials]) => {
        const write = (tools: Tools) => destination.rewrite({ ...entry, credentials }, credentials, tools);
        return this.#rewrite(destination, credentials, on, write);
      });
      return [{ moves: [], left, steps: [], warnings: [], usesLauncher: false }, ...parts];
    });
  }

  /** Plans what goes to a place that is not asked about. Throws UnusableVault. */
  planAs(
    destination: Destination,
    credential: InlineCredential,
    editor: ConfigEditor,
    write: (tools: Tools) => Rewritten,
  ): PlannedPart {
    const failures = new Map<Destination, string>();
    return this.#untilItWorks(editor, failures, (on) => {
      const reason = failures.get(destination);
      return reason === undefined
        ? [this.#rewrite(destination, [credential], on, write)]
        : [leaving([credential], reason, this.#document)];
    });
  }

  #untilItWorks(
    editor: ConfigEditor,
    failures: Map<Destination, string>,
    attempt: (editor: ConfigEditor) => PlannedPart[],
  ): PlannedPart {
    const { document, root } = this.#document;
    for (;;) {
      const release = this.#mark();
      try {
        const trial = new ConfigEditor(document, root);
        const { moves } = joined(attempt(trial));
        this.#checkWritable(trial, moves);
        const settled = this.#settle(moves);
        release();
        if (settled) return this.#marked(joined(attempt(editor)));
      } catch (error) {
        release();
        if (!(error instanceof Failed)) throw error;
        failures.set(error.destination, error.message);
      }
    }
  }

  /** Gives back what is taken from here on. */
  #mark(): () => void {
    const ledgers = [this.#context.accounts, this.#context.variables, this.#prompts];
    const marks = ledgers.map((ledger) => ledger.mark());
    return () => {
      for (const [index, ledger] of ledgers.entries()) ledger.release(marks[index]!);
    };
  }

  /** False when another account has to be found for an item. */
  #settle(moves: readonly Move[]): boolean {
    const elsewhere = moves.find(({ item }) => this.#context.accounts.standingOf(item) === 'elsewhere');
    if (elsewhere) this.#rejected.add(keyOf(elsewhere.item));
    return elsewhere === undefined;
  }

  /** Says of items that their vault has them already. */
  #marked(part: PlannedPart): PlannedPart {
    const settled = new Map<Item, Item>();
    const settle = (item: Item): Item => {
      const isKept = this.#context.accounts.standingOf(item) === 'kept';
      const found = settled.get(item) ?? (isKept ? { ...item, kept: true } : item);
      settled.set(item, found);
      return found;
    };
    return { ...part, moves: part.moves.map((move) => ({ ...move, item: settle(move.item) })) };
  }

  /** Puts each credential with others of its entry that go to the same place. */
  #assign(
    entry: FixEntry,
    failures: ReadonlyMap<Destination, string>,
  ): { left: Left[]; groups: Map<Destination, InlineCredential[]> } {
    const { request, missing } = this.#context;
    const choice = { ...request, missing, failed: (destination: Destination) => failures.get(destination) };
    const left: Left[] = [];
    const groups = new Map<Destination, InlineCredential[]>();
    const leave = (credential: InlineCredential, reason: string) =>
      left.push({ document: this.#document, credential, reason });
    const chosen = entry.credentials.map((credential) => ({
      credential,
      place: chooseDestination(credential, entry, choice),
    }));
    const binds = chosen.some(({ place }) => 'id' in place && BINDING.includes(place.id));
    for (const { credential, place } of chosen) {
      if ('reason' in place) {
        leave(credential, place.reason);
      } else if (binds && !BINDING.includes(place.id) && credential.slot.slot.field === 'args') {
        leave(credential, 'other secrets of this server are bound to its command line as it is');
      } else {
        const group = groups.get(place);
        if (group) group.push(credential);
        else groups.set(place, [credential]);
      }
    }
    return { left, groups };
  }

  #rewrite(
    destination: Destination,
    credentials: readonly InlineCredential[],
    editor: ConfigEditor,
    write: (tools: Tools) => Rewritten,
  ): PlannedPart {
    const used = { launcher: false };
    try {
      const { items, steps, warnings } = write(this.#tools(destination, editor, used));
      const moves = movesOf(destination, credentials, items);
      return { moves, left: [], steps, warnings, usesLauncher: used.launcher };
    } catch (error) {
      if (error instanceof NotRewritable) throw new Failed(destination, error.message);
      if (error instanceof Unwritable) throw new Failed(destination, UNWRITABLE);
      throw error;
    }
  }

  /** Throws Failed where the changes of a part cannot be written; the part is told apart only where that is so. */
  #checkWritable(editor: ConfigEditor, moves: readonly Move[]): void {
    if (!this.#context.careful) return;
    try {
      editor.edits();
    } catch (error) {
      const first = moves[0];
      if (!(error instanceof Unwritable) || !first) throw error;
      throw new Failed(first.destination, UNWRITABLE);
    }
  }

  #tools(destination: Destination, editor: ConfigEditor, used: { launcher: boolean }): Tools {
    const { request, launcher, accounts, variables } = this.#context;
    const { machine, option, apiHost } = request;
    const document = this.#document;
    return {
      machine,
      editor,
      get launcher() {
        if ('refusal' in launcher) throw new NotRewritable(launcher.refusal);
        used.launcher = true;
        return launcher.words;
      },
      accountFor: (vault, owner, name, text) =>
        accounts.accountFor(vault, owner, name, this.#rejected, text && { text, document }),
      claimAccount: (vault, account, text) => accounts.claim(vault, account, text),
      useOf: (entry, place, start) => useOfEntry(entry, place, machine, start),
      promptFor: (entry, wanted, description) => this.#prompts.add(entry, wanted, description),
      variableFor: (wanted, text) => variables.nameFor(wanted, text, document),
      ...(destination.id === request.to && option !== undefined && { option }),
      ...(apiHost !== undefined && { apiHost }),
    };
  }
}

/** A part of which nothing is changed. */
export function leaving(
  credentials: readonly InlineCredential[],
  reason: string,
  document: LintedDocument,
): PlannedPart {
  const left = credentials.map((credential) => ({ document, credential, reason }));
  return { moves: [], left, steps: [], warnings: [], usesLauncher: false };
}

/** A destination turned out not to work for a part. */
class Failed extends Error {
  readonly destination: Destination;

  constructor(destination: Destination, clause: string) {
    super(clause);
    this.destination = destination;
  }
}

function movesOf(
  destination: Destination,
  credentials: readonly InlineCredential[],
  items: readonly Item[],
): Move[] {
  const byCredential = new Map(items.map((item) => [item.credential, item]));
  const byHolder = new Map(items.map((item) => [item.credential.holder, item]));
  return credentials.map((credential) => {
    const item = byCredential.get(credential) ?? byHolder.get(credential.holder);
    if (!item) throw new Error('a credential without an item');
    return { credential, destination, item };
  });
}

function joined(parts: readonly PlannedPart[]): PlannedPart {
  return {
    moves: parts.flatMap(({ moves }) => moves),
    left: parts.flatMap(({ left }) => left),
    steps: parts.flatMap(({ steps }) => steps),
    warnings: parts.flatMap(({ warnings }) => warnings),
    usesLauncher: parts.some(({ usesLauncher }) => usesLauncher),
  };
}
