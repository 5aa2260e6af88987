import { setEnv } from './carrier.ts';
import { serverEntry } from './draft.ts';
import { type HostKind, makeServers, serverMap, someServers } from './host.ts';
import { join, negative, optional } from './marked.ts';
import type { Random } from './random.ts';
import { variableCarriers } from './server.ts';
import { setting } from './setting.ts';
import { fill } from './shape.ts';
import { decoySupply, secretSupply } from './supply.ts';
import { type Fields, fields, type Node } from './tree.ts';

const LOCAL = ['package', 'docker', 'bridge', 'shell'] as const;

function desktop(random: Random): Node {
  const entries: [string, Node][] = [
    [
      'mcpServers',
      serverMap(random, makeServers(random, someServers(random), random.chance(0.9) ? LOCAL : undefined)),
    ],
  ];
  if (random.chance(0.3)) entries.unshift(['globalShortcut', 'Ctrl+Space']);
  if (random.chance(0.3))
    entries.push(['preferences', fields(['sidebarMode', 'chat'], ['coworkWebSearchEnabled', true])]);
  return fields(...entries);
}

function history(random: Random): Node {
  const lines: Node[] = [
    'fix the failing test in src/auth/token.ts',
    negative('why does `Authorization: Bearer YOUR_TOKEN` give 401?', 'noise:history'),
    'add GITHUB_TOKEN to the docs',
    negative(fill('resume {U}', random), 'noise:history'),
    negative(fill('git show {x:40}', random), 'noise:history'),
  ];
  if (random.chance(0.15))
    lines.push(join('use ', optional(fill('sk-or-v1-{x:64}', random), 'outside:history'), ' for now'));
  return random
    .shuffle(lines)
    .slice(0, random.int(0, 4))
    .map((display) => fields(['display', display], ['pastedContents', fields()]));
}

function project(random: Random): Fields {
  const servers = random.chance(0.6) ? makeServers(random, random.int(1, 2)) : [];
  return fields(
    ['allowedTools', []],
    ['history', history(random)],
    ['mcpContextUris', []],
    ['mcpServers', serverMap(random, servers)],
    ['enabledMcpjsonServers', ['github']],
    ['hasTrustDialogAccepted', true],
    ['lastSessionId', negative(fill('{U}', random), 'noise:id')],
    ['lastCost', 1.25],
    ['exampleFiles', ['token.ts', 'api-key.service.ts']],
  );
}

function userFile(random: Random): Node {
  const projects = Array.from({ length: random.int(0, 3) }, (_, index): readonly [string, Node] => [
    random.pick([
      `/Users/dev/src/app-${index}`,
      `C:\\Users\\dev\\src\\app-${index}`,
      `/home/dev/客户/app-${index}`,
    ]),
    project(random),
  ]);
  const entries: [string, Node][] = [
    ['numStartups', random.int(1, 900)],
    ['installMethod', 'native'],
    ['userID', negative(fill('{x:64}', random), 'noise:id')],
    ['anonymousId', negative(fill('claudecode.v1.{U}', random), 'noise:id')],
    ['tipsHistory', fields(['new-user-warmup', 3], ['shift-enter', 10])],
    [
      'cachedChangelog',
      negative(
        '## 2.1.0\n- MCP: `claude mcp add --header "Authorization: Bearer <token>"`\n- Fixed `API_KEY=...` parsing\n',
        'noise:changelog',
      ),
    ],
    ['projects', fields(...projects)],
    [
      'oauthAccount',
      fields(
        ['accountUuid', negative(fill('{U}', random), 'noise:id')],
        ['emailAddress', 'jane@example.com'],
        ['organizationUuid', negative(fill('{U}', random), 'noise:id')],
      ),
    ],
    ['cachedStatsigGates', fields(['tengu_token_counter', false])],
  ];
  if (random.chance(0.2))
    entries.push([
      'customApiKeyResponses',
      fields(['approved', [optional(fill('{u:20}', random), 'outside:key-tail')]], ['rejected', []]),
    ]);
  if (random.chance(0.9) || projects.length === 0)
    entries.push(['mcpServers', serverMap(random, makeServers(random, someServers(random)))]);
  return fields(...random.shuffle(entries));
}

/** An `env` block with secrets, references and settings. */
export function environment(random: Random): Fields {
  const [draft] = makeServers(random, 1, ['package']);
  if (draft === undefined) return fields();
  draft.env.length = 0;
  const secrets = secretSupply(random);
  const decoys = decoySupply(random);
  for (let count = random.int(0, 3); count > 0; count -= 1)
    random.weighted(variableCarriers).load(random, draft, secrets);
  for (let count = random.int(0, 2); count > 0; count -= 1)
    random.weighted(variableCarriers).load(random, draft, decoys);
  for (let count = random.int(0, 4); count > 0; count -= 1) {
    const { name, value } = setting(random);
    setEnv(draft, name, value);
  }
  return { fields: random.shuffle(draft.env) };
}

function settings(random: Random): Node {
  const entries: [string, Node][] = [
    ['env', environment(random)],
    [
      'permissions',
      fields(
        [
          'allow',
          [
            'Bash(npm run test:*)',
            'mcp__github__search',
            negative(
              'Bash(curl -H "Authorization: Bearer $TOKEN" https://api.example.com)',
              'noise:permission',
            ),
          ],
        ],
        ['deny', ['Read(./.env)']],
      ),
    ],
    ['model', 'opus'],
    ['enableAllProjectMcpServers', true],
    ['apiKeyHelper', '~/.claude/get-key.sh'],
  ];
  if (random.chance(0.35)) {
    const supply = random.chance(0.7) ? secretSupply(random) : decoySupply(random);
    const { value } = supply.key('marketplace header', (text) => !/\s/.test(text));
    const header: readonly [string, Node] = random.chance(0.6)
      ? ['Authorization', join('Bearer ', value)]
      : ['PRIVATE-TOKEN', value];
    entries.push([
      'extraKnownMarketplaces',
      fields([
        'acme-tools',
        fields([
          'source',
          fields(
            ['source', 'url'],
            ['url', 'https://plugins.example.com/marketplace.json'],
            ['headers', fields(header)],
          ),
        ]),
      ]),
    ]);
  }
  return fields(...random.shuffle(entries));
}

function managedArray(random: Random): Node {
  const entries = makeServers(random, someServers(random)).map((draft) => {
    const { fields: entry } = serverEntry(draft, random);
    return fields(
      ['name', draft.name],
      ['transport', draft.base === 'remote' ? 'http' : 'stdio'],
      ...entry.filter(([key]) => key !== 'type'),
    );
  });
  return fields(['managedMcpServers', entries]);
}

function plugin(random: Random): Fields {
  const entries: [string, Node][] = [
    ['name', 'acme-tools'],
    ['version', '1.2.0'],
    ['description', 'Tools for acme: set your API token first'],
    ['author', fields(['name', 'Jane Doe'], ['email', 'jane@example.com'])],
    ['mcpServers', serverMap(random, makeServers(random, random.int(1, 3)))],
  ];
  if (random.chance(0.35)) {
    const { value } = (random.chance(0.6) ? secretSupply(random) : decoySupply(random)).key(
      'user-config default',
      (text) => !/\s/.test(text),
    );
    entries.push([
      'userConfig',
      fields([
        'apiToken',
        fields(['type', 'string'], ['title', 'API token'], ['sensitive', true], ['default', value]),
      ]),
    ]);
  }
  return fields(...entries);
}

const marketplace = (random: Random): Node =>
  fields(
    ['name', 'acme'],
    ['owner', fields(['name', 'Acme'])],
    [
      'plugins',
      Array.from({ length: random.int(1, 3) }, (_, index) =>
        fields(
          ['name', `tool-${index}`],
          [
            'source',
            random.chance(0.5)
              ? `./plugins/tool-${index}`
              : fields(
                  ['source', 'github'],
                  ['repo', 'acme/tools'],
                  ['sha', negative(fill('{x:40}', random), 'git-revision')],
                ),
          ],
          ['version', '0.1.0'],
          ['mcpServers', serverMap(random, makeServers(random, random.int(1, 2)))],
        ),
      ),
    ],
  );

function manifest(random: Random): Node {
  const [draft] = makeServers(random, 1, ['package']);
  if (draft === undefined) return fields();
  const config: [string, Node][] = [
    ['command', draft.command],
    ['args', draft.args],
    ['env', { fields: draft.env }],
  ];
  if (random.chance(0.3)) {
    const [other] = makeServers(random, 1, ['package']);
    if (other !== undefined)
      config.push([
        'platform_overrides',
        fields([
          'win32',
          fields(['command', 'node.exe'], ['args', other.args], ['env', { fields: other.env }]),
        ]),
      ]);
  }
  const supply = random.chance(0.6) ? secretSupply(random) : decoySupply(random);
  const user: [string, Node][] = [
    ['workspace', fields(['type', 'directory'], ['title', 'Workspace'], ['default', '${HOME}/Documents'])],
    ['max_tokens', fields(['type', 'number'], ['title', 'Max tokens'], ['default', 4096], ['min', 1])],
  ];
  if (random.chance(0.6))
    user.push([
      random.pick(['api_key', 'apiToken', 'github_token']),
      fields(
        ['type', 'string'],
        ['title', 'API key'],
        ['description', 'Create one at https://example.com/settings/tokens'],
        ['sensitive', random.chance(0.7)],
        ['required', true],
        ['default', supply.key('user-config default', (text) => !/\s/.test(text)).value],
      ),
    ]);
  return fields(
    [random.pick(['manifest_version', 'dxt_version']), random.pick(['0.1', '0.2', '0.3', '0.4'])],
    ['name', draft.name],
    ['display_name', 'Acme'],
    ['version', '1.0.0'],
    ['description', 'Search with an API key'],
    ['author', fields(['name', 'Jane Doe'])],
    [
      'server',
      fields(['type', 'node'], ['entry_point', 'server/index.js'], ['mcp_config', fields(...config)]),
    ],
    ['tools', [fields(['name', 'search'], ['description', 'Needs a token'])]],
    ['keywords', ['token', 'api-key']],
    ['user_config', fields(...user)],
  );
}

const mapped = (random: Random): Node =>
  fields(['mcpServers', serverMap(random, makeServers(random, someServers(random)))]);

/** Files of Claude Desktop and Claude Code. */
export const CLAUDE_HOSTS: readonly HostKind[] = [
  {
    id: 'claude-desktop',
    weight: 16,
    relaxed: false,
    build: desktop,
    path: (r) =>
      r.pick([
        'Library/Application Support/Claude/claude_desktop_config.json',
        'AppData/Roaming/Claude/claude_desktop_config.json',
        'claude_desktop_config.json',
      ]),
  },
  { id: 'claude-code-user', weight: 10, relaxed: false, build: userFile, path: () => '.claude.json' },
  {
    id: 'claude-code-project',
    weight: 13,
    relaxed: false,
    build: mapped,
    path: (r) => r.pick(['.mcp.json', 'packages/api/.mcp.json']),
  },
  {
    id: 'claude-code-settings',
    weight: 5,
    relaxed: false,
    build: settings,
    path: (r) => r.pick(['.claude/settings.json', '.claude/settings.local.json']),
  },
  { id: 'claude-code-managed-mcp', weight: 3, relaxed: false, build: mapped, path: () => 'managed-mcp.json' },
  {
    id: 'managed-settings-map',
    weight: 3,
    relaxed: false,
    path: (r) => r.pick(['managed-settings.json', 'managed-settings.d/10-mcp.json']),
    build: (r) =>
      fields(
        ['permissions', fields(['deny', []])],
        ['managedMcpServers', serverMap(r, makeServers(r, someServers(r), ['remote']))],
      ),
  },
  {
    id: 'managed-settings-list',
    weight: 3,
    relaxed: false,
    build: managedArray,
    path: () => 'managed-settings.json',
  },
  {
    id: 'claude-code-plugin',
    weight: 4,
    relaxed: false,
    build: plugin,
    path: () => '.claude-plugin/plugin.json',
  },
  {
    id: 'claude-code-marketplace',
    weight: 3,
    relaxed: false,
    build: marketplace,
    path: () => '.claude-plugin/marketplace.json',
  },
  { id: 'mcpb-manifest', weight: 6, relaxed: false, build: manifest, path: () => 'manifest.json' },
];
