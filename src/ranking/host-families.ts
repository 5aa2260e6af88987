/** How to connect to a remote server that signs in with OAuth; `{name}` and `{url}` are filled in. */
export interface HostFamily {
  /** What the ids of its hosts begin with. */
  readonly prefix: string;
  readonly connect: string;
  /** How to give it the id of a client that was registered in advance. */
  readonly clientId: string;
}

// The documentation of each host on remote servers, 2026-11-23.
export const HOST_FAMILIES: readonly HostFamily[] = [
  {
    prefix: 'claude-code',
    connect:
      'Remove this entry, run `claude mcp add --transport http {name} {url}` and sign in under `/mcp`.',
    clientId: 'The id goes into "oauth": {"clientId": "…"}, or `--client-id` of that command.',
  },
  {
    prefix: 'claude-desktop',
    connect: 'Remove this entry and add {url} under Settings, Connectors, "Add custom connector".',
    clientId: 'The id goes into the advanced settings of the connector.',
  },
  {
    prefix: 'cursor',
    connect: 'Replace this entry by {"url": "{url}"}; the sign-in opens in the browser.',
    clientId: 'The id goes into "auth": {"CLIENT_ID": "…"}.',
  },
  {
    prefix: 'vscode',
    connect: 'Replace this entry by {"type": "http", "url": "{url}"}; the sign-in opens in the browser.',
    clientId: 'Where the editor brings no id of its own, it goes into "oauth": {"clientId": "…"}.',
  },
  {
    prefix: 'mcpb-manifest',
    connect: 'Tell users to add {url} as a connector instead of installing this extension.',
    clientId: 'The id goes into the advanced settings of the connector.',
  },
  {
    prefix: '',
    connect:
      'Replace this entry by {"url": "{url}"} where the host signs in with OAuth itself, or start the bridge mcp-remote with that address.',
    clientId: 'The id goes into the OAuth settings of the host.',
  },
];

/** The family of a host; the last is for those without one. */
export function familyOf(hostId: string): HostFamily {
  return HOST_FAMILIES.find(({ prefix }) => hostId.startsWith(prefix))!;
}
