/** How to connect to a remote server that signs in with OAuth; `{name}` and `{url}` are filled in. */
export interface HostFamily {
  /** What the ids of its hosts begin with. */
  readonly prefix: string;
  /** What to do, in the imperative, without a capital letter and a full stop. */
  readonly connect: string;
  /** Where the id of a client goes that was registered in advance. */
  readonly clientId: string;
}

const CLIENT_ID = '"oauth": {"clientId": "…"}';
const SETTINGS = 'the OAuth settings of the host';

const replaceBy = (entry: string) => `replace this entry by ${entry}`;

// The documentation and the code of each host on remote servers, 2026-11-23.
export const HOST_FAMILIES: readonly HostFamily[] = [
  {
    prefix: 'claude-code',
    connect: 'remove this entry, run `claude mcp add --transport http {name} {url}` and sign in under `/mcp`',
    clientId: CLIENT_ID,
  },
  {
    prefix: 'claude-desktop',
    connect: 'remove this entry and add {url} under Settings, Connectors, "Add custom connector"',
    clientId: 'the advanced settings of the connector',
  },
  { prefix: 'cursor', connect: replaceBy('{"url": "{url}"}'), clientId: '"auth": {"CLIENT_ID": "…"}' },
  {
    prefix: 'vscode',
    connect: replaceBy('{"type": "http", "url": "{url}"}'),
    clientId: `${CLIENT_ID}, unless the editor brings one`,
  },
  {
    prefix: 'mcpb-manifest',
    connect: 'tell users to add {url} as a connector instead of installing this extension',
    clientId: 'the advanced settings of the connector',
  },
  ...['copilot', 'visual-studio', 'augment', 'factory-droid'].map((prefix) => ({
    prefix,
    connect: replaceBy('{"type": "http", "url": "{url}"}'),
    clientId: prefix === 'augment' ? '"clientId"' : SETTINGS,
  })),
  ...['windsurf', 'antigravity'].map((prefix) => ({
    prefix,
    connect: replaceBy('{"serverUrl": "{url}"}'),
    clientId: SETTINGS,
  })),
  {
    prefix: 'cline',
    connect: replaceBy('{"type": "streamableHttp", "url": "{url}"}'),
    clientId: '"oauthClient": {"clientId": "…"}',
  },
  ...['roo-code', 'kilo-code-legacy'].map((prefix) => ({
    prefix,
    connect: replaceBy('{"type": "streamable-http", "url": "{url}"}'),
    clientId: SETTINGS,
  })),
  ...['opencode', 'kilo-code'].map((prefix) => ({
    prefix,
    connect: replaceBy('{"type": "remote", "url": "{url}"}'),
    clientId: CLIENT_ID,
  })),
  ...['gemini', 'qwen-code'].map((prefix) => ({
    prefix,
    connect: replaceBy('{"httpUrl": "{url}"}'),
    clientId: CLIENT_ID,
  })),
  { prefix: 'zed', connect: replaceBy('{"url": "{url}"}'), clientId: '"oauth": {"client_id": "…"}' },
  { prefix: 'kiro', connect: replaceBy('{"url": "{url}"}'), clientId: CLIENT_ID },
  {
    prefix: '',
    connect: `${replaceBy('{"url": "{url}"}')}, or let it start the bridge mcp-remote with that address`,
    clientId: SETTINGS,
  },
];

/** The family of a host; the last is for those without one. */
export function familyOf(hostId: string): HostFamily {
  return HOST_FAMILIES.find(({ prefix }) => hostId.startsWith(prefix))!;
}
