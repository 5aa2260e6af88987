import { denied, type KnownMatch, nearMissOf } from '../catalog/catalog.ts';
import { type Label, label } from '../core/label.ts';
import type { Launch, Package } from '../core/launch.ts';
import type { Server } from '../core/model.ts';
import type { HeldCredential } from '../servers/held-credentials.ts';
import type { Draft, Rule } from './rule.ts';
import { countHeld, labelOfPackage } from './words.ts';

/** Code that may be another one tomorrow, or is not what its name says, and a credential in its hands. */
export const unpinnedServerWithSecret: Rule = {
  meta: {
    id: 'unpinned-server-with-secret',
    title: 'A package that can change, or that poses as another, is handed a credential',
    category: 'supply chain',
    severity: 'error',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A server that is handed a credential is started from a package or image without an exact version (npx -y pkg, @latest, uvx ' +
        'pkg, an image without digest or release tag): info. Its name is one slip away from that of a known server: warning with a ' +
        'credential, info without one, since a similar name can also be an honest one. Its name is that of a package that is known to ' +
        'be malicious: error. Images with a plain name that only a local build or Docker itself can have are left alone.',
      why:
        'The host fetches what is newest each time it starts the server. Whoever takes over the package, or owns a name that is easily ' +
        'mistyped, gets the credential at the next start, without anything in this file changing.',
      fix: 'Write the version that you have looked at (npx pkg@1.2.3, uvx pkg==1.2.3, image@sha256:…), and change it when you have looked at the next.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "npx", "args": ["-y", "@example/search-mcp"], "env": { "SEARCH_API_KEY": "${SEARCH_API_KEY}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "uvx", "args": ["example-search-mcp@latest"], "env": { "SEARCH_API_KEY": "${env:SEARCH_API_KEY}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "search": { "type": "stdio", "command": "docker", "args": ["run", "-i", "--rm", "-e", "SEARCH_API_KEY", "ghcr.io/example/search-mcp:latest"], "env": { "SEARCH_API_KEY": "${env:SEARCH_API_KEY}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "files": { "command": "npx", "args": ["-y", "@modelcontextprotcol/server-everything@1.0.0"] }\n  }\n}\n',
    },
    {
      file: '.claude.json',
      text: '{\n  "mcpServers": {\n    "mail": { "command": "npx", "args": ["-y", "postmark-mcp@1.0.12"] }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "npx", "args": ["-y", "@example/search-mcp@1.2.3"], "env": { "SEARCH_API_KEY": "${SEARCH_API_KEY}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "uvx", "args": ["example-search-mcp==1.2.3"], "env": { "SEARCH_API_KEY": "${env:SEARCH_API_KEY}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "search": { "type": "stdio", "command": "docker", "args": ["run", "-i", "--rm", "-e", "SEARCH_API_KEY", "ghcr.io/example/search-mcp:1.2.3"], "env": { "SEARCH_API_KEY": "${env:SEARCH_API_KEY}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-everything"] }\n  }\n}\n',
    },
    {
      file: '.claude.json',
      text: '{\n  "mcpServers": {\n    "mail": { "command": "npx", "args": ["-y", "@activecampaign/postmark-mcp@1.0.0"] }\n  }\n}\n',
    },
  ],
  documentation: true,
  checkServer({ server, launch, known, credentials, host }) {
    const pack = launch.package;
    if (!pack) return [];
    // The newest version is what a text for readers has to show.
    if (host.documentation) return draftOf(server, pack, malicious(pack));
    const held = credentials.filter(({ how }) => how !== 'placeholder');
    const isKnown = known !== undefined && known.by !== 'url';
    // What is archived is to be replaced, not pinned: another rule says so.
    const rest = known?.server.deprecated ? undefined : unpinned(pack, launch, held, known);
    return draftOf(server, pack, malicious(pack) ?? (isKnown ? undefined : mistaken(pack, held)) ?? rest);
  },
};

function draftOf(server: Server, pack: Package, words: Words | undefined): Draft[] {
  if (!words) return [];
  const message = `Server "${label(server.name)}" ${words.message}`;
  return [{ ...words, message, range: pack.range, path: pack.path, server }];
}

type Words = Pick<Draft, 'severity' | 'message' | 'why' | 'advice'>;

function malicious({ registry, name }: Package): Words | undefined {
  const posedAs = registry === 'npm' ? denied(name) : undefined;
  if (!posedAs) return undefined;
  return {
    severity: 'error',
    message: `starts the npm package ${label(name)}, which posed as the server of ${posedAs.provider} and was malicious`,
    why: 'It copied what passed through it to its maker. The name may be free for anyone again.',
    advice: `Take it out, revoke every credential that it was handed, and use ${posedAs.npm[0] ?? `the server of ${posedAs.provider}`}.`,
  };
}

/**
 * A similar name is an honest one often enough that it stops a run only when something is lost if it is not: a
 * credential in its hands. What is installed already was somebody's choice, and says nothing without one.
 */
function mistaken(pack: Package, held: readonly HeldCredential[]): Words | undefined {
  if (pack.installed && held.length === 0) return undefined;
  const near = nearMissOf(pack.registry, pack.name);
  if (!near) return undefined;
  return {
    severity: held.length > 0 && near.server.confirmed ? 'warning' : 'info',
    message: `starts ${label(pack.name)}, a name that is easily mistaken for ${near.name} (${near.server.provider})${handed(held)}`,
    why: 'Names next to known ones are taken by people who wait for a slip; the package runs with all rights of this user.',
    advice: `If ${near.name} is meant, correct the name; if not, check who publishes this one and pin its version.`,
  };
}

/** A name that the catalogue has may always be told. */
function nameOf(pack: Package, known: KnownMatch | undefined): Label | undefined {
  return known && known.by !== 'url' ? label(pack.name) : labelOfPackage(pack);
}

function unpinned(
  pack: Package,
  launch: Launch,
  held: readonly HeldCredential[],
  known: KnownMatch | undefined,
): Words | undefined {
  if (pack.pinned || held.length === 0 || isLocalImage(pack)) return undefined;
  const name = nameOf(pack, known);
  const what = pack.registry === 'oci' ? 'image' : 'package';
  return {
    severity: 'info',
    message: `starts ${name ? `the ${what} ${name}` : `its ${what}`} without a fixed version${handed(held)}`,
    why: `${pack.registry === 'oci' ? 'A tag can be another image tomorrow' : 'What is newest is fetched when it starts'}: whoever takes the ${what} over gets the credential without a change in this file.`,
    advice: `Write ${pinnedForm(pack, launch, name ?? 'NAME')}, with ${pack.registry === 'oci' ? 'the digest' : 'the version'} that you have checked.`,
  };
}

function handed(held: readonly HeldCredential[]): string {
  return held.length > 0 ? ` and is handed ${countHeld(held)}` : '';
}

/** On Docker Hub only Docker publishes names without an owner: it was built here. */
function isLocalImage({ registry, name }: Package): boolean {
  return registry === 'oci' && !name.includes('/');
}

/** As the program that starts it wants a version. */
function pinnedForm({ registry }: Package, { wrappers }: Launch, name: string): string {
  if (registry === 'oci') return `${name}@sha256:…`;
  if (registry === 'pypi') return `${name}==1.2.3`;
  return `${wrappers.some((wrapper) => wrapper.name === 'deno') ? 'npm:' : ''}${name}@1.2.3`;
}
