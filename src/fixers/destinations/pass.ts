import { readEnvironment } from '../../servers/environment.ts';
import type { Destination, Rewritten, Tools } from '../destination.ts';
import { isForOthers } from '../for-others.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { serverLabel } from '../server-label.ts';
import { declinesByLauncher, rewriteByLauncher } from './by-launcher.ts';
import { ownLauncher } from './keychain.ts';

const FORM = ownLauncher('pass');
/** Where the store and the key are, for whom they are not where `pass` looks by itself. */
const PLACES: readonly string[] = ['PASSWORD_STORE_DIR', 'GNUPGHOME'];

/** The password store of https://www.passwordstore.org. */
export const pass: Destination = {
  id: 'pass',
  title: 'pass',
  safety: 'safe',
  vault: 'pass',
  automatic: false,
  why: 'Your password store keeps the value, encrypted with your GPG key, and mcp-lint hands it to this server when the host starts it.',
  declines: (credential, entry) => declinesByLauncher(FORM, credential, entry),
  rewrite,
};

function rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten {
  const rewritten = rewriteByLauncher(FORM, entry, credentials, tools);
  const server = serverLabel(entry.facts.server);
  const warnings = [
    ...rewritten.warnings,
    `gpg asks for the passphrase of your key when ${server} starts, in a window of its own: the terminal belongs to the host.`,
    ...handPlacesOn(entry, tools),
  ];
  return { ...rewritten, warnings };
}

/** Hosts give their servers few variables, so the entry says where the store is. Gives what has to be said about it. */
function handPlacesOn({ facts, document }: FixEntry, { editor, machine }: Tools): string[] {
  const set = readEnvironment(facts.server).map(({ name }) => name);
  return PLACES.filter((name) => machine.variables[name] && !set.includes(name)).flatMap((name) => {
    if (!isForOthers(document) && editor.setVariable(facts, name, machine.variables[name]!)) return [];
    return [`The host has to hand ${name} to ${serverLabel(facts.server)}, or the store is not found.`];
  });
}
