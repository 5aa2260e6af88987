import type { Accounts } from './accounts.ts';
import type { Destination } from './destination.ts';
import type { LauncherWords } from './launcher-words.ts';
import type { FixRequest } from './plan.ts';
import type { UserVariables } from './user-variables.ts';

/** What the plan of one document is made with. */
export interface PlanContext {
  readonly request: FixRequest;
  /** How this file is to call us. */
  readonly launcher: LauncherWords | { readonly refusal: string };
  /** Names that are taken, by all documents together. */
  readonly accounts: Accounts;
  readonly variables: UserVariables;
  /** Changes of some part of this document cannot be written: which, each says by itself. */
  readonly careful: boolean;
  /** Why a destination, or its vault, cannot be used on this machine. */
  missing(destination: Destination): string | undefined;
}
