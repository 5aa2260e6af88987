/** A hosted service that puts a key into the path of its URLs. */
interface KeyPath {
  /** Host name, or `.suffix` for every host below it. */
  readonly host: string;
  /** What stands before the key's segment. */
  readonly before: RegExp;
  /** Text at the start of the segment that is not part of the key. */
  readonly skip?: string;
  /** Keys of so few letters stand there, and nothing else, that some can be read like words. */
  readonly short?: true;
}

// Vendors' own documentation of their webhook and MCP addresses, checked 2026-11-23.
const KEY_PATHS: readonly KeyPath[] = [
  { host: 'hooks.slack.com', before: /^\/services\/[^/]+\/[^/]+\/$/ },
  { host: 'hooks.slack.com', before: /^\/(?:workflows|triggers)\/[^/]+\/(?:[^/]+\/)?(?:[^/]+\/)?$/ },
  { host: 'discord.com', before: /^\/api\/(?:v\d+\/)?webhooks\/\d+\/$/ },
  { host: 'discordapp.com', before: /^\/api\/(?:v\d+\/)?webhooks\/\d+\/$/ },
  { host: 'hooks.zapier.com', before: /^\/hooks\/catch\/\d+\/$/, short: true },
  { host: 'mcp.zapier.com', before: /^\/api\/(?:mcp\/)?(?:s|a)\/$/ },
  { host: 'actions.zapier.com', before: /^\/mcp\/$/ },
  { host: '.make.com', before: /^\/mcp\/u\/$/ },
  { host: 'hook.make.com', before: /^\/$/ },
  { host: 'hook.eu1.make.com', before: /^\/$/ },
  { host: 'hook.eu2.make.com', before: /^\/$/ },
  { host: 'hook.us1.make.com', before: /^\/$/ },
  { host: 'hook.us2.make.com', before: /^\/$/ },
  { host: 'rpc.ankr.com', before: /^\/[a-z0-9_]+\/$/ },
  { host: 'maker.ifttt.com', before: /\/with\/key\/$/ },
  { host: 'mcp.firecrawl.dev', before: /^\/$/ },
  { host: 'mcp.serpapi.com', before: /^\/$/ },
  { host: 'api.telegram.org', before: /^\/$/, skip: 'bot' },
  { host: '.alchemy.com', before: /^\/(?:nft\/)?v\d\/$/ },
  { host: '.alchemyapi.io', before: /^\/v\d\/$/ },
  { host: '.infura.io', before: /^\/(?:ws\/)?v3\/$/ },
  { host: '.quiknode.pro', before: /^\/$/ },
  { host: '.webhook.office.com', before: /^\/webhookb2\/[^/]+\/IncomingWebhook\/$/ },
  { host: 'mcp.pipedream.net', before: /^\/$/ },
];

/** The rule that says that the path segment behind `before` is a key of this host. */
export function findKeyPath(host: string, before: string): KeyPath | undefined {
  return KEY_PATHS.find(
    (known) =>
      (known.host.startsWith('.') ? host.endsWith(known.host) : host === known.host) &&
      known.before.test(before),
  );
}
