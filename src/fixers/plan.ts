import type { Machine } from '../core/machine.ts';
import type { LintedDocument } from '../lint-document.ts';
import type { FileResult } from '../report.ts';
import type { Vault, VaultId } from '../vaults/vault.ts';
import { Accounts, UnusableVault } from './accounts.ts';
import type { Destination, DestinationId } from './destination.ts';
import { findCredentials } from './find-credentials.ts';
import type { FilePlan, FixPlan, Left } from './fix-plan.ts';
import { isForOthers } from './for-others.ts';
import { chooseLauncher, type Installation } from './launcher-words.ts';
import { type DocumentPlan, planDocument } from './plan-document.ts';
import { whyReadOnly } from './read-only.ts';
import { isSelected } from './selection.ts';
import { Unwritable } from './syntax.ts';
import { UserVariables } from './user-variables.ts';

export interface FixRequest {
  readonly machine: Machine;
  openVault(id: VaultId): Vault;
  /** Where everything is to go; without it the best place for each. */
  readonly to?: DestinationId;
  /** Behind the colon of `--to`. */
  readonly option?: string;
  /** `safe`: only what leaves nothing to do. */
  readonly safety: 'safe' | 'all';
  /** Names of rules, servers, or `server.slot`: what is fixed; everything when empty. */
  readonly only: readonly string[];
  /** How a rewritten entry calls us: `['auto']` finds it out, `['npx']`, or the words themselves. */
  readonly launcher: readonly string[];
  /** The mcp-lint that runs now, for a launcher that is to be found out. */
  readonly installation?: Installation;
  /** Host name of the API that a broker is to send the credential to, where the catalogue has none. */
  readonly apiHost?: string;
}

/** What can be fixed and how; nothing is written. `results` are of a read that kept the bytes. */
export function planFixes(results: readonly FileResult[], request: FixRequest): FixPlan {
  return new Planner(results, request).plan();
}

class Planner {
  readonly #results: readonly FileResult[];
  readonly #request: FixRequest;
  readonly #vaults = new Map<VaultId, Vault>();
  readonly #missing = new Map<DestinationId, string | undefined>();
  /** Vaults that turned out to be locked or broken. */
  readonly #unusable = new Map<VaultId, string>();
  readonly #accounts = new Accounts((id) => this.#vault(id));
  readonly #variables: UserVariables;

  constructor(results: readonly FileResult[], request: FixRequest) {
    this.#results = results;
    this.#request = request;
    const documents = results.flatMap(({ linted }) => (linted ? [linted] : []));
    this.#variables = new UserVariables(documents, request.machine);
  }

  plan(): FixPlan {
    const files: FilePlan[] = [];
    const left: Left[] = [];
    for (const { linted, bytes, problem } of this.#results) {
      if (!linted) continue;
      const plan = problem || !bytes ? this.#leaveAll(linted) : this.#planDocument(linted, bytes);
      if (plan.file) files.push(plan.file);
      left.push(...plan.left);
    }
    return { files, left };
  }

  #leaveAll(document: LintedDocument): DocumentPlan {
    const { entries, outside } = findCredentials(document);
    const groups = [
      ...entries.map(({ facts, credentials }) => ({ host: facts.host, credentials })),
      { host: document.host, credentials: outside },
    ];
    const left = groups.flatMap(({ host, credentials }) => {
      return credentials
        .filter((credential) => isSelected(credential, document, this.#request.only))
        .map((credential) => {
          const reason = whyReadOnly(document, host, credential) ?? 'the file cannot be read as a whole';
          return { document, credential, reason };
        });
    });
    return { left };
  }

  #planDocument(document: LintedDocument, bytes: Buffer): DocumentPlan {
    const { launcher: choice, machine, installation } = this.#request;
    const shared = isForOthers(document);
    const context = {
      request: this.#request,
      launcher: chooseLauncher({ choice, shared, machine, ...(installation && { installation }) }),
      accounts: this.#accounts,
      variables: this.#variables,
      missing: (destination: Destination) => this.#missingOf(destination),
    };
    const marks = [this.#accounts.mark(), this.#variables.mark()] as const;
    for (let careful = false; ; ) {
      try {
        return planDocument(document, bytes, { ...context, careful });
      } catch (error) {
        if (error instanceof Unwritable && !careful) careful = true;
        else if (error instanceof UnusableVault && !this.#unusable.has(error.vault))
          this.#unusable.set(error.vault, error.message);
        else throw error;
        this.#accounts.release(marks[0]);
        this.#variables.release(marks[1]);
      }
    }
  }

  /** Programs are asked once a run. */
  #missingOf(destination: Destination): string | undefined {
    const { id, vault } = destination;
    if (!this.#missing.has(id))
      this.#missing.set(id, destination.missing?.(this.#request.machine) ?? this.#vault(vault).missing());
    return this.#unusable.get(vault) ?? this.#missing.get(id);
  }

  #vault(id: VaultId): Vault {
    const vault = this.#vaults.get(id) ?? this.#request.openVault(id);
    this.#vaults.set(id, vault);
    return vault;
  }
}
