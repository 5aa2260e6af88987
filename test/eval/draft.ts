import { negative, type Text } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';
import { type Fields, fields, type Node } from './tree.ts';

/** How a server is reached; decides which carriers fit. */
export type Base = 'package' | 'docker' | 'bridge' | 'shell' | 'remote';

/** A server while it is being put together. */
export interface Draft {
  readonly base: Base;
  readonly name: string;
  command: Text;
  args: Node[];
  /** Arguments behind the image of a container. */
  readonly tail: Node[];
  readonly env: [string, Node][];
  url: Text;
  readonly headers: [string, Node][];
  readonly extra: [string, Node][];
}

const SERVERS =
  'github gitlab slack notion linear postgres mysql mongodb redis brave-search tavily exa firecrawl supabase figma sentry stripe context7 filesystem memory puppeteer playwright sequential-thinking jira atlassian confluence grafana datadog pagerduty airtable hubspot salesforce shopify n8n zapier make discord telegram obsidian todoist asana clickup trello monday google-maps gmail google-calendar google-drive youtube twitter reddit shodan elevenlabs replicate openai perplexity kagi apify browserbase e2b neon planetscale snowflake databricks bigquery neo4j qdrant pinecone weaviate chroma elasticsearch clickhouse aws azure gcp cloudflare vercel netlify railway render digitalocean terraform kubernetes docker home-assistant'.split(
    ' ',
  );
const ODD_NAMES = [
  'My Server',
  'github.com',
  'acme/api',
  'prod:db',
  'env',
  'headers',
  'servers',
  'mcpServers',
  'データベース',
  'server 🚀',
  'a"b',
  'token',
  'api-key',
  'default',
  '1',
  'args',
];
const SCOPES = ['@modelcontextprotocol/server-', '@acme/mcp-', 'mcp-server-', '@smithery/', 'mcp-'];

/** A server without any credential yet. */
export function draftServer(random: Random, base: Base, taken: ReadonlySet<string>): Draft {
  let name = random.chance(0.06) ? random.pick(ODD_NAMES) : random.pick(SERVERS);
  while (taken.has(name)) name = `${random.pick(SERVERS)}-${random.int(2, 99)}`;
  const draft: Draft = {
    base,
    name,
    command: '',
    args: [],
    tail: [],
    env: [],
    url: '',
    headers: [],
    extra: [],
  };
  if (base === 'package') startPackage(random, draft);
  if (base === 'docker') {
    draft.command = random.pick([
      'docker',
      'docker',
      'podman',
      '/usr/local/bin/docker',
      'C:\\Program Files\\Docker\\Docker\\resources\\bin\\docker.exe',
    ]);
    draft.args = [
      'run',
      '-i',
      '--rm',
      ...random.pick([
        [],
        ['--init'],
        ['--network', 'host'],
        ['-p', '8080:8080'],
        ['--pull=always'],
        ['-v', '/Users/dev/data:/data:ro'],
      ]),
    ];
  }
  if (base === 'remote') draft.url = remoteUrl(random, draft.name);
  return draft;
}

/** The image, last of the arguments of `docker run`. */
export function image(random: Random): Node {
  return random.pick<() => Node>([
    () => 'mcp/github',
    () => 'ghcr.io/github/github-mcp-server',
    () => negative(fill('mcp/grafana@sha256:{x:64}', random), 'image-digest'),
    () => negative(fill('ghcr.io/acme/mcp:{x:40}', random), 'image-digest'),
    () => 'docker.io/acme/mcp-server:1.4.2',
    () => 'hashicorp/terraform-mcp-server:0.3',
  ])();
}

/** An endpoint without a secret in it. */
export function remoteUrl(random: Random, name: string): Text {
  const host = /^[a-z0-9-]+$/.test(name) ? name : 'tools';
  return random.pick<() => Text>([
    () => `https://mcp.${host}.com/mcp`,
    () => `https://mcp.${host}.app/sse`,
    () => `https://api.${host}.com/v1/mcp`,
    () => 'https://api.githubcopilot.com/mcp/',
    () => 'https://mcp.internal.example.com/mcp?toolsets=repos,issues&read_only=true',
    () => 'http://localhost:3845/mcp',
    () => `https://${host}.example.workers.dev/sse`,
    () =>
      negative(
        fill('https://mcp.supabase.com/mcp?project_ref={z:20}&read_only=true', random),
        'url:id-query',
      ),
    () => negative(fill('https://mcp.example.com/v1/tenants/{U}/mcp', random), 'url:id-path'),
    () =>
      negative(
        fill('https://acme.cloudfunctions.net/mcp?version=2025-06-18&client_id={U}', random),
        'url:id-query',
      ),
  ])();
}

function startPackage(random: Random, draft: Draft): void {
  const clean = /^[a-z0-9-]+$/.test(draft.name) ? draft.name : 'tools';
  const name = `${random.pick(SCOPES)}${clean}`;
  const [command, args] = random.pick<() => [Text, Node[]]>([
    () => ['npx', ['-y', name]],
    () => ['npx', ['-y', `${name}@${random.pick(['latest', '1.2.3', '0.6.2-beta.1', '2025.4.8'])}`]],
    () => ['npx', ['--yes', '--package', name, clean]],
    () => ['cmd', ['/c', 'npx', '-y', name]],
    () => ['uvx', [name]],
    () => [
      'uvx',
      [
        '--from',
        negative(fill(`git+https://github.com/acme/${clean}@{x:40}`, random), 'git-revision'),
        clean,
      ],
    ],
    () => ['uv', ['--directory', `/Users/dev/src/${clean}`, 'run', 'server.py']],
    () => ['node', [`/Users/dev/src/${clean}/dist/index.js`]],
    () => ['node', ['--max-old-space-size=4096', `C:\\Users\\dev\\${clean}\\build\\index.js`]],
    () => [
      negative(fill('/nix/store/{z:32}-nodejs-22.11.0/bin/node', random), 'path:command'),
      ['./server.js'],
    ],
    () => ['python', ['-m', `${clean.replaceAll('-', '_')}_mcp`]],
    () => ['python3', [`/opt/${clean}/main.py`]],
    () => ['bunx', [name]],
    () => ['deno', ['run', '-A', `jsr:@acme/${clean}`]],
    () => ['pipx', ['run', name]],
    () => [`/opt/homebrew/bin/${clean}-mcp`, ['stdio']],
    () => ['dotnet', ['run', '--project', `src/${clean}.csproj`]],
    () => [
      'go',
      ['run', `github.com/acme/${clean}@v0.0.0-20250101120000-${random.chars('0123456789abcdef', 12)}`],
    ],
    () => ['java', ['-jar', `/opt/${clean}.jar`]],
    () => ['npx', ['-y', '@smithery/cli@latest', 'run', `@acme/${clean}`]],
  ])();
  draft.command = command;
  draft.args = args;
}

/** The entry as most hosts want it. */
export function serverEntry(draft: Draft, random: Random, urlKey = 'url'): Fields {
  const entries: [string, Node][] = [];
  if (draft.base === 'remote') {
    if (random.chance(0.7)) entries.push(['type', random.pick(['http', 'http', 'sse', 'streamable-http'])]);
    entries.push([urlKey, draft.url]);
    if (draft.headers.length > 0) entries.push(['headers', { fields: draft.headers }]);
  } else {
    if (random.chance(0.3)) entries.push(['type', 'stdio']);
    entries.push(['command', draft.command]);
    if (draft.args.length > 0 || random.chance(0.5)) entries.push(['args', draft.args]);
    if (draft.env.length > 0 || random.chance(0.1)) entries.push(['env', { fields: draft.env }]);
  }
  entries.push(...draft.extra);
  const noise = random.pick<readonly [string, Node][]>([
    [],
    [],
    [],
    [['disabled', false]],
    [['timeout', 60000]],
    [['autoApprove', ['search', 'fetch']]],
    [['description', 'Search the docs; set the token first']],
    [['alwaysAllow', []]],
  ]);
  const ordered = random.chance(0.2) ? random.shuffle(entries) : entries;
  return fields(...ordered, ...noise);
}
