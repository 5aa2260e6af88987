import { encodeEach, join, type Marked, orWhole, percentEncoded } from './marked.ts';
import { QUERY_NAMES } from './names.ts';
import type { Random } from './random.ts';
import { encodeSecret, type Supply } from './supply.ts';

/** May stand in a query as it is; references and stand-ins are often written raw. */
const QUERY_SAFE = (value: string): boolean => /^[^\s&#?"'\\]+$/.test(value) && !value.includes('://');

const HOSTS = [
  'https://mcp.tavily.com/mcp/',
  'https://mcp.exa.ai/mcp',
  'https://mcp.brightdata.com/mcp',
  'https://mcp.example.com/sse',
  'https://api.acme.io/v2/mcp',
  'https://server.smithery.ai/@acme/search/mcp',
  'https://mcp.alphavantage.co/mcp',
  'https://mcp.browserbase.com/mcp',
  'https://tools.internal.example.com:8443/mcp',
  'wss://mcp.example.com/ws',
];

/** An endpoint with a secret in its query. */
export function queryUrl(random: Random, carrier: string, supply: Supply): Marked {
  const slot = `url-query (${carrier})`;
  const value = encodeSecret(
    supply,
    supply.key(slot, supply.secrets ? (text) => !/\s/.test(text) && text.length < 400 : QUERY_SAFE).value,
    percentEncoded,
  );
  const before = random.pick(['', '', 'profile=default&', 'version=2025-06-18&', 'toolsets=all&', 'pro=1&']);
  const after = random.pick(['', '', '&profile=jane-doe-x1', '&tools=search,fetch', '&read_only=true']);
  return join(`${random.pick(HOSTS)}?${before}${random.pick(QUERY_NAMES)}=`, value, after);
}

/** A signed or otherwise unusual query. */
export function signedUrl(random: Random, carrier: string, supply: Supply): Marked {
  const slot = `url-signature (${carrier})`;
  return random.pick<() => Marked>([
    () =>
      join(
        'https://acme.blob.core.windows.net/data?sv=2024-11-04&ss=b&srt=sco&sp=rl&se=2035-01-01T00:00:00Z&spr=https&sig=',
        percentOf(supply, supply.shaped(slot, '{b:43}=', 'azure-sas')),
      ),
    () =>
      join(
        'https://acme-mcp.azurewebsites.net/runtime/webhooks/mcp/sse?code=',
        percentOf(supply, supply.shaped(slot, '{u:44}AzFu{u:5}A==', 'azure-functions-key')),
      ),
    () =>
      join(
        'https://prod-12.westeurope.logic.azure.com:443/workflows/0a1b/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=',
        supply.shaped(slot, '{u:43}', 'teams-webhook'),
      ),
    () =>
      join(
        'https://server.smithery.ai/@acme/search/mcp?config=',
        smitheryConfig(random, carrier, supply),
        '&profile=jane-x1',
      ),
  ])();
}

/** Smithery takes the settings of a server as JSON in base64. */
function smitheryConfig(random: Random, carrier: string, supply: Supply): Marked {
  const value = supply.shaped(`url-config (${carrier})`, '{a:40}', 'smithery-config');
  if (!supply.secrets) return value;
  const json = join(`{"debug":${random.pick(['true', 'false'])},"apiKey":"`, value, '"}');
  return encodeSecret(supply, base64Of(json), percentEncoded);
}

const percentOf = (supply: Supply, value: Marked): Marked => encodeSecret(supply, value, percentEncoded);

/** An endpoint whose path is the secret. */
export function pathUrl(random: Random, carrier: string, supply: Supply): Marked {
  const slot = (id: string): string => `url-path ${id} (${carrier})`;
  return random.pick<() => Marked>([
    () =>
      join(
        'https://mcp.zapier.com/api/mcp/s/',
        supply.secrets ? zapier(supply, slot('zapier')) : supply.shaped(slot('zapier'), '', ''),
        '/mcp',
      ),
    () =>
      join(
        'https://actions.zapier.com/mcp/',
        supply.shaped(slot('zapier'), 'sk-ak-{a:32}', 'zapier-mcp-connection'),
        '/sse',
      ),
    () => join('https://mcp.serpapi.com/', supply.shaped(slot('serpapi'), '{x:64}', 'serpapi-key'), '/mcp'),
    () =>
      join(
        'https://mcp.firecrawl.dev/',
        supply.shaped(slot('firecrawl'), 'fc-{x:32}', 'firecrawl-key'),
        random.pick(['/v2/mcp', '/sse']),
      ),
    () =>
      join(
        `https://${random.pick(['eu1', 'eu2', 'us2'])}.make.com/mcp/u/`,
        supply.shaped(slot('make'), '{U}', 'make-token'),
        '/sse',
      ),
    () =>
      join(
        'https://api.telegram.org/bot',
        supply.shaped(slot('telegram'), '{d:10}:AA{u:33}', 'telegram-bot-token'),
        random.pick(['/', '/sendMessage', '']),
      ),
    () =>
      orAfter(
        'https://hooks.slack.com/services/',
        join(
          'T0{9}/B0{9}/'.replaceAll('{9}', random.chars('0123456789ABCDEFGHJKLMNPQRSTUVWXYZ', 9)),
          supply.shaped(slot('slack'), '{a:24}', 'slack-webhook'),
        ),
        '',
      ),
    () =>
      orAfter(
        'https://discord.com/api/webhooks/',
        join(
          `1${random.chars('0123456789', 18)}/`,
          supply.shaped(slot('discord'), '{u:68}', 'discord-webhook'),
        ),
        '',
      ),
    () =>
      join(
        'https://eth-mainnet.g.alchemy.com/v2/',
        supply.shaped(slot('alchemy'), '{u:32}', 'alchemy-infura-etherscan'),
      ),
    () =>
      join(
        'https://polygon-mainnet.g.alchemy.com/v2/',
        supply.shaped(slot('alchemy'), '{u:32}', 'alchemy-infura-etherscan'),
      ),
    () =>
      join(
        'https://mainnet.infura.io/v3/',
        supply.shaped(slot('infura'), '{x:32}', 'alchemy-infura-etherscan'),
      ),
    () =>
      join(
        'wss://mainnet.infura.io/ws/v3/',
        supply.shaped(slot('infura'), '{x:32}', 'alchemy-infura-etherscan'),
      ),
    () =>
      orAfter(
        'https://hooks.zapier.com/hooks/catch/',
        join(
          `${random.int(1000000, 9999999)}/`,
          supply.shaped(slot('zapier-hook'), '{z:7}', 'zapier-webhook'),
        ),
        '/',
      ),
    () => join('https://acme.app.n8n.cloud/mcp/', supply.shaped(slot('n8n'), '{U}', 'n8n-trigger'), '/sse'),
  ])();
}

/** The whole tail is as good an answer as its last part. */
const orAfter = (before: string, tail: Marked, after: string): Marked => join(before, orWhole(tail), after);

function zapier(supply: Supply, slot: string): Marked {
  const inner = supply.shaped(slot, '{U}:{U}', 'zapier-mcp-connection');
  return base64Of(inner);
}

/** The base64 text of a value; the label is the text as it stands. */
export function base64Of(value: Marked): Marked {
  const text = Buffer.from(value.text).toString('base64');
  return {
    text,
    spans: value.spans.slice(0, 1).map((span) => ({
      ...span,
      start: 0,
      end: text.length,
      mark: { ...span.mark, value: text },
      layers: [],
    })),
  };
}

/** An endpoint with a password, or a token as the user. */
export function userinfoUrl(random: Random, carrier: string, supply: Supply): Marked {
  const slot = `url-userinfo (${carrier})`;
  const safe = (value: string): boolean => /^[\w.~$<>{}-]+$/.test(value) && value.length < 300;
  // What stands in for a password may be a bad one.
  const login = (): Marked =>
    (supply.secrets ? supply.recognisable(slot, safe) : supply.password(slot, safe)).value;
  return random.pick<() => Marked>([
    () =>
      join(
        'https://mcp:',
        percentOf(supply, supply.password(slot, supply.secrets ? undefined : safe).value),
        '@mcp.example.com/mcp',
      ),
    () => join('https://x-access-token:', login(), '@github.com/acme/private.git'),
    () => join('https://oauth2:', login(), '@gitlab.example.com/acme/private.git'),
    () => join('https://', login(), '@github.com/acme/private.git'),
    () => join('https://', login(), ':x-oauth-basic@github.com/acme/private.git'),
    () => join('git+https://', login(), '@github.com/acme/private-mcp.git'),
    () =>
      join(
        'https://admin:',
        encodeSecret(supply, supply.password(slot, supply.secrets ? undefined : safe).value, (text) =>
          encodeEach(text, 'percent', encodeURIComponent),
        ),
        '@n8n.example.com/mcp-test/sse',
      ),
  ])();
}
