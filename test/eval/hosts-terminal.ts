import { type Draft, serverEntry } from './draft.ts';
import { entryMap, type HostKind, makeServers, serverMap, someServers } from './host.ts';
import { negative, optional } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';
import { splitCommand } from './split-command.ts';
import { decoySupply, secretSupply } from './supply.ts';
import { type Fields, fields, type Node } from './tree.ts';

const isRemote = ({ base }: Draft): boolean => base === 'remote';
const drafts = (random: Random): Draft[] => makeServers(random, someServers(random));
/** Some of them, in any order. */
const some = <T>(random: Random, items: readonly T[]): T[] =>
  random.shuffle(items).slice(0, random.int(0, items.length));

/** Codex names the variables that it takes from elsewhere in members of their own. */
function codexEntry(draft: Draft, random: Random): Fields {
  const entry: [string, Node][] = [];
  if (isRemote(draft)) {
    entry.push(['url', draft.url]);
    if (draft.headers.length > 0) entry.push(['http_headers', { fields: draft.headers }]);
    if (random.chance(0.3)) entry.push(['bearer_token_env_var', negative('GITHUB_PAT_TOKEN', 'codex:name')]);
    if (random.chance(0.2))
      entry.push([
        'env_http_headers',
        fields(['X-Api-Key', negative('ACME_API_KEY', 'codex:name')], ['Authorization', 'AUTH_HEADER']),
      ]);
    if (random.chance(0.1)) entry.push(['scopes', ['read', 'write']]);
  } else {
    entry.push(['command', draft.command]);
    if (draft.args.length > 0) entry.push(['args', draft.args]);
    if (draft.env.length > 0 || random.chance(0.1)) entry.push(['env', { fields: draft.env }]);
    if (random.chance(0.25))
      entry.push(['env_vars', [negative('GITHUB_TOKEN', 'codex:name'), 'OPENAI_API_KEY']]);
    else if (random.chance(0.1))
      entry.push(['env_vars', [fields(['name', 'ACME_TOKEN'], ['source', 'local'])]]);
  }
  entry.push(...draft.extra);
  const more: [string, Node][] = [
    ['enabled', true],
    ['startup_timeout_sec', 20],
    ['tool_timeout_sec', 60],
    ['enabled_tools', ['search', 'fetch']],
    ['default_tools_approval_mode', 'approve'],
  ];
  const all = [...entry, ...(random.chance(0.4) ? some(random, more) : [])];
  const unique = all.filter(([key], index) => all.findIndex(([other]) => other === key) === index);
  return { fields: random.chance(0.15) ? random.shuffle(unique) : unique };
}

function codex(random: Random): Node {
  const before: [string, Node][] = [
    ['model', 'gpt-5-codex'],
    ['approval_policy', 'on-request'],
    ['model_reasoning_effort', 'high'],
    ['notify', ['python3', '/Users/dev/.codex/notify.py']],
    ['project_doc_max_bytes', 65536],
  ];
  const tables: [string, Node][] = [
    ['projects', fields(['/Users/dev/src/app', fields(['trust_level', 'trusted'])])],
    ['tui', fields(['notifications', true])],
    ['history', fields(['persistence', 'save-all'])],
    [
      'model_providers',
      fields([
        'azure',
        fields(
          ['name', 'Azure'],
          ['base_url', 'https://acme.openai.azure.com/openai'],
          ['env_key', negative('AZURE_OPENAI_API_KEY', 'codex:name')],
          ...(random.chance(0.3)
            ? [
                [
                  'http_headers',
                  fields(['api-key', optional(fill('{x:32}', random), 'outside:provider')]),
                ] as const,
              ]
            : []),
        ),
      ]),
    ],
    [
      'shell_environment_policy',
      fields(
        ['inherit', 'core'],
        ['set', fields(['CI', '1'], ['API_TOKEN', optional(fill('{a:32}', random), 'outside:shell')])],
      ),
    ],
    ['features', fields(['rmcp_client', true])],
  ];
  const servers = entryMap(drafts(random), (draft) => codexEntry(draft, random));
  return fields(
    ...some(random, before),
    ...random.shuffle([...some(random, tables), ['mcp_servers', servers] as const]),
  );
}

function opencodeEntry(draft: Draft, random: Random, modern: boolean): Fields {
  const entry: [string, Node][] = [['type', isRemote(draft) ? 'remote' : 'local']];
  if (isRemote(draft)) {
    entry.push(['url', draft.url]);
    if (draft.headers.length > 0) entry.push(['headers', { fields: draft.headers }]);
  } else {
    entry.push(['command', [...splitCommand(draft.command), ...draft.args]]);
    if (draft.env.length > 0 || random.chance(0.1)) entry.push(['environment', { fields: draft.env }]);
  }
  entry.push(...draft.extra);
  if (isRemote(draft) && random.chance(0.15) && !draft.extra.some(([key]) => key === 'oauth')) {
    const { value } = (random.chance(0.7) ? secretSupply(random) : decoySupply(random)).key(
      'opencode oauth',
      plain,
    );
    entry.push([
      'oauth',
      fields(
        [modern ? 'client_id' : 'clientId', negative(fill('{U}', random), 'oauth:client-id')],
        [modern ? 'client_secret' : 'clientSecret', value],
        ['scope', 'tools:read'],
      ),
    ]);
  }
  if (random.chance(0.5)) entry.push(['enabled', true]);
  if (random.chance(0.2)) entry.push(['timeout', 10000]);
  return { fields: random.chance(0.15) ? random.shuffle(entry) : entry };
}

const plain = (value: string): boolean => !/\s/.test(value);

function opencode(random: Random): Node {
  const modern = random.chance(0.15);
  const map = entryMap(drafts(random), (draft) => opencodeEntry(draft, random, modern));
  const others: [string, Node][] = [
    ['model', 'anthropic/claude-sonnet-4-5'],
    ['theme', 'opencode'],
    ['autoupdate', true],
    ['share', 'manual'],
    [
      'provider',
      fields([
        'anthropic',
        fields([
          'options',
          fields([
            'apiKey',
            random.chance(0.5)
              ? negative('{env:ANTHROPIC_API_KEY}', 'reference:opencode')
              : optional(fill('{a:40}', random), 'outside:provider'),
          ]),
        ]),
      ]),
    ],
    ['instructions', ['AGENTS.md']],
    ['permission', fields(['bash', 'ask'])],
    ['agent', fields(['review', fields(['description', 'Never print the API token'], ['mode', 'subagent'])])],
  ];
  return fields(
    ['$schema', 'https://opencode.ai/config.json'],
    ...random.shuffle([...some(random, others), ['mcp', modern ? fields(['servers', map]) : map] as const]),
  );
}

function geminiEntry(draft: Draft, random: Random): Fields {
  const { fields: entry } = serverEntry(draft, random, random.pick(['httpUrl', 'httpUrl', 'url']));
  const more: [string, Node][] = [
    ['trust', false],
    ['includeTools', ['search']],
    ['authProviderType', 'google_credentials'],
    ['targetAudience', '412345678901-abc.apps.googleusercontent.com'],
  ];
  const known = new Set(entry.map(([key]) => key));
  return fields(
    ...entry,
    ...(random.chance(0.3) ? some(random, more) : []).filter(([key]) => !known.has(key)),
  );
}

const GEMINI_SETTINGS: readonly (readonly [string, Node])[] = [
  ['theme', 'Default'],
  ['selectedAuthType', 'oauth-personal'],
  ['security', fields(['auth', fields(['selectedType', 'gemini-api-key'])])],
  ['general', fields(['preferredEditor', 'vscode'], ['vimMode', false])],
  ['telemetry', fields(['enabled', true], ['otlpEndpoint', 'http://localhost:4317'])],
  ['tools', fields(['allowed', ['run_shell_command(git)']])],
  ['mcp', fields(['allowed', ['github']])],
  ['context', fields(['fileName', ['GEMINI.md', 'AGENTS.md']])],
];

function gemini(random: Random): Node {
  const map = entryMap(drafts(random), (draft) => geminiEntry(draft, random));
  return fields(...random.shuffle([...some(random, GEMINI_SETTINGS), ['mcpServers', map] as const]));
}

function geminiExtension(random: Random): Node {
  return fields(
    ['name', 'acme-tools'],
    ['version', '1.0.0'],
    ['mcpServers', entryMap(makeServers(random, random.int(1, 2)), (draft) => geminiEntry(draft, random))],
    ['contextFileName', 'GEMINI.md'],
    [
      'settings',
      [
        fields(
          ['name', 'API key'],
          ['description', 'Your Acme API key'],
          ['envVar', negative('ACME_API_KEY', 'extension:name')],
          ['sensitive', true],
        ),
      ],
    ],
  );
}

function qwen(random: Random): Node {
  const map = entryMap(drafts(random), (draft) => geminiEntry(draft, random));
  return fields(
    ...some(random, GEMINI_SETTINGS),
    ['mcpServers', map],
    ...(random.chance(0.3)
      ? [
          [
            'env',
            fields(['DASHSCOPE_API_KEY', optional(fill('sk-{x:32}', random), 'outside:host-env')]),
          ] as const,
        ]
      : []),
  );
}

function gooseEntry(draft: Draft, random: Random, listed: boolean): Fields {
  const remote = isRemote(draft);
  const entry: [string, Node][] = [
    ['enabled', true],
    ['type', remote ? random.pick(['streamable_http', 'streamable_http', 'sse']) : 'stdio'],
    ['name', draft.name],
  ];
  if (remote) {
    entry.push(['uri', draft.url]);
    if (draft.headers.length > 0 || random.chance(0.3)) entry.push(['headers', { fields: draft.headers }]);
  } else entry.push(['cmd', draft.command], ['args', draft.args]);
  if (draft.env.length > 0 || random.chance(0.5)) entry.push(['envs', { fields: draft.env }]);
  if (random.chance(0.6))
    entry.push([
      'env_keys',
      random.pick<Node[]>([[], ['GITHUB_PERSONAL_ACCESS_TOKEN'], ['API_KEY', 'SLACK_TOKEN']]),
    ]);
  entry.push(...draft.extra.filter(([key]) => key !== 'env_keys' && key !== 'oauth' && key !== 'auth'));
  const more: [string, Node][] = [
    ['timeout', 300],
    ['description', 'Search; needs an API key'],
    ['bundled', false],
    ['available_tools', []],
  ];
  const all = [...entry.filter(([key]) => !(listed && key === 'enabled')), ...some(random, more)];
  return { fields: all.filter(([key], index) => all.findIndex(([other]) => other === key) === index) };
}

function goose(random: Random): Node {
  const map = entryMap(drafts(random), (draft) => gooseEntry(draft, random, false));
  const builtin: [string, Node] = [
    'developer',
    fields(
      ['enabled', true],
      ['type', 'builtin'],
      ['name', 'developer'],
      ['timeout', 300],
      ['bundled', true],
    ),
  ];
  const others: [string, Node][] = [
    ['GOOSE_PROVIDER', 'anthropic'],
    ['GOOSE_MODEL', 'claude-sonnet-4-5-20250929'],
    ['GOOSE_MODE', 'smart_approve'],
    ['OLLAMA_HOST', 'http://localhost:11434'],
    ['ANTHROPIC_API_KEY', optional(fill('{a:40}', random), 'outside:provider')],
  ];
  return fields(...some(random, others), [
    'extensions',
    fields(...(random.chance(0.5) ? [builtin] : []), ...map.fields),
  ]);
}

function gooseRecipe(random: Random): Node {
  return fields(
    ['version', '1.0.0'],
    ['title', 'Triage'],
    ['description', 'Triage issues with a token'],
    ['instructions', 'Read the issues, then label them. Never print $GITHUB_TOKEN.'],
    [
      'parameters',
      [
        fields(
          ['key', 'api_token'],
          ['input_type', 'string'],
          ['requirement', 'required'],
          ['description', 'API token'],
        ),
      ],
    ],
    ['extensions', makeServers(random, random.int(1, 3)).map((draft) => gooseEntry(draft, random, true))],
  );
}

function amp(random: Random): Node {
  const others: [string, Node][] = [
    ['amp.notifications.enabled', true],
    ['amp.tools.disable', ['browser_navigate']],
    ['amp.url', 'https://ampcode.com'],
  ];
  return fields(
    ...random.shuffle([
      ...some(random, others),
      ['amp.mcpServers', serverMap(random, drafts(random))] as const,
    ]),
  );
}

function copilotEntry(draft: Draft, random: Random): Fields {
  const { fields: entry } = serverEntry(draft, random);
  return fields(
    ['type', isRemote(draft) ? random.pick(['http', 'sse']) : random.pick(['local', 'stdio'])],
    ...entry.filter(([key]) => key !== 'type' && key !== 'tools'),
    ['tools', ['*']],
  );
}

function copilot(random: Random): Node {
  const map = entryMap(drafts(random), (draft) => copilotEntry(draft, random));
  return fields(['mcpServers', map]);
}

function agentFile(random: Random): Node {
  return fields(
    ['name', 'reviewer'],
    ['description', 'Reviews code; knows the API key rules'],
    ['prompt', 'Never print a token such as ghp_xxxx.'],
    ['tools', ['@github', 'fs_read']],
    ['allowedTools', ['fs_read']],
    ['mcpServers', serverMap(random, drafts(random))],
    ['resources', ['file://README.md']],
    ['useLegacyMcpJson', false],
  );
}

const mapped = (random: Random): Node => fields(['mcpServers', serverMap(random, drafts(random))]);

/** Hosts that run in a terminal. */
export const TERMINAL_HOSTS: readonly HostKind[] = [
  {
    id: 'codex',
    weight: 20,
    dialect: 'toml',
    relaxed: false,
    build: codex,
    path: (r) => r.pick(['.codex/config.toml', 'apps/web/.codex/config.toml']),
  },
  {
    id: 'opencode',
    weight: 18,
    relaxed: true,
    build: opencode,
    path: (r) =>
      r.pick([
        'opencode.json',
        'opencode.jsonc',
        '.opencode/opencode.json',
        '.config/opencode/opencode.json',
        '.config/opencode/opencode.jsonc',
      ]),
  },
  {
    id: 'gemini',
    weight: 16,
    relaxed: true,
    build: gemini,
    path: () => '.gemini/settings.json',
  },
  {
    id: 'gemini',
    weight: 4,
    relaxed: false,
    build: geminiExtension,
    path: () => 'gemini-extension.json',
  },
  {
    id: 'goose',
    weight: 16,
    dialect: 'yaml',
    relaxed: false,
    build: goose,
    path: (r) => r.pick(['.config/goose/config.yaml', 'AppData/Roaming/Block/goose/config/config.yaml']),
  },
  {
    id: 'goose',
    weight: 4,
    dialect: 'yaml',
    relaxed: false,
    build: gooseRecipe,
    path: (r) => r.pick(['recipe.yaml', 'recipes/triage.yaml', '.goose/recipes/triage.yaml']),
  },
  { id: 'qwen', weight: 4, relaxed: true, build: qwen, path: () => '.qwen/settings.json' },
  {
    id: 'amp',
    weight: 4,
    relaxed: true,
    build: amp,
    path: (r) => r.pick(['.config/amp/settings.json', '.amp/settings.json', '.vscode/settings.json']),
  },
  {
    id: 'copilot-cli',
    weight: 5,
    relaxed: false,
    build: copilot,
    path: (r) => r.pick(['.copilot/mcp-config.json', '.github/mcp.json']),
  },
  {
    id: 'amazon-q',
    weight: 5,
    relaxed: false,
    build: (r) => (r.chance(0.5) ? mapped(r) : agentFile(r)),
    path: (r) => r.pick(['.amazonq/mcp.json', '.aws/amazonq/mcp.json', '.amazonq/cli-agents/reviewer.json']),
  },
  {
    id: 'kiro',
    weight: 14,
    relaxed: true,
    path: (r) => r.pick(['.kiro/settings/mcp.json', 'packages/api/.kiro/settings/mcp.json']),
    build: (r) =>
      r.chance(0.75)
        ? mapped(r)
        : fields(
            ['mcpServers', serverMap(r, makeServers(r, r.int(0, 2)))],
            ['powers', fields(['mcpServers', serverMap(r, makeServers(r, r.int(1, 2)))])],
          ),
  },
  {
    id: 'kiro',
    weight: 4,
    relaxed: false,
    build: agentFile,
    path: () => '.kiro/agents/reviewer.json',
  },
];
