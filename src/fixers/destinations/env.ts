import type { Field } from '../../core/host.ts';
import { label } from '../../core/label.ts';
import { LocatedText } from '../../core/located-text.ts';
import { labelOfSlot } from '../../credentials/slot-label.ts';
import { isExpansionKnown, isWrittenAs } from '../../servers/expansion.ts';
import { readReferences } from '../../servers/references.ts';
import { formatReference } from '../../vaults/reference.ts';
import type { Destination, Item, Rewritten, Tools } from '../destination.ts';
import { NotRewritable } from '../destination.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { isLaunchedByUs } from '../our-launcher.ts';
import { serverLabel } from '../server-label.ts';
import { variableNameFor } from '../variable-name.ts';
import { fieldOf } from './field-of.ts';

/** Forms of hosts that stand for a variable of their user's environment, the safest to write first. */
const FORMS: readonly string[] = ['${env:NAME}', '{env:NAME}', '${NAME}'];

/** What else a host wants before it puts a value there (hosts of that id only). */
const APPROVAL: Readonly<Record<string, string>> = {
  kiro: 'approve its name in the setting kiroAgent.mcpApprovedEnvVars',
};

/** A variable in the environment that the host is started in. */
export const env: Destination = {
  id: 'env',
  title: 'variable of the environment',
  safety: 'needs-steps',
  vault: 'keychain',
  automatic: true,
  why: 'The host takes the value from a variable of the environment that it is started in.',
  declines,
  rewrite,
};

function declines(credential: InlineCredential, entry: FixEntry): string | undefined {
  const { facts } = entry;
  const { host } = facts;
  if (host.isolated) return `${host.title} does not hand on the environment of its user`;
  const field = fieldOf(facts, credential);
  if (field === undefined || formFor(field, entry) === undefined)
    return `${host.title} takes no variables of the environment there`;
  if (field === 'args' && isLaunchedByUs(facts))
    return 'other secrets of this server are bound to its command line as it is';
  return undefined;
}

/** The form in which the host takes a variable in a field, if it does. */
function formFor(field: Field, { facts, document }: FixEntry): string | undefined {
  const { host, server } = facts;
  if (!isExpansionKnown(field, server.path, host)) return undefined;
  return FORMS.find((form) => {
    const [written] = readReferences(new LocatedText(form, 0));
    const isRefused = host.refused?.some(
      (refusal) =>
        refusal.fields.includes(field) &&
        (refusal.scope ?? document.scope) === document.scope &&
        isWrittenAs(written!, refusal.syntax),
    );
    return (
      !isRefused && host.interpolation.some(({ syntax, fields }) => syntax === form && fields.includes(field))
    );
  });
}

function rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten {
  const { facts } = entry;
  const { host } = facts;
  const server = serverLabel(facts.server);
  const items: Item[] = [];
  const steps: string[] = [];
  for (const credential of credentials) {
    const field = fieldOf(facts, credential);
    const form = field && formFor(field, entry);
    if (form === undefined) throw new NotRewritable(`${host.title} takes no variables there`);
    const wanted = handedOn(variableNameFor(facts.server.name, credential), field!, entry);
    const name = tools.variableFor(wanted, credential.part);
    tools.editor.replaceText(credential.holder, form.replace('NAME', name), credential.part);
    const account = tools.accountFor('keychain', entry, credential.name, credential.part);
    items.push({ vault: 'keychain', account, text: credential.part, uses: [], credential });
    const approval = APPROVAL[host.id];
    const slot = labelOfSlot(credential.slot.slot) || 'a value';
    const what = slot === name ? '' : `${slot} `;
    steps.push(
      `Set ${label(name)} (${what}of ${server}) in the environment that ${host.title} is started in, to what "mcp-lint secret copy ${formatReference({ vault: 'keychain', account })}" puts into the clipboard${approval ? `, and ${approval}` : ''}.`,
    );
  }
  return { items, steps, warnings: [] };
}

/** Hosts put nothing for names that they take for credentials of their own. */
function handedOn(name: string, field: Field, { facts }: FixEntry): string {
  const { blanked } = facts.host;
  const isBlanked = blanked?.fields.includes(field) && blanked.names.some((pattern) => fits(pattern, name));
  return isBlanked ? `MCP_${name}` : name;
}

/** A name with at most one `*`. */
function fits(pattern: string, name: string): boolean {
  const [head, tail] = pattern.split('*') as [string, string?];
  if (tail === undefined) return name === head;
  return name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}
