import { label } from '../../core/label.ts';
import { labelOfSlot } from '../../credentials/slot-label.ts';
import { isExpansionKnown } from '../../servers/expansion.ts';
import { formatReference } from '../../vaults/reference.ts';
import type { Destination, Item, Rewritten, Tools } from '../destination.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { isLaunchedByUs } from '../our-launcher.ts';
import { promptPlaceFor } from '../prompts.ts';
import { serverLabel } from '../server-label.ts';
import { promptIdFor } from '../variable-name.ts';
import { IN_REFERENCE } from './env-way.ts';
import { fieldOf } from './field-of.ts';

const SYNTAX = '${input:id}';

/** A prompt of the host, which keeps what it is told in a store of its own. */
export const input: Destination = {
  id: 'input',
  title: 'prompt of the host',
  safety: 'needs-steps',
  vault: 'keychain',
  automatic: true,
  why: 'The host asks for the value once and keeps it in the keychain of the system itself.',
  declines,
  rewrite,
};

function declines(credential: InlineCredential, entry: FixEntry): string | undefined {
  const { facts } = entry;
  const { host, server } = facts;
  const field = fieldOf(facts, credential);
  const asks =
    field !== undefined &&
    isExpansionKnown(field, server.path, host) &&
    host.interpolation.some(
      ({ syntax, unset, fields }) => syntax === SYNTAX && unset === 'prompt' && fields.includes(field),
    );
  if (!asks) return `${host.title} asks for no values there`;
  if (credential.slot.slot.kind === 'reference-default') return IN_REFERENCE;
  if ((field === 'args' || field === 'command') && isLaunchedByUs(facts))
    return 'other secrets of this server are bound to its command line as it is';
  return promptPlaceFor(entry) ? undefined : `${host.title} reads no prompts beside this entry`;
}

function rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten {
  const { facts } = entry;
  const server = serverLabel(facts.server);
  const items: Item[] = [];
  const steps: string[] = [];
  for (const credential of credentials) {
    const name = labelOfSlot(credential.slot.slot) || 'a value';
    const wanted = promptIdFor(facts.server.name, credential);
    const id = tools.promptFor(entry, wanted, `${name} of the MCP server ${label(facts.server.name)}`);
    tools.editor.replaceText(credential.holder, `\${input:${id}}`, credential.part);
    const account = tools.accountFor('keychain', entry, credential.name, credential.part);
    items.push({ vault: 'keychain', account, text: credential.part, uses: [], credential });
    steps.push(
      `Start ${server}: ${facts.host.title} asks for ${name}, which "mcp-lint secret copy ${formatReference({ vault: 'keychain', account })}" puts into the clipboard.`,
    );
  }
  return { items, steps, warnings: [] };
}
