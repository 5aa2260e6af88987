import type { CallSyntax } from './options.ts';

/** A program that speaks stdio to the host and HTTP to a server, or the other way round. */
export interface Bridge extends CallSyntax {
  /** Names of its package and of its program. */
  readonly programs: readonly string[];
  /** Options whose value is the address; without any, it is the first argument. */
  readonly addresses?: readonly string[];
  /** Variable that holds the address. */
  readonly variable?: string;
  /** Options whose value is the command line of a server that it starts. */
  readonly commands?: readonly string[];
  /** The arguments are the command line of a server when they are no address. */
  readonly starts?: true;
  /** Options that take two values. */
  readonly pairs?: readonly string[];
}

const PROXY_VALUED = [
  '--transport',
  '--port',
  '--host',
  '--sse-port',
  '--sse-host',
  '--cwd',
  '--allow-origin',
  '--client-id',
  '--client-secret',
  '--token-url',
  '--log-level',
  '--named-server-config',
  '--server',
  '--endpoint',
  '--apiKey',
  '--sseEndpoint',
  '--streamEndpoint',
  '--config',
  '--tunnel',
  '--requestTimeout',
  '--connectionTimeout',
];

// As the README of each describes them; of mcp-remote, supergateway and mcp-proxy excerpts were compared on 2026-11-23.
export const BRIDGES: readonly Bridge[] = [
  {
    programs: ['mcp-remote', '@modelcontextprotocol/mcp-remote', 'mcp-remote-client', '@mcp-remote/cli'],
    valued: [
      '--header',
      '--header-file',
      '--host',
      '--transport',
      '--ignore-tool',
      '--auth-timeout',
      '--static-oauth-client-metadata',
      '--static-oauth-client-info',
      '--resource',
      '--auth-server-url',
      '--callback-port',
      '--client-name',
      '--protocol-version',
    ],
  },
  {
    programs: ['supergateway'],
    valued: [
      '--port',
      '--baseUrl',
      '--ssePath',
      '--messagePath',
      '--streamableHttpPath',
      '--header',
      '--oauth2Bearer',
      '--logLevel',
      '--cors',
      '--healthEndpoint',
      '--outputTransport',
      '--sessionTimeout',
      '--protocolVersion',
    ],
    addresses: ['--sse', '--streamableHttp', '--streamable-http', '--ws'],
    commands: ['--stdio'],
  },
  {
    programs: ['mcp-proxy'],
    valued: PROXY_VALUED,
    pairs: ['--headers', '-H', '--env', '-e', '--named-server'],
    starts: true,
  },
  {
    programs: ['mcp-stdio-to-streamable-http-adapter', '@pyroprompts/mcp-stdio-to-streamable-http-adapter'],
    valued: [],
    variable: 'URI',
  },
  {
    programs: ['fastmcp'],
    subcommands: [['proxy', 'run']],
    valued: ['--transport', '-t', '--host', '--port', '-p', '--log-level', '-l', '--path'],
  },
  {
    programs: [
      'mcp-http-bridge',
      'mcp-bridge',
      'mcp-sse-proxy',
      'mcp-http-proxy',
      'mcp-stdio-proxy',
      'mcp-client-proxy',
      'mcp-gateway-client',
      'sse-bridge',
    ],
    valued: ['--header', '--headers', '--transport', '--token'],
    addresses: ['--url', '--endpoint', '--server', '--sse', '--target', '--remote'],
  },
  {
    programs: ['@smithery/cli', 'smithery'],
    subcommands: [['run']],
    valued: ['--key', '--config', '--profile', '--client'],
  },
];

/** Whether a name is that of a bridge. */
export function isBridge(name: string): boolean {
  return BRIDGES.some(({ programs }) => programs.includes(name));
}
