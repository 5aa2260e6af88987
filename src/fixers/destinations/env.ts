import { basename } from 'node:path';
import type { Field } from '../../core/host.ts';
import { label } from '../../core/label.ts';
import type { LocatedText } from '../../core/located-text.ts';
import { labelOfSlot } from '../../credentials/slot-label.ts';
import { isBlanked } from '../../servers/blanked.ts';
import { formatReference } from '../../vaults/reference.ts';
import type { AccountOwner, Destination, Item, Rewritten, Tools } from '../destination.ts';
import { NotRewritable } from '../destination.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { serverLabel } from '../server-label.ts';
import { variableNameFor } from '../variable-name.ts';
import { type EnvWay, envWayOf } from './env-way.ts';
import { removeHeaders } from './headers.ts';
import { memberOf } from './member-of.ts';
import { NewNames } from './name-variables.ts';

/** What else a host wants before it puts a value there (hosts of that id only). */
const APPROVAL: Readonly<Record<string, string>> = {
  kiro: ', and approve its name in the setting kiroAgent.mcpApprovedEnvVars',
};

/** A variable in the environment that the host, or the program with the code, is started in. */
export const env: Destination = {
  id: 'env',
  title: 'variable of the environment',
  safety: 'needs-steps',
  vault: 'keychain',
  automatic: true,
  why: 'The value is taken from a variable of the environment in which the host, or the program, is started.',
  declines(credential, entry) {
    const way = envWayOf(credential, entry);
    return 'reason' in way ? way.reason : undefined;
  },
  rewrite,
};

function rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten {
  const { host, server } = entry.facts;
  const names = new NewNames();
  const items: Item[] = [];
  const steps: string[] = [];
  const ways = credentials.map((credential) => {
    const way = envWayOf(credential, entry);
    if ('reason' in way) throw new NotRewritable(way.reason);
    return { credential, way };
  });
  for (const { credential, way } of ways) {
    const text = textOf(credential, way);
    const name = nameFor(credential, way, text, entry, tools);
    write(credential, way, name, names, tools);
    const isCode = way.kind === 'code';
    const account = isCode
      ? tools.accountFor('keychain', programOf(entry), name, text)
      : tools.accountFor('keychain', entry, credential.name, text);
    items.push({ vault: 'keychain', account, text, uses: [], credential });
    const value = `to what "mcp-lint secret copy ${formatReference({ vault: 'keychain', account })}" puts into the clipboard`;
    steps.push(
      isCode
        ? `Set ${label(name)} in the environment that this program is started in, ${value}.`
        : `Set ${label(name)} (${what(credential, name)}of ${serverLabel(server)}) in the environment that ${host.title} is started in, ${value}${APPROVAL[host.id] ?? ''}.`,
    );
  }
  removeHeaders(
    tools.editor,
    ways.flatMap(({ way }) => ('header' in way ? [way.header] : [])),
  );
  removeVariables(entry, ways, tools);
  names.write(tools.editor);
  return { items, steps, warnings: [] };
}

/** Servers of one program may share a value. */
function programOf({ facts, document }: FixEntry): AccountOwner {
  return { facts: { host: facts.host, server: { name: basename(document.absolute), path: [] } } };
}

function what({ slot }: InlineCredential, name: string): string {
  const own = labelOfSlot(slot.slot) || 'a value';
  return own === name ? '' : `${own} `;
}

/** A variable that a host hands on, or sends as a header, has all of the value. */
function textOf({ holder, part }: InlineCredential, { kind }: EnvWay): LocatedText {
  return kind === 'listed' || kind === 'header' ? holder.text : part;
}

function nameFor(
  credential: InlineCredential,
  way: EnvWay,
  text: LocatedText,
  { facts }: FixEntry,
  tools: Tools,
): string {
  const wanted = way.kind === 'listed' ? way.name : variableNameFor(facts.server.name, credential);
  const name = tools.variableFor(
    way.kind === 'reference' ? handedOn(wanted, way.field, facts.host) : wanted,
    text,
  );
  if (way.kind === 'listed' && name !== way.name)
    throw new NotRewritable(`the variable ${label(way.name)} of this machine is another`);
  return name;
}

function write(
  { holder, part }: InlineCredential,
  way: EnvWay,
  name: string,
  names: NewNames,
  { editor }: Tools,
): void {
  switch (way.kind) {
    case 'reference':
      editor.replaceText(holder, way.form.replace('NAME', name), part);
      if (way.list) names.addToList(way.list, name);
      break;
    case 'code':
      editor.replaceByVariable(holder, name, part);
      break;
    case 'listed':
      names.addToList(way.list, name);
      break;
    case 'bearer':
      editor.addMember(way.header.outer, way.member, name, way.header.block);
      break;
    case 'header':
      names.addHeader(way.header.outer, way.member, way.header.name, name);
  }
}

/** Variables that are handed on are not set as well; a block of nothing else goes with them. */
function removeVariables(
  { facts }: FixEntry,
  ways: readonly { readonly credential: InlineCredential; readonly way: EnvWay }[],
  { editor }: Tools,
): void {
  const { entry } = facts.server;
  const gone = ways.flatMap(({ credential, way }) => {
    const place = way.kind === 'listed' ? memberOf(credential.holder, entry) : undefined;
    return place ?? [];
  });
  for (const { mapping, member } of gone) {
    const isAll = mapping.entries.every((one) => gone.some((other) => other.member === one));
    const block = isAll ? memberOf(mapping, entry) : undefined;
    if (!block) editor.removeMember(mapping, member);
    else if (member === mapping.entries[0]) editor.removeMember(block.mapping, block.member);
  }
}

/** A name that the host puts a value for. */
function handedOn(name: string, field: Field, host: FixEntry['facts']['host']): string {
  return isBlanked(host, field, name) ? `MCP_${name}` : name;
}
