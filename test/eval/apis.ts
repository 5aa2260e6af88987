import { type Draft, serverEntry } from './draft.ts';
import { makeServers } from './host.ts';
import { asMarked, join, type Marked } from './marked.ts';
import type { Random } from './random.ts';
import { decoySupply, type Supply, secretSupply } from './supply.ts';
import { isFields, isText, type Node } from './tree.ts';
import type { ScriptWriter } from './write-script.ts';

/** A way for code to configure servers. */
export interface Api {
  readonly id: string;
  readonly weight: number;
  readonly imports: readonly string[];
  /** Statements, at the start of a line. */
  readonly write: (random: Random, writer: ScriptWriter) => Marked;
}

const LOCAL = ['package', 'docker', 'bridge', 'shell'] as const;
const supply = (random: Random): Supply => (random.chance(0.75) ? secretSupply(random) : decoySupply(random));
const plain = (value: string): boolean => !/\s/.test(value) && value.length < 600;

const local = (random: Random): Draft => makeServers(random, 1, LOCAL)[0] as Draft;
const remote = (random: Random): Draft => makeServers(random, 1, ['remote'])[0] as Draft;
const several = (random: Random): Draft[] => makeServers(random, random.pick([1, 1, 2, 2, 3]));
/** Without a wrapper these names would be one. */
const WRAPPERS = new Set(['servers', 'mcpServers', 'env', 'headers', 'args']);

/** What a host takes of an entry: no members of other hosts. */
const COMMON = new Set(['type', 'command', 'args', 'env', 'url', 'headers', 'cwd', 'timeout']);
function entryOf(draft: Draft, random: Random, indent: number, writer: ScriptWriter): Marked {
  const kept = serverEntry(draft, random).fields.filter(([key]) => COMMON.has(key));
  return writer.record(
    kept.map(
      ([key, value]) =>
        [
          key,
          key === 'env' ? envOf(value, random, indent + 1, writer) : writer.value(value, indent + 1),
        ] as const,
    ),
    indent,
  );
}

/** Often with all of the program's own variables in front. */
function envOf(env: Node, random: Random, indent: number, writer: ScriptWriter): Marked {
  if (!isFields(env)) return writer.value(env, indent);
  const more = random.pick([[], [], [], ['...process.env'], ['...getDefaultEnvironment()']]);
  return writer.object(env, indent, more);
}

function launchMembers(
  draft: Draft,
  random: Random,
  indent: number,
  writer: ScriptWriter,
): [string, Marked][] {
  const env: [string, Marked][] =
    draft.env.length > 0 ? [['env', envOf({ fields: draft.env }, random, indent + 1, writer)]] : [];
  return [['command', writer.text(draft.command)], ['args', writer.value(draft.args, indent + 1)], ...env];
}

/** An object, `new Headers(…)` or pairs, as `fetch` takes them. */
function headersOf(draft: Draft, random: Random, indent: number, writer: ScriptWriter): Marked {
  const form = random.int(0, 5);
  if (form === 4) return join('new Headers(', writer.object({ fields: draft.headers }, indent), ')');
  if (form === 5)
    return writer.array(
      draft.headers.map(([name, value]) =>
        writer.array([writer.text(name), writer.value(value, indent + 2)], indent + 1),
      ),
      indent,
    );
  return writer.object({ fields: draft.headers }, indent);
}

const address = (draft: Draft, writer: ScriptWriter): Marked => join('new URL(', writer.text(draft.url), ')');

function requestOf(draft: Draft, random: Random, indent: number, writer: ScriptWriter): [string, Marked][] {
  if (draft.headers.length === 0) return [];
  return [
    ['requestInit', writer.record([['headers', headersOf(draft, random, indent + 2, writer)]], indent + 1)],
  ];
}

function mapOf(drafts: readonly Draft[], random: Random, indent: number, writer: ScriptWriter): Marked {
  return writer.record(
    drafts.map((draft) => [draft.name, entryOf(draft, random, indent + 1, writer)] as const),
    indent,
  );
}

const call = (before: string, code: Marked, writer: ScriptWriter, after = ')'): Marked =>
  join(before, code, after, writer.end, writer.eol);

/** One line that a shell would read. */
function commandLine(draft: Draft): Marked {
  const words = [draft.command, ...draft.args].filter(isText).map(asMarked);
  return join(...words.flatMap((word, index) => (index === 0 ? [word] : [' ', word])));
}

/** Words without white space or quotes, so that they can stand in one line. */
function bareLaunch(random: Random): Draft {
  for (;;) {
    const draft = local(random);
    const words = [draft.command, ...draft.args];
    if (words.every((word) => isText(word) && /^[\w.~:+/=@,-]+$/.test(asMarked(word).text))) return draft;
  }
}

/** The fourteen that are documented, and plain objects. */
export const APIS: readonly Api[] = [
  {
    id: 'mcp-sdk-stdio',
    weight: 16,
    imports: [
      "import { Client } from '@modelcontextprotocol/sdk/client/index.js'",
      "import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'",
    ],
    write: (r, w) =>
      call('const transport = new StdioClientTransport(', w.record(launchMembers(local(r), r, 0, w), 0), w),
  },
  {
    id: 'mcp-sdk-http',
    weight: 16,
    imports: [
      "import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'",
      "import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js'",
    ],
    write: (r, w) => {
      const draft = remote(r);
      const options = requestOf(draft, r, 0, w);
      const name = r.pick([
        'StreamableHTTPClientTransport',
        'StreamableHTTPClientTransport',
        'SSEClientTransport',
      ]);
      const url = r.chance(0.85) ? address(draft, w) : w.text(draft.url);
      return call(
        `const transport = new ${name}(`,
        options.length > 0 ? join(url, ', ', w.record(options, 0)) : url,
        w,
      );
    },
  },
  {
    id: 'mcp-sdk-auth',
    weight: 5,
    imports: [
      "import { ClientCredentialsProvider, StaticPrivateKeyJwtProvider } from '@modelcontextprotocol/client'",
    ],
    write: (r, w) => {
      const value = supply(r).key('code client secret', plain).value;
      return call(
        'const authProvider = new ClientCredentialsProvider(',
        w.record(
          [
            ['clientId', w.text('mcp-client')],
            ['clientSecret', w.text(value)],
          ],
          0,
        ),
        w,
      );
    },
  },
  {
    id: 'claude-agent-sdk',
    weight: 12,
    imports: ["import { query } from '@anthropic-ai/claude-agent-sdk'"],
    write: (r, w) => {
      const map = mapOf(several(r), r, 2, w);
      const options = w.record(
        [
          ['model', w.text('claude-sonnet-4-5')],
          ['mcpServers', map],
        ],
        1,
      );
      return join(
        'for await (const message of query(',
        w.record(
          [
            ['prompt', w.text('Review the open issues')],
            ['options', options],
          ],
          0,
        ),
        `)) console.log(message)${w.end}${w.eol}`,
      );
    },
  },
  {
    id: 'ai-sdk',
    weight: 10,
    imports: ["import { experimental_createMCPClient, createMCPClient } from '@ai-sdk/mcp'"],
    write: (r, w) => {
      const draft = remote(r);
      const headers: [string, Marked][] =
        draft.headers.length > 0 ? [['headers', w.object({ fields: draft.headers }, 2)]] : [];
      const transport = w.record(
        [['type', w.text(r.pick(['sse', 'http']))], ['url', w.text(draft.url)], ...headers],
        1,
      );
      return call(
        `const client = await ${r.pick(['createMCPClient', 'experimental_createMCPClient'])}(`,
        w.record([['transport', transport]], 0),
        w,
      );
    },
  },
  {
    id: 'ai-sdk-stdio',
    weight: 6,
    imports: ["import { Experimental_StdioMCPTransport } from '@ai-sdk/mcp/mcp-stdio'"],
    write: (r, w) =>
      call(
        'const transport = new Experimental_StdioMCPTransport(',
        w.record(launchMembers(local(r), r, 0, w), 0),
        w,
      ),
  },
  {
    id: 'mastra',
    weight: 8,
    imports: ["import { MCPClient } from '@mastra/mcp'"],
    write: (r, w) => {
      const servers = w.record(
        several(r).map((draft) => {
          const members: [string, Marked][] =
            draft.base === 'remote'
              ? [['url', address(draft, w)], ...requestOf(draft, r, 2, w)]
              : launchMembers(draft, r, 2, w);
          return [draft.name, w.record(members, 2)] as const;
        }),
        1,
      );
      return call(
        `export const mcp = new ${r.pick(['MCPClient', 'MCPClient', 'MCPConfiguration'])}(`,
        w.record([['servers', servers]], 0),
        w,
      );
    },
  },
  {
    id: 'openai-agents',
    weight: 8,
    imports: ["import { MCPServerStdio, MCPServerStreamableHttp, MCPServerSSE } from '@openai/agents'"],
    write: (r, w) => {
      const form = r.int(0, 2);
      if (form === 0)
        return call('const server = new MCPServerStdio(', w.record(launchMembers(local(r), r, 0, w), 0), w);
      if (form === 1) {
        const draft = bareLaunch(r);
        const env: [string, Marked][] =
          draft.env.length > 0 ? [['env', envOf({ fields: draft.env }, r, 1, w)]] : [];
        return call(
          'const server = new MCPServerStdio(',
          w.record([['name', w.text('tools')], ['fullCommand', w.text(commandLine(draft))], ...env], 0),
          w,
        );
      }
      const draft = remote(r);
      return call(
        `const server = new ${r.pick(['MCPServerStreamableHttp', 'MCPServerSSE'])}(`,
        w.record([['url', w.text(draft.url)], ['name', w.text('tools')], ...requestOf(draft, r, 0, w)], 0),
        w,
      );
    },
  },
  {
    id: 'openai-agents-hosted',
    weight: 6,
    imports: ["import { hostedMcpTool } from '@openai/agents'"],
    write: (r, w) => {
      const draft = remote(r);
      const authorization: [string, Marked][] = r.chance(0.6)
        ? [['authorization', w.text(supply(r).key('code authorization', plain).value)]]
        : [];
      const headers: [string, Marked][] =
        draft.headers.length > 0 ? [['headers', w.object({ fields: draft.headers }, 1)]] : [];
      return call(
        'const tool = hostedMcpTool(',
        w.record(
          [['serverLabel', w.text('tools')], ['serverUrl', w.text(draft.url)], ...authorization, ...headers],
          0,
        ),
        w,
      );
    },
  },
  {
    id: 'openai-responses',
    weight: 7,
    imports: ["import OpenAI from 'openai'"],
    write: (r, w) => {
      const draft = remote(r);
      const authorization: [string, Marked][] = r.chance(0.6)
        ? [['authorization', w.text(supply(r).key('code authorization', plain).value)]]
        : [];
      const headers: [string, Marked][] =
        draft.headers.length > 0 ? [['headers', w.object({ fields: draft.headers }, 3)]] : [];
      const tool = w.record(
        [
          ['type', w.text('mcp')],
          ['server_label', w.text('tools')],
          ['server_url', w.text(draft.url)],
          ...authorization,
          ...headers,
          ['require_approval', w.text('never')],
        ],
        2,
      );
      return call(
        `const openai = new OpenAI()${w.end}${w.eol}const response = await openai.responses.create(`,
        w.record(
          [
            ['model', w.text('gpt-5')],
            ['tools', w.array([tool], 1)],
            ['input', w.text('List the issues')],
          ],
          0,
        ),
        w,
      );
    },
  },
  {
    id: 'anthropic-messages',
    weight: 7,
    imports: ["import Anthropic from '@anthropic-ai/sdk'"],
    write: (r, w) => {
      const draft = remote(r);
      const token: [string, Marked][] = r.chance(0.8)
        ? [['authorization_token', w.text(supply(r).key('code authorization token', plain).value)]]
        : [];
      const server = w.record(
        [['type', w.text('url')], ['url', w.text(draft.url)], ['name', w.text('tools')], ...token],
        2,
      );
      return call(
        `const anthropic = new Anthropic()${w.end}${w.eol}const answer = await anthropic.beta.messages.${r.pick(['create', 'stream'])}(`,
        w.record(
          [
            ['model', w.text('claude-sonnet-4-5')],
            ['max_tokens', join('1024')],
            ['mcp_servers', w.array([server], 1)],
            ['betas', w.value(['mcp-client-2025-04-04'], 1)],
          ],
          0,
        ),
        w,
      );
    },
  },
  {
    id: 'langchain',
    weight: 8,
    imports: ["import { MultiServerMCPClient } from '@langchain/mcp-adapters'"],
    write: (r, w) => {
      const drafts = several(r);
      const bare = r.chance(0.4) && !drafts.some(({ name }) => WRAPPERS.has(name));
      const map = mapOf(drafts, r, bare ? 0 : 1, w);
      return call(
        'const client = new MultiServerMCPClient(',
        bare
          ? map
          : w.record(
              [
                ['mcpServers', map],
                ['useStandardContentBlocks', join('true')],
              ],
              0,
            ),
        w,
      );
    },
  },
  {
    id: 'cloudflare-agents',
    weight: 6,
    imports: ["import { Agent } from 'agents'"],
    write: (r, w) => {
      const draft = remote(r);
      const headers: [string, Marked][] =
        draft.headers.length > 0 ? [['headers', w.object({ fields: draft.headers }, 4)]] : [];
      const options = w.record(
        [['transport', w.record([...headers, ['type', w.text('streamable-http')]], 3)]],
        2,
      );
      const tail = r.chance(0.8) ? options : join("'https://app.example.com', 'agents', ", options);
      return join(
        `export class Tools extends Agent {${w.eol}  async onStart() {${w.eol}    await this.addMcpServer('tools', `,
        w.text(draft.url),
        ', ',
        tail,
        `)${w.end}${w.eol}  }${w.eol}}${w.eol}`,
      );
    },
  },
  {
    id: 'cursor-sdk',
    weight: 4,
    imports: ["import { Agent } from '@cursor/sdk'"],
    write: (r, w) => {
      const map = mapOf(several(r), r, 1, w);
      return call(
        'const agent = await Agent.create(',
        w.record(
          [
            ['model', w.text('auto')],
            ['mcpServers', map],
          ],
          0,
        ),
        w,
      );
    },
  },
  {
    id: 'plain-object',
    weight: 10,
    imports: ["import type { McpServerConfig } from './types.js'"],
    write: (r, w) => {
      const drafts = several(r);
      return r.pick<() => Marked>([
        () => call('export const mcpServers = ', mapOf(drafts, r, 0, w), w, ''),
        () => call('export default ', w.record([['mcpServers', mapOf(drafts, r, 1, w)]], 0), w, ''),
        () => call('module.exports = ', w.record([['mcpServers', mapOf(drafts, r, 1, w)]], 0), w, ''),
        () =>
          call(
            'const config = ',
            w.record(
              [
                ['name', w.text('app')],
                ['mcpServers', mapOf(drafts, r, 1, w)],
              ],
              0,
            ),
            w,
            '',
          ),
      ])();
    },
  },
];
