import { isBelow, portable, startOf } from '../core/home-folder.ts';
import { label } from '../core/label.ts';
import { literalCredential } from '../core/literal-credential.ts';
import type { Severity } from '../core/report.ts';
import { fileReach, type Reach } from '../servers/file-reach.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { type ReadableRoot, readRoot } from './readable-root.ts';
import type { DocumentFacts, PlacedDraft, RelatedPlace, Rule, Workspace } from './rule.ts';
import { placeOf } from './words.ts';

const MAX_RELATED = 10;
const MAX_NAMES = 3;

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
        'or a place where programs keep credentials, such as ~/.ssh or ~/.aws. A server that can run commands or drive a browser is ' +
        'noted where configs of the same user hold credentials.',
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
    let credentials: readonly Place[] | undefined;
    const all = () => {
      credentials ??= workspace.documents.flatMap(placesIn);
      return credentials;
    };
    return workspace.documents.flatMap((document) =>
      document.servers.flatMap((server) => checkServer(server, document, workspace, all)),
    );
  },
};

/** Where a credential is written down. */
interface Place {
  readonly document: DocumentFacts;
  readonly server: string | undefined;
  readonly related: RelatedPlace;
}

/** What one of the ways gives that a server has to read. */
interface Find {
  readonly reach: Reach;
  readonly root?: ReadableRoot;
  readonly places: readonly Place[];
  readonly severity: Severity;
}

function placesIn(document: DocumentFacts): Place[] {
  return [...document.servers.flatMap(({ slots }) => slots), ...document.slots].flatMap((classified) => {
    const literal = literalCredential(classified);
    if (!literal) return [];
    const related = {
      range: literal.secret.range,
      message: `A credential in ${placeOf(classified)}`,
      document,
    };
    return [{ document, server: classified.server?.name, related }];
  });
}

function checkServer(
  facts: ServerFacts,
  document: DocumentFacts,
  { home }: Workspace,
  all: () => readonly Place[],
): PlacedDraft[] {
  const { server } = facts;
  const finds = fileReach(facts).flatMap((reach): Find[] => {
    if (reach.access !== 'files' || reach.root === undefined)
      return findOfPower(reach, facts, document, all());
    const root = readRoot(reach.root, document, server.scope, home);
    return root ? findBelow(reach, root, all()) : [];
  });
  const worst = finds.toSorted((a, b) => RANK[rankOf(b)] - RANK[rankOf(a)])[0];
  if (!worst) return [];
  const places = [...new Set(finds.flatMap((find) => find.places))];
  const draft = {
    range: worst.reach.range,
    path: worst.reach.path,
    severity: worst.severity,
    message: `Server "${label(server.name)}" can ${ABLE[worst.reach.access]}${whereOf(worst)}: ${gainOf(worst, places)}`,
    why: 'An instruction hidden in any text that the agent reads can have it open these files and send them away.',
    advice: adviceFor(worst, places.length > 0),
    server,
    related: places.slice(0, MAX_RELATED).map(({ related }) => related),
  };
  return [{ document, draft }];
}

const RANK = { all: 4, home: 3, credential: 2, store: 1, power: 0 } as const;

function rankOf({ root, places }: Find): keyof typeof RANK {
  if (!root) return 'power';
  if (root.extent !== 'part') return root.extent;
  return places.length > 0 ? 'credential' : 'store';
}

/** Configs of this run in a folder, and what programs keep there. */
function findBelow(reach: Reach, root: ReadableRoot, all: readonly Place[]): Find[] {
  const places = all.filter(({ document }) => isBelow(portable(document.absolute), root.path));
  const sure = places.length > 0 || root.extent !== 'part';
  if (!sure && root.stores.length === 0) return [];
  return [{ reach, root, places, severity: sure ? 'warning' : 'info' }];
}

/** Who runs commands reads what the user can: worth a note where this user's configs hold credentials of others. */
function findOfPower(
  reach: Reach,
  facts: ServerFacts,
  document: DocumentFacts,
  all: readonly Place[],
): Find[] {
  const home = startOf(portable(document.absolute)).home;
  const places = all.filter(
    (place) =>
      place.document.scope === 'user' &&
      startOf(portable(place.document.absolute)).home === home &&
      !(place.document === document && place.server === facts.server.name),
  );
  return places.length === 0 ? [] : [{ reach, places, severity: 'info' }];
}

const ABLE: Readonly<Record<Reach['access'], string>> = {
  files: 'read files',
  shell: 'run commands',
  browser: 'drive a browser',
};

function whereOf({ reach, root }: Find): string {
  if (!root) return reach.access === 'files' ? ' wherever its user can' : ' as its user';
  if (root.extent === 'all') return ` everywhere below ${label(reach.root!)}`;
  return root.extent === 'home'
    ? ` in the whole home folder (${label(reach.root!)})`
    : ` below ${label(reach.root!)}`;
}

/** What a reader of the folder gets, configs of this run first. */
function gainOf({ root }: Find, places: readonly Place[]): string {
  const servers = [
    ...new Set(places.map(({ server }) => (server === undefined ? undefined : `"${label(server)}"`))),
  ];
  const named = servers.filter((name) => name !== undefined);
  const files = [...new Set(places.map(({ document }) => label(document.path)))];
  const owners = named.length > 0 ? ` of server${named.length === 1 ? '' : 's'} ${listOf(named)}` : '';
  const count = places.length === 1 ? 'the credential' : `${places.length} credentials`;
  const own = places.length > 0 ? [`${count}${owners} in ${listOf(files)}`] : [];
  const stores = (root?.stores ?? []).slice(0, MAX_NAMES).map(({ path }) => `~/${path}`);
  const kept = stores.length > 0 ? [`credential stores such as ${stores.join(', ')}`] : [];
  return [...own, ...kept].join(', and ');
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(', ');
  return names.length > MAX_NAMES ? `${shown} and ${names.length - MAX_NAMES} more` : shown;
}

function adviceFor({ root }: Find, configs: boolean): string {
  const clean = 'put references in place of the credentials in these configs';
  if (!root) return `Confirm each of its calls by hand, and ${clean}.`;
  const narrow = 'Give it the folders that its work needs instead of this one';
  return configs ? `${narrow}, and ${clean}.` : `${narrow}.`;
}
