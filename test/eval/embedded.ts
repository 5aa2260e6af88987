import { type Draft, serverEntry } from './draft.ts';
import { makeServers, serverMap } from './host.ts';
import { asMarked, join, type Marked, negative, optional, sliced } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';
import { splitCommand } from './split-command.ts';
import { type Fields, fields, isFields, type Node, type Style, writeTree } from './tree.ts';
import { writeToml } from './write-toml.ts';
import { writeYaml } from './write-yaml.ts';

/** A block of a text, and what it says it is written in. */
export interface Block {
  readonly language: string;
  readonly body: Marked;
  /** It holds texts of several lines, so that nothing may be put in front of its lines. */
  readonly rigid?: boolean;
}

const WRAPPERS = [
  'mcpServers',
  'mcpServers',
  'mcpServers',
  'servers',
  'context_servers',
  'mcp',
  'amp.mcpServers',
];

function style(random: Random, eol: Style['eol'], comments: boolean): Style {
  return {
    indent: random.pick(['  ', '  ', '  ', '    ', '\t']),
    eol,
    comments,
    trailingCommas: comments && random.chance(0.3),
    shortLists: random.chance(0.6),
    escapes: random.pick([0, 0, 0, 0.1]),
  };
}

function servers(random: Random): Draft[] {
  return makeServers(random, random.pick([1, 1, 1, 1, 2, 3]));
}

/** Entries as the host of the wrapper has them. */
function wrapped(random: Random, drafts: readonly Draft[]): Fields {
  const wrapper = random.pick(WRAPPERS);
  const map =
    wrapper === 'mcp'
      ? { fields: drafts.map((draft) => [draft.name, listed(random, draft)] as const) }
      : serverMap(random, drafts, random.pick(['url', 'url', 'serverUrl', 'httpUrl']));
  return fields([wrapper, map]);
}

/** Without a wrapper an address alone tells nobody that it is a server's, unless it says so itself. */
function telling(random: Random): Draft[] {
  for (;;) {
    const drafts = servers(random);
    if (drafts.every(({ base, url }) => base !== 'remote' || /mcp|\/sse/.test(asMarked(url).text)))
      return drafts;
  }
}

/** With the command as a list. */
function listed(random: Random, draft: Draft): Fields {
  if (draft.base === 'remote') return serverEntry(draft, random);
  return fields(
    ['type', 'local'],
    ['command', [...splitCommand(draft.command), ...draft.args]],
    ['environment', { fields: draft.env }],
    ['enabled', true],
  );
}

/** A JSON config, whole or without what is around it. */
export function jsonBlock(random: Random, eol: Style['eol']): Block {
  const comments = random.chance(0.2);
  const language = comments
    ? random.pick(['jsonc', 'json', 'json5', 'js'])
    : random.pick(['json', 'json', 'json', 'jsonc', 'JSON', '']);
  const draw = random.next();
  const write = (node: Node): Marked => writeTree(node, style(random, eol, comments), random);
  if (draw < 0.72) return { language, body: write(wrapped(random, servers(random))) };
  if (draw < 0.86) return { language, body: withoutBraces(write(wrapped(random, servers(random)))) };
  if (draw < 0.93) return { language, body: withoutBraces(write(inner(wrapped(random, telling(random))))) };
  if (draw < 0.97) return { language, body: elided(write(wrapped(random, servers(random))), eol) };
  const [draft] = telling(random) as [Draft];
  return { language, body: write(serverEntry(draft, random)) };
}

const inner = (root: Fields): Node => root.fields[0]?.[1] ?? root;

function withoutBraces(text: Marked): Marked {
  const start = text.text.indexOf('{') + 1;
  const end = text.text.lastIndexOf('}');
  const body = text.text.slice(start, end);
  const lead = /^[\r\n]*/.exec(body)?.[0].length ?? 0;
  return sliced(text, start + lead, start + body.trimEnd().length);
}

/** Readers are to think of more entries where the dots are. */
function elided(text: Marked, eol: string): Marked {
  const at = text.text.indexOf('{', text.text.indexOf('{') + 1) + 1;
  return join(sliced(text, 0, at), `${eol}    ...${eol}`, sliced(text, at, text.text.length));
}

export function tomlBlock(random: Random): Block {
  const map = { fields: servers(random).map((draft) => [draft.name, codexLike(draft)] as const) };
  return { language: 'toml', body: writeToml(fields(['mcp_servers', map]), random), rigid: true };
}

const codexLike = (draft: Draft): Fields =>
  draft.base === 'remote'
    ? fields(
        ['url', draft.url],
        ...(draft.headers.length > 0 ? [['http_headers', { fields: draft.headers }] as const] : []),
      )
    : fields(['command', draft.command], ['args', draft.args], ['env', { fields: draft.env }]);

export function yamlBlock(random: Random): Block {
  const drafts = servers(random);
  const root = random.pick<() => Fields>([
    () => fields(['mcpServers', serverMap(random, drafts)]),
    () =>
      fields([
        'mcpServers',
        drafts.map((draft) => fields(['name', draft.name], ...serverEntry(draft, random).fields)),
      ]),
    () =>
      fields([
        'extensions',
        {
          fields: drafts.map((draft) => [
            draft.name,
            draft.base === 'remote'
              ? fields(
                  ['type', 'streamable_http'],
                  ['uri', draft.url],
                  ['headers', { fields: draft.headers }],
                )
              : fields(
                  ['type', 'stdio'],
                  ['cmd', draft.command],
                  ['args', draft.args],
                  ['envs', { fields: draft.env }],
                ),
          ]),
        },
      ]),
  ])();
  return {
    language: random.pick(['yaml', 'yaml', 'yml']),
    body: writeYaml(unrepeated(root), random),
    rigid: true,
  };
}

/** YAML has no key twice. */
function unrepeated(root: Fields): Fields {
  return {
    fields: root.fields
      .filter(([key], index) => root.fields.findIndex(([other]) => other === key) === index)
      .map(
        ([key, value]) =>
          [
            key,
            isFields(value)
              ? unrepeated(value)
              : Array.isArray(value)
                ? value.map((item: Node) => (isFields(item) ? unrepeated(item) : item))
                : value,
          ] as const,
      ),
  };
}

/** Blocks of a text in which no server is configured, whatever they hold. */
export const OTHER_BLOCKS: readonly ((random: Random) => Block)[] = [
  (r) => ({
    language: 'json',
    body: join(
      '{\n  "access_token": "',
      negative(fill('gho_{a:36}', r), 'outside:block'),
      '",\n  "token_type": "bearer",\n  "scope": "repo"\n}\n',
    ),
  }),
  (r) => ({
    language: 'json',
    body: join(
      '{\n  "id": 42,\n  "user": { "login": "jane" },\n  "apiKey": "',
      negative(fill('{x:32}', r), 'outside:block'),
      '",\n  "createdAt": "2026-01-01T00:00:00Z"\n}\n',
    ),
  }),
  (r) => ({
    language: 'json',
    body: join(
      '{\n  "name": "acme-mcp",\n  "version": "1.0.0",\n  "bin": { "acme-mcp": "dist/index.js" },\n  "scripts": { "start": "node dist/index.js" },\n  "config": { "commit": "',
      negative(fill('{x:40}', r), 'hash'),
      '" }\n}\n',
    ),
  }),
  (r) => ({
    language: r.pick(['bash', 'sh', 'console', '']),
    body: join(
      'curl -H "Authorization: Bearer ',
      negative(r.pick(['YOUR_TOKEN', '<token>', '$TOKEN', 'ghp_xxxx']), 'placeholder:curl'),
      '" \\\n  https://api.example.com/v1/items\n',
    ),
  }),
  (r) => ({
    language: 'bash',
    body: join(
      'curl https://api.example.com/v1/items -H "X-Api-Key: ',
      optional(fill('{a:32}', r), 'outside:curl'),
      '"\n',
    ),
  }),
  (r) => ({
    language: r.pick(['', 'dotenv', 'env', 'ini']),
    body: join(
      'GITHUB_TOKEN=',
      negative(r.pick(['ghp_xxxx', 'your-token', '<your-key>', '']) || 'xxx', 'placeholder:dotenv'),
      '\nLOG_LEVEL=info\n',
    ),
  }),
  (r) => ({
    language: 'dotenv',
    body: join('API_TOKEN=', optional(fill('{a:40}', r), 'outside:dotenv'), '\n'),
  }),
  (r) => ({
    language: 'python',
    body: join(
      'client = Client(api_key="',
      optional(fill('{a:40}', r), 'outside:python'),
      '")\nprint(client.tools())\n',
    ),
  }),
  (r) => ({
    language: r.pick(['ts', 'js', 'typescript']),
    body: join(
      "const client = new OpenAI({ apiKey: '",
      optional(fill('{a:40}', r), 'outside:script-block'),
      "' });\n",
    ),
  }),
  (r) => ({
    language: 'yaml',
    body: join(
      'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    env:\n      API_TOKEN: ',
      negative(`\${{ secrets.${r.pick(['API_TOKEN', 'TOKEN'])} }}`, 'reference:actions'),
      '\n',
    ),
  }),
  (r) => ({
    language: 'json',
    body: join(
      '{\n  "jsonrpc": "2.0",\n  "method": "tools/call",\n  "params": { "name": "search", "arguments": { "sha": "',
      negative(fill('{x:40}', r), 'hash'),
      '" } }\n}\n',
    ),
  }),
  (r) => ({
    language: 'diff',
    body: join(
      '-  "GITHUB_TOKEN": "',
      optional(fill('ghp_{a:36}', r), 'outside:diff'),
      '"\n+  "GITHUB_TOKEN": "${GITHUB_TOKEN}"\n',
    ),
  }),
];
