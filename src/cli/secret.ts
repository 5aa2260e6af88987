import type { KeptReference } from '../core/kept-reference.ts';
import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import { suggest, UsageError } from '../core/usage-error.ts';
import type { ReadOptions } from '../read-configs.ts';
import { parseReference } from '../vaults/reference.ts';
import { type Vault, VaultError, type VaultId } from '../vaults/vault.ts';
import type { Arguments } from './arguments.ts';
import { type Dialog, openDialog } from './dialog.ts';
import { SECRET_ACTIONS } from './options.ts';
import { allowUse } from './secret-allow.ts';
import { listSecrets } from './secret-list.ts';
import { removeSecret } from './secret-remove.ts';
import { copySecret, showSecret } from './secret-reveal.ts';
import { setSecret } from './secret-set.ts';
import { vaultsOf } from './vaults-of.ts';

/** What `mcp-lint secret` works on. */
export interface SecretJob {
  readonly args: Arguments;
  readonly machine: Machine;
  /** Configs of this user and of the current folder. */
  request(): Promise<{ readonly paths: readonly string[]; readonly options: ReadOptions }>;
}

/** What one of its actions works with. */
export interface SecretTask extends SecretJob {
  readonly dialog: Dialog;
  openVault(id: VaultId): Vault;
}

/** What an action needs, and what it does. */
type Action = {
  /** What only a person at a terminal may do, the beginning of a sentence; nothing for what programs may do as well. */
  readonly forPerson?: string;
} & (
  | { readonly takes: 'nothing'; run(task: SecretTask): Promise<0 | 1 | 2> | 0 | 1 | 2 }
  | {
      readonly takes: 'reference' | 'reference and paths';
      run(
        task: SecretTask,
        reference: KeptReference,
        paths: readonly string[],
      ): Promise<0 | 1 | 2> | 0 | 1 | 2;
    }
);

const GIVEN = 'a stored value is given to';

const ACTIONS: Readonly<Record<(typeof SECRET_ACTIONS)[number], Action>> = {
  list: { takes: 'nothing', run: listSecrets },
  copy: { takes: 'reference', forPerson: GIVEN, run: copySecret },
  show: { takes: 'reference', forPerson: GIVEN, run: showSecret },
  set: { takes: 'reference and paths', forPerson: 'a value is taken from', run: setSecret },
  allow: { takes: 'reference and paths', forPerson: 'another use is allowed by', run: allowUse },
  remove: { takes: 'reference', run: removeSecret },
};

/** Exit code: 0 done, 1 nothing was changed, 2 it could not be done. */
export async function runSecret(job: SecretJob): Promise<0 | 1 | 2> {
  const task: SecretTask = { ...job, dialog: openDialog(), openVault: vaultsOf(job.machine) };
  try {
    return await act(task);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    task.dialog.warn(error.sentence);
    return 2;
  }
}

async function act(task: SecretTask): Promise<0 | 1 | 2> {
  const [word, text, ...paths] = task.args.paths;
  const name = SECRET_ACTIONS.find((known) => known === word);
  if (name === undefined) {
    const got = word === undefined ? '' : `; got "${label(word)}".${suggest(word, SECRET_ACTIONS)}`;
    throw new UsageError(`"mcp-lint secret" takes one of ${SECRET_ACTIONS.join(', ')}${got || '.'}`);
  }
  if (task.args.yes && name !== 'remove')
    throw new UsageError(`Option "--yes" means nothing for "mcp-lint secret ${name}".`);
  const action = ACTIONS[name];
  if (action.takes === 'nothing') {
    if (text !== undefined) throw new UsageError(`"mcp-lint secret ${name}" takes nothing else.`);
    return action.run(task);
  }
  const reference = readReference(text, name);
  if (action.takes === 'reference' && paths.length > 0)
    throw new UsageError(`"mcp-lint secret ${name}" takes one reference.`);
  if (action.forPerson !== undefined && !task.dialog.isPerson) {
    task.dialog.warn(
      `${action.forPerson} a person at a terminal only: standard input and output must be one.`,
    );
    return 2;
  }
  return action.run(task, reference, paths);
}

function readReference(text: string | undefined, action: string): KeptReference {
  const reference = text === undefined ? undefined : parseReference(text);
  if (reference) return reference;
  const got = text === undefined ? '' : `; got "${label(text)}"`;
  throw new UsageError(
    `"mcp-lint secret ${action}" takes a reference, like keychain://mcp-lint/<host>/<server>/<name>${got}. "mcp-lint secret list" lists them.`,
  );
}
