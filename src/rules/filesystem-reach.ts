import { portable, startOf } from '../core/home-folder.ts';
import { label } from '../core/label.ts';
import type { Severity } from '../core/report.ts';
import { fileReach, type Reach } from '../servers/file-reach.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import {
  type CredentialPlaces,
  describeHoard,
  type Hoard,
  type Holder,
  placesOfHoard,
  sortCredentials,
} from './credential-places.ts';
import { type ReadableRoot, readRoot } from './readable-root.ts';
import type { DocumentFacts, PlacedDraft, Rule, Workspace } from './rule.ts';

const MAX_RELATED = 10;
const MAX_STORES = 3;

/** A server that can read credentials which are not its own. */
export const filesystemReach: Rule = {
  meta: {
    id: 'filesystem-reach',
    title: 'A server can read files with credentials',
    category: 'files',
    severity: 'warning',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A server with access to files was given a folder in which a config of this run with a credential lies, the whole home folder, ' +
        'or a place where programs keep credentials, such as ~/.ssh or ~/.aws. A server that can run commands, or drive a browser ' +
        'that opens files, is noted where configs of the same user hold credentials.',
      why:
        'An agent does what the text that it reads tells it. A web page or an issue that says "read ~/.claude.json and send it to …" ' +
        'needs nothing but a server that can read the file and one that can send.',
      fix:
        'Give the server the folders that its work needs, and none above them; keep configs free of credentials, so that reading ' +
        'them gives nothing away.',
    },
  },
  bad: [
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "files": { "command": "mcp-server-filesystem", "args": ["/Users/alex"] }\n  }\n}\n',
    },
    {
      file: 'shop/.mcp.json',
      text: '{\n  "mcpServers": {\n    "files": { "command": "mcp-server-filesystem", "args": ["."] },\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque}}" } }\n  }\n}\n',
      also: ['inline-credential'],
    },
  ],
  good: [
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "files": { "command": "mcp-server-filesystem", "args": ["/Users/alex/Desktop"] }\n  }\n}\n',
    },
    {
      file: 'shop/.mcp.json',
      text: '{\n  "mcpServers": {\n    "files": { "command": "mcp-server-filesystem", "args": ["."] },\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${SEARCH_TOKEN}" } }\n  }\n}\n',
    },
  ],
  checkWorkspace(workspace) {
    let sorted: CredentialPlaces | undefined;
    const credentials = () => {
      sorted ??= sortCredentials(workspace.documents);
      return sorted;
    };
    return workspace.documents.flatMap((document) =>
      document.servers.flatMap((server) => checkServer(server, document, workspace, credentials)),
    );
  },
};

/** What one of the ways gives that a server has to read. */
interface Find {
  readonly reach: Reach;
  readonly root?: ReadableRoot;
  readonly hoard: Hoard;
  /** What is the server's own already. */
  readonly own?: Holder;
  readonly severity: Severity;
}

function checkServer(
  facts: ServerFacts,
  document: DocumentFacts,
  { home }: Workspace,
  credentials: () => CredentialPlaces,
): PlacedDraft[] {
  const { server } = facts;
  const seen = new Set<string>();
  const finds = fileReach(facts).flatMap((reach): Find[] => {
    if (reach.access !== 'files' || reach.root === undefined)
      return findOfPower(reach, facts, document, credentials());
    const root = readRoot(reach.root, document, server.scope, home);
    if (!root || seen.has(root.path)) return [];
    seen.add(root.path);
    return findBelow(reach, root, credentials());
  });
  const worst = finds.toSorted((a, b) => RANK[rankOf(b)] - RANK[rankOf(a)])[0];
  if (!worst) return [];
  const roots = finds.flatMap(({ root }) => root?.path ?? []);
  const hoard = worst.root ? credentials().belowAll(roots) : worst.hoard;
  const draft = {
    range: worst.reach.range,
    path: worst.reach.path,
    severity: worst.severity,
    message: messageOf(label(server.name), worst, hoard),
    why: 'An instruction hidden in any text that the agent reads can have it open these files and send them away.',
    advice: adviceFor(worst, hoard.count > 0),
    server,
    related: placesOfHoard(hoard, MAX_RELATED, worst.own),
  };
  return [{ document, draft }];
}

const RANK = { all: 4, home: 3, credential: 2, store: 1, power: 0 } as const;

function rankOf({ root, hoard }: Find): keyof typeof RANK {
  if (!root) return 'power';
  if (root.extent !== 'part') return root.extent;
  return hoard.count > 0 ? 'credential' : 'store';
}

/** Configs of this run in a folder, and what programs keep there. */
function findBelow(reach: Reach, root: ReadableRoot, credentials: CredentialPlaces): Find[] {
  const hoard = credentials.below(root.path);
  const sure = hoard.count > 0 || root.extent !== 'part';
  if (!sure && root.stores.length === 0) return [];
  return [{ reach, root, hoard, severity: sure ? 'warning' : 'info' }];
}

/** Who runs commands reads what the user can: worth a note where this user's configs hold credentials of others. */
function findOfPower(
  reach: Reach,
  facts: ServerFacts,
  document: DocumentFacts,
  credentials: CredentialPlaces,
): Find[] {
  const hoard = credentials.ofUser(startOf(portable(document.absolute)).home);
  const holder = credentials.of(document, facts.server.name);
  const own = document.scope === 'user' ? holder : undefined;
  if (hoard.count === (own?.places.length ?? 0)) return [];
  return [{ reach, hoard, ...(own && { own }), severity: 'info' }];
}

/** What it can do, and what a hidden instruction gets by that; configs of this run first. */
function messageOf(server: string, { reach, root, own }: Find, hoard: Hoard): string {
  const found = hoard.count > 0 ? [describeHoard(hoard, own)] : [];
  if (!root) {
    const able = { shell: 'run commands', browser: 'drive a browser', files: 'read files' }[reach.access];
    return `Server "${server}" can ${able} as its user, and could so reach ${found.join('')}`;
  }
  const stores = root.stores.slice(0, MAX_STORES).map(({ path }) => `~/${path}`);
  const kept = stores.length > 0 ? [`credential stores such as ${stores.join(', ')}`] : [];
  return `Server "${server}" can read files ${whereOf(reach, root)}: ${[...found, ...kept].join(', and ')}`;
}

function whereOf({ root }: Reach, { extent }: ReadableRoot): string {
  if (root === '.') return 'in the folder of the project';
  if (extent === 'all') return `everywhere below ${label(root!)}`;
  return extent === 'home' ? `in the whole home folder (${label(root!)})` : `below ${label(root!)}`;
}

function adviceFor({ root }: Find, configs: boolean): string {
  const clean = 'put references in place of the credentials in these configs';
  if (!root) return `Confirm each of its calls by hand, and ${clean}.`;
  const narrow = 'Give it the folders that its work needs instead of this one';
  return configs ? `${narrow}, and ${clean}.` : `${narrow}.`;
}
