import { setEnv, setExtra, setHeader } from './carrier.ts';
import { harmlessConnection } from './connection.ts';
import type { Draft } from './draft.ts';
import { join, negative, optional } from './marked.ts';
import { placeholder } from './placeholder.ts';
import type { Random } from './random.ts';
import { reference } from './reference.ts';
import { setting } from './setting.ts';
import { fill } from './shape.ts';
import { fields, type Node } from './tree.ts';

const ARGUMENTS: readonly (readonly [kind: string, ...args: string[]])[] = [
  ['arg:limit', '--token-limit', '32000'],
  ['arg:limit', '--max-tokens=8192'],
  ['arg:limit', '--max-output-tokens', '4096'],
  ['arg:path', '--key-file', '/etc/mcp/tls.key'],
  ['arg:path', '--password-file=/run/secrets/pw'],
  ['arg:path', '--env-file', '.env.local'],
  ['arg:path', '--token-file', '~/.config/mcp/token'],
  ['arg:path', '--config', '/Users/dev/.config/mcp/{U}.json'],
  ['arg:path', '--config=./config/production.yaml'],
  ['arg:url', '--token-url', 'https://auth.example.com/oauth/token'],
  ['arg:url', '--auth-server', 'https://acme.okta.com/oauth2/default'],
  ['arg:setting', '--auth-type', 'bearer'],
  ['arg:setting', '--no-auth'],
  ['arg:setting', '--auth', 'none'],
  ['arg:setting', '--password-stdin'],
  ['arg:setting', '--api-key-header', 'X-API-Key'],
  ['arg:setting', '--api-key-env', 'OPENAI_API_KEY'],
  ['arg:setting', '--token-env=GITHUB_TOKEN'],
  ['arg:setting', '--key-prefix', 'mcp:'],
  ['arg:setting', '--toolsets', 'repos,issues,pull_requests'],
  ['arg:setting', '--tokenizer', 'cl100k_base'],
  ['arg:id', '--client-id', '{U}'],
  ['arg:id', '--project-ref={z:20}'],
  ['arg:id', '--project-id', '{U}'],
  ['arg:id', '--workspace', '{x:32}'],
  ['arg:id', '--tenant-id={U}'],
  ['arg:id', '--database-id', '{x:32}'],
  ['arg:id', '--key-id', '{Z:10}'],
  ['arg:id', '--account-id={x:32}'],
  ['arg:port', '-p', '5432'],
  ['arg:port', '--port=8080'],
  ['arg:model', '--model', 'claude-sonnet-4-5-20250929'],
  ['arg:hash', '--integrity', 'sha512-{b:86}=='],
  ['arg:hash', '--revision={x:40}'],
  ['arg:header', '--header', 'Accept: application/json'],
  ['arg:header', '--header', 'X-Org-Id: {U}'],
  ['arg:header', '-H', 'Notion-Version: 2022-06-28'],
  ['arg:path', '/Users/dev/Projects/{U}/src'],
  ['arg:path', 'C:\\Users\\dev\\AppData\\Roaming\\Claude\\data'],
  ['arg:path', '/Users/dev/Library/Mobile Documents/com~apple~CloudDocs/Notes'],
  ['arg:file', './tokens.json'],
  ['arg:allow-list', '--allowed-hosts', 'api.example.com,*.internal.example.com'],
  [
    'arg:user-agent',
    '--user-agent',
    'ModelContextProtocol/1.0 (Autonomous; +https://github.com/modelcontextprotocol/servers)',
  ],
];

const HEADERS: readonly (readonly [name: string, shape: string])[] = [
  ['Accept', 'application/json, text/event-stream'],
  ['Content-Type', 'application/json'],
  ['User-Agent', 'mcp-client/1.4.0 (+https://example.com)'],
  ['Origin', 'https://app.example.com'],
  ['X-Request-Id', '{U}'],
  ['anthropic-version', '2023-06-01'],
  ['Notion-Version', '2022-06-28'],
  ['X-GitHub-Api-Version', '2022-11-28'],
  ['X-MCP-Toolsets', 'repos,issues,actions'],
  ['X-MCP-Readonly', 'true'],
  ['X-Org-Id', '{U}'],
  ['X-Project-Id', '{x:24}'],
  ['OpenAI-Organization', 'org-{a:24}'],
  ['CF-Access-Client-Id', '{x:32}.access'],
  ['X-Auth-Email', 'jane@example.com'],
  ['X-RapidAPI-Host', 'weather.p.rapidapi.com'],
  ['X-Algolia-Application-Id', '{Z:10}'],
  ['X-Tenant', 'acme-prod-eu'],
  ['X-SigNoz-URL', 'https://signoz.example.com'],
  ['x-goog-user-project', 'acme-prod-123456'],
];

/** Adds what is not a credential: settings, ids, stand-ins, references. */
export function addNoise(random: Random, draft: Draft): void {
  const more = random.int(0, draft.base === 'remote' ? 2 : 4);
  for (let count = 0; count < more; count += 1) {
    const draw = random.next();
    if (draft.base === 'remote') addHeader(random, draft, draw);
    else if (draft.base === 'package' && draw < 0.4) addArguments(random, draft);
    else if (draft.base === 'docker' && draw < 0.4) addDocker(random, draft);
    else addVariable(random, draft, draw);
  }
  if (random.chance(0.2)) setExtra(draft, ...random.pick(PROPERTIES)(random));
  if (draft.base === 'remote' && random.chance(0.15)) setExtra(draft, 'oauth', publicClient(random));
}

/** Members of an entry that carry no secret. */
const PROPERTIES: readonly ((random: Random) => [string, Node])[] = [
  () => ['cwd', negative('C:\\Users\\dev\\src\\mcp', 'property:path')],
  () => ['envFile', negative('${workspaceFolder}/.env.secrets', 'property:path')],
  (r) => [
    'gallery',
    negative(fill('https://api.mcp.github.com/2025-09-15/v0/servers/{U}', r), 'property:url'),
  ],
  (r) => ['fromGalleryId', negative(fill('{U}', r), 'property:id')],
  (r) => ['id', negative(fill('{x:24}', r), 'property:id')],
  () => ['tools', ['*']],
  () => ['note', negative('Token lives in 1Password, see the wiki: API_KEY=<ask ops>', 'property:text')],
  () => [
    'icon',
    negative(
      `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8'}/9hAAAAGXRFWHRTb2Z0d2FyZQBB`,
      'property:data-uri',
    ),
  ],
  (r) => ['sha256', negative(fill('{x:64}', r), 'property:hash')],
  () => ['env_keys', ['GITHUB_TOKEN', 'SLACK_BOT_TOKEN']],
];

/** What an OAuth client may tell everybody. */
function publicClient(random: Random): Node {
  const id = random.pick([
    '{U}',
    '{x:32}',
    '0oa{a:17}',
    'Iv23li{a:14}',
    '{d:12}-{z:32}.apps.googleusercontent.com',
  ]);
  return fields(
    ['clientId', negative(fill(id, random), 'oauth:client-id')],
    ['callbackPort', 8912],
    [
      'authServerMetadataUrl',
      negative(
        fill('https://login.microsoftonline.com/{U}/v2.0/.well-known/openid-configuration', random),
        'oauth:url',
      ),
    ],
    ['scopes', 'openid offline_access repo:read'],
  );
}

function addVariable(random: Random, draft: Draft, draw: number): void {
  if (draw > 0.93) {
    const { name, text } = harmlessConnection(random);
    setEnv(draft, name, text);
    return;
  }
  const { name, value } = setting(random);
  setEnv(draft, name, value);
}

function addHeader(random: Random, draft: Draft, draw: number): void {
  if (draw < 0.05) {
    const sample = Buffer.from(
      random.pick(['user:password', 'username:password', 'your-email:your-token']),
    ).toString('base64');
    setHeader(draft, 'Authorization', join('Basic ', negative(sample, 'placeholder:basic')));
    return;
  }
  if (draw < 0.1) {
    setHeader(
      draft,
      random.pick(['Mcp-Session-Id', 'X-CSRF-Token']),
      optional(fill('{U}', random), 'protocol'),
    );
    return;
  }
  const [name, shape] = random.pick(HEADERS);
  setHeader(draft, name, negative(fill(shape, random), 'header:plain'));
}

function addArguments(random: Random, draft: Draft): void {
  const [kind, ...args] = random.pick(ARGUMENTS);
  args.forEach((arg, index) => {
    draft.args.push(index === args.length - 1 ? negative(fill(arg, random), kind) : arg);
  });
}

function addDocker(random: Random, draft: Draft): void {
  const { name, value } = setting(random);
  const [variable, plain] = /^[\w.:/,@+=-]+$/.test(value.text)
    ? [name, value]
    : ['LOG_LEVEL', negative('info', 'setting:plain')];
  const which = random.int(0, 3);
  if (which === 0) draft.args.push('-e', name);
  else if (which === 1) draft.args.push('--env-file', random.pick(['.env', '/etc/mcp/mcp.env']));
  else if (which === 2) draft.args.push('-e', join(`${variable}=`, plain));
  else {
    const load = random.chance(0.5)
      ? reference(random, 'GITHUB_TOKEN', notSpaced)
      : placeholder(random, 'GITHUB_TOKEN', notSpaced);
    draft.args.push('-e', join('GITHUB_TOKEN=', load));
  }
}

const notSpaced = (value: string): boolean => !/\s/.test(value);
