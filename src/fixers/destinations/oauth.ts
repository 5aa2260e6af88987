import { label } from '../../core/label.ts';
import { labelOfSlot } from '../../credentials/slot-label.ts';
import { formatReference } from '../../vaults/reference.ts';
import type { Destination, Item, Rewritten, Tools } from '../destination.ts';
import { NotRewritable } from '../destination.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { serverLabel } from '../server-label.ts';
import { type HeaderMember, headerOf, removeHeaders } from './headers.ts';

/** How a user signs in to a remote server, by what the id of the host begins with; imperative, without a full stop. */
const SIGN_IN: readonly (readonly [string, string])[] = [
  ['claude-code-user', 'start Claude Code, choose {name} under /mcp and sign in'],
  ['claude-code-project', 'start Claude Code, choose {name} under /mcp and sign in'],
  ['cursor', 'open the MCP settings of Cursor and sign in beside {name}'],
  ['vscode', 'start {name} in VS Code and sign in when it asks'],
  ['opencode', 'run `opencode mcp auth {name}` and sign in'],
  ['gemini-cli', 'start Gemini CLI, enter `/mcp auth {name}` and sign in'],
];

/** No static key at all: the server signs its user in. */
export const oauth: Destination = {
  id: 'oauth',
  title: 'sign-in with OAuth',
  safety: 'needs-steps',
  vault: 'keychain',
  automatic: false,
  why: 'The server signs its users in, and the host keeps a token that is short-lived and made for it alone.',
  declines,
  rewrite,
};

function signInOf({ facts }: FixEntry): string | undefined {
  const { host, server } = facts;
  return SIGN_IN.find(([prefix]) => host.id.startsWith(prefix))?.[1].replace('{name}', label(server.name));
}

function declines(credential: InlineCredential, entry: FixEntry): string | undefined {
  const { facts } = entry;
  const { known, server, host } = facts;
  if (!server.url || credential.slot.slot.field !== 'headers') return 'it is no header of a remote server';
  const remote = known?.by === 'url' ? known.server.remote : undefined;
  if (!remote || !(remote.oauth || remote.auth?.startsWith('oauth')))
    return 'the server is not known to sign its users in with OAuth';
  if (signInOf(entry) === undefined) return `${host.title} is not known to sign in with OAuth`;
  return headerOf(facts, credential) ? undefined : 'its header is written in an unusual form';
}

function rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten {
  const { facts } = entry;
  const items: Item[] = [];
  const gone = new Set<HeaderMember>();
  const kept: string[] = [];
  for (const credential of credentials) {
    const header = headerOf(facts, credential);
    if (!header) throw new NotRewritable('its header is written in an unusual form');
    if (gone.has(header)) continue;
    gone.add(header);
    const { text } = credential.holder;
    const account = tools.accountFor('keychain', entry, header.name, text);
    items.push({ vault: 'keychain', account, text, uses: [], credential });
    kept.push(
      `${labelOfSlot(credential.slot.slot)} of ${serverLabel(facts.server)} is no longer sent; ${formatReference({ vault: 'keychain', account })} keeps it until you run "mcp-lint secret remove".`,
    );
  }
  removeHeaders(tools.editor, [...gone]);
  const signIn = signInOf(entry) ?? '';
  return { items, steps: [`${signIn[0]?.toUpperCase()}${signIn.slice(1)}.`], warnings: kept };
}
