import { isExpansionKnown } from '../../servers/expansion.ts';
import { formatReference } from '../../vaults/reference.ts';
import type { Destination, Item, Rewritten, Tools } from '../destination.ts';
import { NotRewritable } from '../destination.ts';
import { isForOthers } from '../for-others.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { type HeaderMember, headerOf, removeHeaders, webOrigin } from './headers.ts';
import { helperCommand } from './helper-command.ts';
import { mixesReferences } from './mixed-references.ts';

/** Hosts that run the `headersHelper` of an entry and send what it prints (Claude Code 2.1.330, read and run). */
const HOSTS: readonly string[] = ['claude-code-user', 'claude-code-project'];

const MEMBER = 'headersHelper';
const HEADER_NAME = /^[A-Za-z0-9_-]{1,100}$/;

/** A command of Claude Code's own that gives the headers of a remote server. */
export const headersHelper: Destination = {
  id: 'headers-helper',
  title: 'keychain, by headersHelper',
  safety: 'safe',
  vault: 'keychain',
  automatic: true,
  why: 'Claude Code asks mcp-lint for the header whenever it connects, and the keychain gives it for this address only.',
  declines,
  rewrite,
};

function declines(credential: InlineCredential, { facts }: FixEntry): string | undefined {
  const { host, server } = facts;
  const isRead = isExpansionKnown('headers', server.path, host);
  if (!HOSTS.includes(host.id) || host.distributed || !isRead)
    return `${host.title} has no command that gives headers`;
  if (!server.url || credential.slot.slot.field !== 'headers') return 'it is no header of a remote server';
  if (server.entry.entries.some(({ key }) => key.reveal() === MEMBER))
    return `the entry has a "${MEMBER}" already`;
  const header = headerOf(facts, credential);
  if (!header || !HEADER_NAME.test(header.name)) return 'its header is written in an unusual form';
  if (webOrigin(facts) === undefined) return 'the address that it is sent to is not written out';
  return mixesReferences(credential.holder.text, 'headers', facts)
    ? 'its header also has references in it'
    : undefined;
}

function rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten {
  const { facts, document } = entry;
  const { server } = facts;
  const origin = webOrigin(facts);
  const items: Item[] = [];
  const gone = new Set<HeaderMember>();
  const given: string[] = [];
  for (const credential of credentials) {
    const header = headerOf(facts, credential);
    if (!header || origin === undefined) throw new NotRewritable('its header is written in an unusual form');
    if (gone.has(header)) continue;
    gone.add(header);
    const { text } = credential.holder;
    const account = tools.accountFor('keychain', entry, header.name, text);
    // Of a header that stands twice the host reads the last.
    const isRead = !header.member.shadowed && !header.block.shadowed;
    if (isRead) given.push(`${header.name}=${formatReference({ vault: 'keychain', account })}`);
    const uses = isRead ? [{ kind: 'origin' as const, header: header.name.toLowerCase(), origin }] : [];
    items.push({ vault: 'keychain', account, text, uses, credential });
  }
  removeHeaders(tools.editor, [...gone]);
  const words = [...tools.launcher, 'headers', ...given];
  const command = helperCommand(words, tools.machine.os === 'windows');
  if (command === undefined)
    throw new NotRewritable('the path of mcp-lint cannot be written in a command line of Windows');
  tools.editor.addMember(server.entry, MEMBER, command);
  const warnings = isForOthers(document)
    ? [
        'Claude Code runs a headersHelper in folders that you trust only; others who use this file, and other programs that read it, get no header.',
      ]
    : [];
  return { items, steps: [], warnings };
}
