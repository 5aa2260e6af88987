import { readFileSync } from 'node:fs';
import type { Machine } from '../../src/core/machine.ts';
import { ConfigEditor } from '../../src/fixers/config-editor.ts';
import type { Item } from '../../src/fixers/destination.ts';
import { keychain } from '../../src/fixers/destinations/keychain.ts';
import { findCredentials } from '../../src/fixers/find-credentials.ts';
import type { FilePlan, Move } from '../../src/fixers/fix-plan.ts';
import type { InlineCredential } from '../../src/fixers/inline-credential.ts';
import { partsToKeep, withGeneric } from '../../src/hosts/reading.ts';
import { hostsForPath } from '../../src/hosts/recognise.ts';
import { type LintedDocument, lintDocument, NOWHERE } from '../../src/lint-document.ts';
import { parse } from '../../src/parsers/parse.ts';
import { accountOf, formatReference } from '../../src/vaults/reference.ts';
import type { VaultId } from '../../src/vaults/vault.ts';

/** Reads a config as the command does. */
export function lintFile(absolute: string): { readonly document: LintedDocument; readonly bytes: Buffer } {
  const bytes = readFileSync(absolute);
  const hosts = hostsForPath(absolute);
  const { document, root } = parse({ path: absolute, absolute, bytes }, partsToKeep(hosts));
  const linted = lintDocument({ document, root: root! }, withGeneric(hosts), [], {
    ...NOWHERE,
    scope: 'user',
  });
  return { document: linted, bytes };
}

/** A plain plan: a reference in the place of every string with a credential, a launcher in front of every command. */
export function planByHand(absolute: string, vault: VaultId = 'keychain'): FilePlan {
  const { document, bytes } = lintFile(absolute);
  const editor = new ConfigEditor(document.document, document.root);
  const { entries, outside } = findCredentials(document);
  const items = new Map<unknown, Item>();
  const moves: Move[] = [];
  const move = (credential: InlineCredential, server: string) => {
    const { holder } = credential;
    const known = items.get(holder);
    const account = accountOf(document.host.id, server, `${credential.name}-${items.size}`);
    const item: Item = known ?? { vault, account, text: holder.text, uses: [], credential };
    if (!known) editor.replaceText(holder, formatReference({ vault, account }));
    items.set(holder, item);
    moves.push({ credential, destination: keychain, item });
  };
  for (const { facts, credentials } of entries) {
    for (const credential of credentials) move(credential, facts.server.name);
    editor.wrapCommand(facts, ['mcp-lint', 'exec', '--']);
  }
  for (const credential of outside) move(credential, 'outside');
  return { document, bytes, edits: editor.edits(), moves, steps: [], warnings: [] };
}

/** A user of this system whose home is `home`. */
export function machineAt(home: string): Machine {
  return { os: 'linux', home, variables: {}, cwd: home };
}
