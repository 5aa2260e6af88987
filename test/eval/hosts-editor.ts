import { serverEntry } from './draft.ts';
import { type HostKind, makeServers, serverMap, someServers } from './host.ts';
import { negative, optional } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';
import { decoySupply, secretSupply } from './supply.ts';
import { type Fields, fields, type Node } from './tree.ts';

const INPUT_IDS = [
  'api-key',
  'apiKey',
  'github_token',
  'github_mcp_pat',
  'perplexity-key',
  'access-token',
  'bearer_token',
  'clientSecret',
  'pat',
  'token',
  'github_token_2',
  'db_password',
];

function inputs(random: Random): Node {
  return random
    .shuffle(INPUT_IDS)
    .slice(0, random.int(1, 3))
    .map((id): Fields => {
      const supply = random.chance(0.5) ? secretSupply(random) : decoySupply(random);
      const { value } = supply.key('input default', (text) => !/\s/.test(text));
      const entry: [string, Node][] = [['id', id]];
      const kind = random.int(0, 4);
      if (kind === 0)
        return fields(
          ...entry,
          ['type', 'pickString'],
          ['description', 'Region'],
          ['options', ['eu', 'us']],
          ['default', 'eu'],
        );
      if (kind === 1)
        return fields(
          ...entry,
          ['type', 'promptString'],
          ['description', 'Paste your API key here'],
          ['password', true],
        );
      if (kind === 2)
        return fields(
          ...entry,
          ['type', 'promptString'],
          ['description', 'Base URL'],
          ['default', 'https://api.example.com'],
        );
      return fields(
        ...entry,
        ['type', 'promptString'],
        ['description', 'API token'],
        ['password', random.chance(0.5)],
        ['default', value],
      );
    });
}

/** The body of VS Code's `mcp.json`. */
function servers(random: Random, count = someServers(random)): Fields {
  const map = serverMap(random, makeServers(random, count));
  const entries: [string, Node][] = [['servers', map]];
  if (random.chance(0.5)) entries.push(['inputs', inputs(random)]);
  return fields(...(random.chance(0.5) ? entries.reverse() : entries));
}

const EDITOR: readonly (readonly [string, Node])[] = [
  ['editor.fontSize', 13],
  ['editor.tokenColorCustomizations', fields(['comments', '#6a9955'])],
  ['files.exclude', fields(['**/.git', true])],
  ['cSpell.words', ['apikey', 'ghp', 'mcp']],
  ['terminal.integrated.env.osx', fields(['PAGER', 'cat'])],
  ['git.autofetch', true],
];

function settings(random: Random): Fields {
  const entries = random.shuffle(EDITOR).slice(0, random.int(1, 5));
  const extra: (readonly [string, Node])[] = random.chance(0.2)
    ? [['acme.apiKey', optional(fill('{x:32}', random), 'outside:editor-setting')]]
    : [];
  return fields(...random.shuffle([...entries, ...extra, ['mcp', servers(random)] as const]));
}

function devcontainer(random: Random): Node {
  const body = servers(random, random.int(1, 2));
  return fields(
    ['name', 'app'],
    [
      'image',
      negative(fill('mcr.microsoft.com/devcontainers/typescript-node@sha256:{x:64}', random), 'image-digest'),
    ],
    ['remoteEnv', fields(['GITHUB_TOKEN', negative('${localEnv:GITHUB_TOKEN}', 'reference:local-env')])],
    ['customizations', fields(['vscode', fields(['extensions', ['dbaeumer.vscode-eslint']], ['mcp', body])])],
  );
}

const cursor = (random: Random): Node =>
  fields(['mcpServers', serverMap(random, makeServers(random, someServers(random)))]);

function anyShape(random: Random): Node {
  const count = someServers(random);
  const local = makeServers(random, 1, ['package', 'docker', 'bridge', 'shell']);
  const named = (): Node =>
    makeServers(random, count).map((draft) =>
      fields(['name', draft.name], ...serverEntry(draft, random).fields),
    );
  return random.pick<() => Node>([
    () =>
      fields([
        'mcpServers',
        serverMap(random, makeServers(random, count), random.pick(['url', 'serverUrl', 'url', 'httpUrl'])),
      ]),
    () => fields(['mcpServers', serverMap(random, makeServers(random, count))], ['version', 1]),
    () => fields(['servers', serverMap(random, makeServers(random, count))]),
    () => fields(['servers', named()]),
    () => fields(['mcpServers', named()]),
    () =>
      serverMap(
        random,
        [...local, ...makeServers(random, count).filter((draft) => draft.name !== local[0]?.name)].filter(
          // Without a wrapper these names would be one.
          (draft) => !['servers', 'mcpServers', 'env', 'headers', 'args'].includes(draft.name),
        ),
      ),
    () => (local[0] === undefined ? fields() : serverEntry(local[0], random)),
  ])();
}

/** Files of Cursor and VS Code, and files that only their shape gives away. */
export const EDITOR_HOSTS: readonly HostKind[] = [
  {
    id: 'cursor',
    weight: 12,
    relaxed: true,
    build: cursor,
    path: (r) => r.pick(['.cursor/mcp.json', 'apps/web/.cursor/mcp.json']),
  },
  { id: 'vscode', weight: 11, relaxed: true, build: (r) => servers(r), path: () => '.vscode/mcp.json' },
  {
    id: 'vscode-user',
    weight: 4,
    relaxed: true,
    build: (r) => servers(r),
    path: (r) =>
      r.pick([
        'Library/Application Support/Code/User/mcp.json',
        'AppData/Roaming/Code/User/mcp.json',
        '.config/Code - Insiders/User/mcp.json',
        '.config/Code/User/profiles/-5fa2c1/mcp.json',
      ]),
  },
  {
    id: 'vscode-settings',
    weight: 4,
    relaxed: true,
    build: settings,
    path: (r) => r.pick(['.vscode/settings.json', '.config/Code/User/settings.json']),
  },
  {
    id: 'vscode-workspace',
    weight: 3,
    relaxed: true,
    path: () => 'app.code-workspace',
    build: (r) => fields(['folders', [fields(['path', '.'])]], ['settings', settings(r)]),
  },
  {
    id: 'devcontainer',
    weight: 3,
    relaxed: true,
    build: devcontainer,
    path: (r) => r.pick(['.devcontainer/devcontainer.json', '.devcontainer.json']),
  },
  {
    id: 'generic',
    weight: 12,
    relaxed: false,
    build: anyShape,
    path: (r) =>
      r.pick([
        'mcp.json',
        'mcp_config.json',
        'mcp-servers.json',
        'config/mcporter.json',
        'agent-tools.json',
        'mcp_settings.json',
        'examples/github.json',
        'conf/servers.json',
        'claude_desktop_config.example.json',
        'assistant.json',
      ]),
  },
];
