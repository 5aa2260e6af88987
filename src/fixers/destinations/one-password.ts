import { label } from '../../core/label.ts';
import type { LocatedText } from '../../core/located-text.ts';
import {
  DEFAULT_VAULT,
  isVaultName,
  onePasswordAccount,
  onePasswordReference,
} from '../../vaults/one-password.ts';
import { accountOf } from '../../vaults/reference.ts';
import { type Destination, NotRewritable, type Rewritten, type Tools } from '../destination.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { serverLabel } from '../server-label.ts';
import { spellingOf } from '../spelling.ts';
import { declinesByLauncher, type LauncherForm, rewriteByLauncher } from './by-launcher.ts';
import { handoverOf } from './handover.ts';
import { programWord, runnerWarnings } from './runner-program.ts';

/** `op run --no-masking -- command`, which puts values in the place of variables that are references of 1Password. */
const FORM: LauncherForm = {
  vault: '1password',
  // Without the option it reads all that the server says, and changes what looks like a secret.
  words: ({ machine }, entry) => [programWord('op', entry, machine), 'run', '--no-masking', '--'],
  ownWords(words) {
    const dashes = words.indexOf('--');
    const isOp = /(?:^|[/\\])op(?:\.exe)?$/i.test(words[0] ?? '') && words[1] === 'run';
    return isOp && words.slice(2, Math.max(2, dashes)).includes('--no-masking') ? dashes + 1 : 0;
  },
  accountFor: freeAccount,
  reference: onePasswordReference,
  resolvesArguments: false,
  bindsUses: false,
};

/** 1Password, by the references of its own program. */
export const onePassword: Destination = {
  id: '1password',
  title: '1Password',
  option: 'VAULT',
  safety: 'safe',
  vault: '1password',
  automatic: false,
  why: '1Password keeps the value, and its own program puts it into the environment of the server.',
  declines,
  rewrite,
};

function declines(credential: InlineCredential, entry: FixEntry): string | undefined {
  const reason = declinesByLauncher(FORM, credential, entry);
  if (reason !== undefined) return reason;
  const handover = handoverOf(credential, entry);
  return handover.kind !== 'none' && spellingOf(entry.document.document, handover.text)
    ? 'it is written with escapes, which 1Password could not give back'
    : undefined;
}

function rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten {
  const rewritten = rewriteByLauncher(FORM, entry, credentials, tools);
  const server = serverLabel(entry.facts.server);
  const warnings = [
    ...rewritten.warnings,
    `1Password asks you to unlock it when the host starts ${server}.`,
    ...runnerWarnings(entry, tools.machine, {
      title: '1Password',
      session: /^OP_(?:SERVICE_ACCOUNT_TOKEN|CONNECT_TOKEN|SESSION)/,
    }),
  ];
  return { ...rewritten, warnings };
}

/** An item of ours in the vault that the user named, numbered where another value has the name. */
function freeAccount({ facts }: FixEntry, name: string, text: LocatedText, tools: Tools): string {
  const vault = tools.option ?? DEFAULT_VAULT;
  if (!isVaultName(vault))
    throw new NotRewritable(`no reference can name the vault "${label(vault)}": give its id instead`);
  for (let number = 1; ; number++) {
    const item = accountOf(facts.host.id, facts.server.name, number === 1 ? name : `${name}-${number}`);
    const account = onePasswordAccount(vault, item);
    if (tools.claimAccount('1password', account, text)) return account;
  }
}
