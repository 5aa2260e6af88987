import { type Draft, serverEntry } from './draft.ts';
import { entryMap, type HostKind, makeServers, serverMap, someServers } from './host.ts';
import { join, negative, optional } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';
import { splitCommand } from './split-command.ts';
import { decoySupply, type Supply, secretSupply } from './supply.ts';
import { type Fields, fields, type Node } from './tree.ts';

const isRemote = ({ base }: Draft): boolean => base === 'remote';
const drafts = (random: Random): Draft[] => makeServers(random, someServers(random));
const supply = (random: Random): Supply => (random.chance(0.7) ? secretSupply(random) : decoySupply(random));
const plain = (value: string): boolean => !/\s/.test(value);
const some = <T>(random: Random, items: readonly T[]): T[] =>
  random.shuffle(items).slice(0, random.int(0, items.length));
/** A key that stands there already stays as it is. */
const unique = (entries: readonly (readonly [string, Node])[]): Fields => ({
  fields: entries.filter(([key], index) => entries.findIndex(([other]) => other === key) === index),
});

function windsurf(random: Random): Node {
  const map = entryMap(drafts(random), (draft) => {
    const { fields: entry } = serverEntry(draft, random, random.pick(['serverUrl', 'serverUrl', 'url']));
    return unique([...entry, ...(random.chance(0.2) ? [['disabledTools', ['delete']] as const] : [])]);
  });
  return fields(['mcpServers', map]);
}

function zedEntry(draft: Draft, random: Random): Fields {
  const more: [string, Node][] = [
    ...draft.extra,
    ...(random.chance(0.3) ? [['enabled', true] as [string, Node]] : []),
  ];
  if (isRemote(draft))
    return unique([
      ...(random.chance(0.3) ? [['source', 'custom'] as const] : []),
      ['url', draft.url],
      ...(draft.headers.length > 0 ? [['headers', { fields: draft.headers }] as const] : []),
      ...more,
    ]);
  const env: [string, Node][] = draft.env.length > 0 ? [['env', { fields: draft.env }]] : [];
  // A path has no arguments in it.
  if (random.chance(0.3) && splitCommand(draft.command).length === 1)
    return unique([
      ['command', fields(['path', draft.command], ['args', draft.args], ...env)],
      ['settings', fields()],
      ...more,
    ]);
  return unique([
    ...(random.chance(0.5) ? [['source', 'custom'] as const] : []),
    ['command', draft.command],
    ['args', draft.args],
    ...env,
    ...more,
  ]);
}

/** What an extension takes is up to the extension. */
function zedExtension(random: Random): [string, Node] {
  const [name, setting] = random.pick([
    ['mcp-server-github', 'github_personal_access_token'],
    ['mcp-server-brave-search', 'brave_api_key'],
    ['postgres-context-server', 'database_url'],
    ['mcp-server-linear', 'linear_api_key'],
  ] as const);
  const own = supply(random);
  const value =
    setting === 'database_url'
      ? join(
          'postgresql://app:',
          own.password('zed setting', (v) => /^[\w.-]+$|^<[\w-]+>$/.test(v)).value,
          '@db.example.com/app',
        )
      : own.key('zed setting', plain).value;
  return [name, fields(['enabled', true], ['settings', fields([setting, value], ['debug', false])])];
}

function zed(random: Random): Node {
  const { fields: entries } = entryMap(drafts(random), (draft) => zedEntry(draft, random));
  const extension = random.chance(0.3) ? [zedExtension(random)] : [];
  const others: [string, Node][] = [
    ['theme', 'One Dark'],
    ['buffer_font_size', 14],
    ['telemetry', fields(['metrics', false])],
    ['lsp', fields(['rust-analyzer', fields(['binary', fields(['path', '/usr/bin/rust-analyzer'])])])],
    ['terminal', fields(['env', fields(['EDITOR', 'zed'])])],
    ['language_models', fields(['openai', fields(['api_url', 'https://api.openai.com/v1'])])],
    ['assistant', fields(['version', '2'])],
  ];
  return fields(
    ...random.shuffle([
      ...some(random, others),
      ['context_servers', unique([...entries, ...extension])] as const,
    ]),
  );
}

function continueEntry(draft: Draft, random: Random): Fields {
  const entry: [string, Node][] = [['name', draft.name]];
  if (isRemote(draft)) {
    if (random.chance(0.7)) entry.push(['type', random.pick(['streamable-http', 'sse'])]);
    entry.push(['url', draft.url]);
    if (draft.headers.length > 0)
      entry.push(['requestOptions', fields(['headers', { fields: draft.headers }], ['timeout', 5000])]);
    if (random.chance(0.25)) entry.push(['apiKey', supply(random).key('continue apiKey', plain).value]);
  } else {
    if (random.chance(0.2)) entry.push(['type', 'stdio']);
    entry.push(['command', draft.command], ['args', draft.args]);
    if (draft.env.length > 0) entry.push(['env', { fields: draft.env }]);
  }
  return unique([...entry, ...draft.extra]);
}

function models(random: Random): Node {
  return [
    fields(
      ['name', 'Claude'],
      ['provider', 'anthropic'],
      ['model', 'claude-sonnet-4-5'],
      [
        'apiKey',
        random.chance(0.6)
          ? negative('${{ secrets.ANTHROPIC_API_KEY }}', 'reference:actions')
          : optional(fill('{a:40}', random), 'outside:provider'),
      ],
      ['roles', ['chat', 'edit']],
    ),
  ];
}

function continueConfig(random: Random): Node {
  const head: [string, Node][] = [
    ['name', 'Local Agent'],
    ['version', '1.0.0'],
    ['schema', 'v1'],
  ];
  const more: [string, Node][] = [
    ['models', models(random)],
    ['context', [fields(['provider', 'code']), fields(['provider', 'docs'])]],
    ['rules', ['Never write an API key into a file.']],
  ];
  const servers = drafts(random).map((draft) => continueEntry(draft, random));
  return fields(...head, ...random.shuffle([...some(random, more), ['mcpServers', servers] as const]));
}

function continueJson(random: Random): Node {
  const [only] = makeServers(random, 1, ['package', 'docker', 'bridge', 'shell']);
  if (only !== undefined && random.chance(0.2)) return serverEntry(only, random);
  return fields(['mcpServers', serverMap(random, drafts(random))]);
}

function libreEntry(draft: Draft, random: Random): Fields {
  const entry: (readonly [string, Node])[] = [...serverEntry(draft, random).fields];
  if (isRemote(draft) && random.chance(0.25))
    entry.push([
      'apiKey',
      fields(
        ['source', 'admin'],
        ['authorization_type', 'bearer'],
        ['key', supply(random).key('librechat apiKey', plain).value],
      ),
    ]);
  if (isRemote(draft) && random.chance(0.2))
    entry.push([
      'oauth',
      fields(
        ['authorization_url', 'https://auth.example.com/authorize'],
        ['token_url', 'https://auth.example.com/token'],
        ['client_id', negative('librechat', 'oauth:client-id')],
        ['client_secret', supply(random).key('librechat oauth', plain).value],
      ),
    ]);
  if (random.chance(0.15))
    entry.push([
      'customUserVars',
      fields(['API_KEY', fields(['title', 'API key'], ['description', 'Create one at https://example.com'])]),
    ]);
  return unique([...entry, ...(random.chance(0.3) ? [['serverInstructions', true] as const] : [])]);
}

function librechat(random: Random): Node {
  const others: [string, Node][] = [
    ['cache', true],
    ['interface', fields(['privacyPolicy', fields(['externalUrl', 'https://example.com/privacy'])])],
    [
      'endpoints',
      fields([
        'custom',
        [
          fields(
            ['name', 'groq'],
            ['apiKey', negative('${GROQ_API_KEY}', 'reference:braces')],
            ['baseURL', 'https://api.groq.com/openai/v1/'],
            ['models', fields(['default', ['llama-3.3-70b-versatile']])],
          ),
        ],
      ]),
    ],
    ['registration', fields(['socialLogins', ['github', 'google']])],
  ];
  const map = entryMap(drafts(random), (draft) => libreEntry(draft, random));
  return fields(
    ['version', '1.2.8'],
    ...random.shuffle([...some(random, others), ['mcpServers', map] as const]),
  );
}

function dockerCatalog(random: Random): Node {
  const entries = makeServers(random, random.int(1, 3), ['package', 'remote']).map(
    (draft): [string, Node] => {
      const variables = draft.env.map(([name, value]) => fields(['name', name], ['value', value]));
      const head: [string, Node][] = [
        ['description', 'Official server; needs a token'],
        ['title', draft.name],
        ['type', isRemote(draft) ? 'remote' : 'server'],
      ];
      if (isRemote(draft))
        return [
          draft.name,
          fields(...head, [
            'remote',
            fields(
              ['transport_type', 'streamable-http'],
              ['url', draft.url],
              ['headers', { fields: draft.headers }],
            ),
          ]),
        ];
      return [
        draft.name,
        fields(
          ...head,
          ['image', negative(fill('mcp/acme@sha256:{x:64}', random), 'image-digest')],
          ['command', draft.args],
          ['env', [...variables, fields(['name', 'BASE_URL'], ['value', '{{acme.url}}'])]],
          [
            'secrets',
            [
              fields(
                ['name', 'acme.api_key'],
                ['env', 'ACME_API_KEY'],
                ['example', negative('<API_KEY>', 'placeholder:angle')],
              ),
            ],
          ],
          ['volumes', ['{{acme.path}}:/data']],
        ),
      ];
    },
  );
  return fields(['version', 3], ['name', 'acme'], ['displayName', 'Acme'], ['registry', { fields: entries }]);
}

/** An argument or a variable as the registry writes it. */
function input(random: Random, name: string, value: Node, snake: boolean): Fields {
  return fields(
    ['name', name],
    ['description', 'API key for the service'],
    [snake ? 'is_required' : 'isRequired', true],
    [snake ? 'is_secret' : 'isSecret', true],
    [random.pick(['value', 'default']), value],
  );
}

function registryServer(random: Random): Node {
  const snake = random.chance(0.3);
  const own = supply(random);
  const first = own.key('registry variable', plain);
  const variables: Node[] = [
    input(random, first.name, first.value, snake),
    fields(['name', 'LOG_LEVEL'], ['default', 'info'], ['choices', ['info', 'debug']]),
    fields(['name', 'ACME_TOKEN'], ['description', 'Token'], [snake ? 'is_secret' : 'isSecret', true]),
  ];
  const entries: [string, Node][] = [
    ['$schema', 'https://static.modelcontextprotocol.io/schemas/2025-10-17/server.schema.json'],
    ['name', 'io.github.acme/tools'],
    ['description', 'Tools that need an API key'],
    ['repository', fields(['url', 'https://github.com/acme/tools'], ['source', 'github'])],
    ['version', '1.0.2'],
    [
      'packages',
      [
        fields(
          [snake ? 'registry_type' : 'registryType', 'npm'],
          ['identifier', '@acme/mcp-tools'],
          ['version', '1.0.2'],
          ['transport', fields(['type', 'stdio'])],
          [snake ? 'environment_variables' : 'environmentVariables', variables],
        ),
      ],
    ],
  ];
  if (random.chance(0.4)) {
    const { value } = own.key('registry header', plain);
    entries.push([
      'remotes',
      [
        fields(
          ['type', 'streamable-http'],
          ['url', 'https://mcp.example.com/mcp'],
          [
            'headers',
            [
              fields(
                ['name', 'Authorization'],
                [snake ? 'is_secret' : 'isSecret', true],
                ['value', join('Bearer ', value)],
              ),
            ],
          ],
        ),
      ],
    ]);
  }
  return fields(...entries);
}

/** Hosts with a window, and servers that are hosts. */
export const APPLICATION_HOSTS: readonly HostKind[] = [
  {
    id: 'windsurf',
    weight: 18,
    relaxed: false,
    build: windsurf,
    path: (r) => r.pick(['.codeium/windsurf/mcp_config.json', '.codeium/mcp_config.json']),
  },
  {
    id: 'zed',
    weight: 18,
    relaxed: true,
    build: zed,
    path: (r) =>
      r.pick(['.config/zed/settings.json', '.zed/settings.json', 'AppData/Roaming/Zed/settings.json']),
  },
  {
    id: 'continue',
    weight: 15,
    dialect: 'yaml',
    relaxed: false,
    build: continueConfig,
    path: (r) =>
      r.pick(['.continue/config.yaml', '.continue/mcpServers/tools.yaml', '.continue/mcpServers/github.yml']),
  },
  {
    id: 'continue',
    weight: 4,
    relaxed: true,
    build: continueJson,
    path: () => '.continue/mcpServers/tools.json',
  },
  {
    id: 'lm-studio',
    weight: 3,
    relaxed: false,
    build: (r) => fields(['mcpServers', serverMap(r, drafts(r))]),
    path: () => '.lmstudio/mcp.json',
  },
  {
    id: 'librechat',
    weight: 8,
    dialect: 'yaml',
    relaxed: false,
    build: librechat,
    path: (r) => r.pick(['librechat.yaml', 'deploy/librechat.yaml']),
  },
  {
    id: 'docker-mcp',
    weight: 4,
    dialect: 'yaml',
    relaxed: false,
    build: dockerCatalog,
    path: () => '.docker/mcp/catalogs/acme.yaml',
  },
  { id: 'registry', weight: 4, relaxed: false, build: registryServer, path: () => 'server.json' },
];
