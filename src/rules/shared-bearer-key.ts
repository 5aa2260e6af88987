import type { ClassifiedSlot } from '../core/classified.ts';
import { label } from '../core/label.ts';
import { sendsToStranger } from '../servers/foreign-recipient.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { DocumentFacts, Draft, PlacedDraft, Rule, Workspace } from './rule.ts';
import {
  type Use,
  type Words,
  wordsForClient,
  wordsForFile,
  wordsForShared,
  wordsForStranger,
} from './shared-bearer-words.ts';
import { placeOf } from './words.ts';

/** One credential where there should be several: in many servers, for many people, or for the wrong party. */
export const sharedBearerKey: Rule = {
  meta: {
    id: 'shared-bearer-key',
    title: 'One credential serves several servers, people or parties',
    category: 'credentials',
    severity: 'error',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'The same credential is written under two or more servers, hosts, projects or scopes of the run; or it is written in a file ' +
        'that git tracks or that is there to be given to others (managed by an organisation, a plugin, a dev container); or it is of ' +
        'one issuer and is sent to the remote server of somebody else (error); or it is one OAuth client secret under servers ' +
        'with different addresses. Equal credentials are found by hashes with a key that exists only during the run.',
      why:
        'A shared key cannot be taken away from one server or one person without taking it away from all, nobody can tell who used ' +
        'it, and it has to have the rights that the most demanding of them needs. A server that is given a credential of another ' +
        'service can use that service in your name; the specification has clients send a server only tokens that were issued for it.',
      fix:
        'Give every server and every person a credential of their own, with only the rights that it needs, or sign in with OAuth ' +
        'where the server offers it. Then revoke the shared one.',
    },
  },
  bad: [
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque:a}}" } }\n  }\n}\n',
      beside: [
        {
          file: '.vscode/mcp.json',
          text: '{\n  "servers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque:a}}" } }\n  }\n}\n',
        },
      ],
      also: ['inline-credential', 'inline-credential'],
    },
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "tools": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{sample:github-pat-classic}}" } }\n  }\n}\n',
      also: ['inline-credential'],
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "notes": { "url": "https://mcp.example.com/mcp", "auth": { "CLIENT_ID": "notes", "CLIENT_SECRET": "{{opaque:b}}" } },\n    "tasks": { "url": "https://mcp.example.org/mcp", "auth": { "CLIENT_ID": "notes", "CLIENT_SECRET": "{{opaque:b}}" } }\n  }\n}\n',
      also: ['inline-credential', 'inline-credential'],
    },
    {
      file: '.devcontainer/devcontainer.json',
      text: '{\n  "customizations": {\n    "vscode": { "mcp": { "servers": { "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "X-Api-Key": "{{opaque}}" } } } } }\n  }\n}\n',
      also: ['inline-credential'],
    },
  ],
  good: [
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${env:SEARCH_TOKEN}" } }\n  }\n}\n',
      beside: [
        {
          file: '.vscode/mcp.json',
          text: '{\n  "inputs": [{ "type": "promptString", "id": "key", "description": "API key", "password": true }],\n  "servers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${input:key}" } }\n  }\n}\n',
        },
      ],
    },
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "tools": { "type": "http", "url": "https://mcp.example.com/mcp" }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "notes": { "url": "https://mcp.example.com/mcp", "auth": { "CLIENT_ID": "notes" } },\n    "tasks": { "url": "https://mcp.example.org/mcp", "auth": { "CLIENT_ID": "tasks" } }\n  }\n}\n',
    },
    {
      file: '.devcontainer/devcontainer.json',
      text: '{\n  "customizations": {\n    "vscode": { "mcp": { "servers": { "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "X-Api-Key": "${env:SEARCH_API_KEY}" } } } } }\n  }\n}\n',
    },
  ],
  checkWorkspace(workspace) {
    const credentials = groupEqual(workspace);
    const judged = credentials.map((uses) => ({ uses, found: judge(uses) }));
    // What is wrong with a whole file is told once.
    const rest = judged.flatMap(({ uses, found }) => (found ? [] : uses.filter(isForMany)));
    const files = groupBy(rest, ({ document }) => document);
    return [
      ...judged.flatMap(({ found }) => found ?? []),
      ...files.map((uses) => place(uses[0]!, uses, wordsForFile(uses), 'another')),
    ];
  },
};

/** The places of each credential of the run, in the order of files and of what is in them. */
function groupEqual({ documents, fingerprintOf }: Workspace): Use[][] {
  const uses = documents.flatMap(usesIn);
  // Texts of different lengths differ: most credentials need no hash.
  return groupBy(uses, ({ secret }) => secret.length).flatMap((alike) =>
    alike.length === 1 ? [alike] : groupBy(alike, ({ secret }) => fingerprintOf(secret)),
  );
}

function usesIn(document: DocumentFacts): Use[] {
  const useOf = (slot: ClassifiedSlot, facts?: ServerFacts): Use[] => {
    const { verdict } = slot;
    // What opens nothing, or nothing that matters, can be shared.
    if (verdict.kind !== 'literal' || verdict.traits.includes('development-default')) return [];
    if (verdict.traits.includes('expired')) return [];
    return [{ document, slot, secret: verdict.secret, ...(facts && { facts }) }];
  };
  const uses = [
    ...document.servers.flatMap((facts) => facts.slots.flatMap((slot) => useOf(slot, facts))),
    ...document.slots.flatMap((slot) => useOf(slot)),
  ];
  return uses.sort((a, b) => a.secret.range.start - b.secret.range.start);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Item[][] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** Is the file there for several people? */
function isForMany({ document }: Use): boolean {
  return document.host.distributed === true || document.exposure().tracked;
}

/** What is wrong with the uses of one credential: the most serious only. */
function judge(uses: readonly Use[]): PlacedDraft | undefined {
  const first = uses[0]!;
  const abroad = uses.find(({ slot, facts }) => facts && sendsToStranger(slot, facts));
  if (abroad) return place(abroad, uses, wordsForStranger(abroad));
  const places = groupBy(uses, placeKey());
  if (places.length < 2) return undefined;
  return place(
    first,
    uses,
    isOneClient(uses) ? wordsForClient(first, places) : wordsForShared(first, places),
  );
}

/** An entry is one place, and so is all that stands outside of entries in one file. */
function placeKey(): (use: Use) => string {
  const numbers = new Map<DocumentFacts, number>();
  return ({ document, facts }) => {
    if (!numbers.has(document)) numbers.set(document, numbers.size);
    return JSON.stringify([numbers.get(document), ...(facts?.server.path ?? [])]);
  };
}

const CLIENT_SECRET = /client[_-]?secret$/i;

/** The secret of one OAuth client, at servers that cannot all be of its authorization server. */
function isOneClient(uses: readonly Use[]): boolean {
  const addresses = uses.map(({ facts }) => facts?.launch.endpoint?.hostname);
  return (
    uses.every(({ slot }) => CLIENT_SECRET.test(slot.slot.name)) &&
    addresses.every(Boolean) &&
    new Set(addresses).size > 1
  );
}

function place(at: Use, uses: readonly Use[], words: Words, what = 'the same'): PlacedDraft {
  const related = uses
    .filter((use) => use !== at)
    .map(({ document, slot, secret }) => {
      const scope = slot.server?.scope === undefined ? '' : `, ${label(slot.server.scope)}`;
      return {
        range: secret.range,
        message: `${what} in ${placeOf(slot)} (${document.host.title}${scope})`,
        ...(document !== at.document && { document }),
      };
    });
  const draft: Draft = { ...words, range: at.secret.range, path: at.slot.slot.path, slot: at.slot, related };
  return { document: at.document, draft };
}
