// Turns a collected list of MCP servers into what ships. Usage: gen-catalog.mjs <catalog.json>
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** One row per line, empty members left out, sorted by id: the text of `src/catalog/known-servers.json`. */
export function renderCatalog(collected) {
  const rows = collected
    .filter(({ id }) => !MERGED.has(id))
    .map((row) => toRow({ ...row, ...CORRECTIONS[row.id] }))
    .filter(isFindable)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

/** Rows for an address that another row has among its own. */
const MERGED = new Set([
  'remote-hubspot', // the older address of `hubspot`
  'remote-hugging-face', // the short host name of `hugging-face`
]);

/** Whole members that replace what was collected. */
const CORRECTIONS = {
  // What they are for, which the collection leaves out.
  'browser-use': { localReach: 'a local browser' },
  'rust-mcp-filesystem': { localReach: 'allowed directories' },
  // Collected with http://, which a vendor's OAuth server cannot mean.
  stytch: { remote: { url: 'https://mcp.stytch.dev/mcp', auth: 'oauth-dcr' } },
};

/** Addresses that a note of the collection gives in words; GitMCP has one for each repository. `*` stands for one label. */
const MORE_URLS = {
  datadog: [
    'https://mcp.datadoghq.eu/api/unstable/mcp-server/mcp',
    'https://mcp.*.datadoghq.com/api/unstable/mcp-server/mcp',
  ],
  github: ['https://copilot-api.*.ghe.com/mcp'],
  gitmcp: ['https://gitmcp.io'],
  make: ['https://*.make.com/mcp'],
};

/** What users run once instead of configuring a credential; the collection says it in notes. */
const SELF_LOGIN = {
  auth0: 'run `npx @auth0/auth0-mcp-server init` once: it signs you in and keeps the token in the keychain',
  azure: 'run `az login` once: the server uses that sign-in',
  firebase: 'run `firebase login` once: the server uses that sign-in',
  github:
    'start it without GITHUB_PERSONAL_ACCESS_TOKEN: it signs you in by OAuth and keeps the token in memory',
  heroku: 'run `heroku login` once and start the server as `heroku mcp:start`',
  railway: 'run `railway login` once: the server uses that sign-in',
};

/** Programs that stand between a host and a server, which are listed like servers. */
const ROLES = { bridge: 'bridge', broker: 'broker', wrapper: 'secret-wrapper' };

/** Spellings that people use, where the collection has a slug, a title or a company. */
const PROVIDERS = {
  '(bridge)': undefined,
  '(broker)': undefined,
  '(secret wrapper)': undefined,
  'Airbnb Search': 'Airbnb',
  'Amazon ElastiCache/MemoryDB for Valkey': 'Amazon ElastiCache for Valkey',
  'any SQL database': 'DBHub',
  'Atlassian (Jira, Confluence)': 'Atlassian',
  'AWS Labs Nova Canvas': 'Amazon Nova Canvas',
  'Azure Kubernetes Service (AKS)': 'Azure Kubernetes Service',
  'Block/Square': 'Square',
  'Camunda BPM Process Engine': 'Camunda',
  'Dappier Remote': 'Dappier',
  'Explorium B2B Data': 'Explorium',
  'Google GKE': 'Google Kubernetes Engine',
  'Google Gmail': 'Gmail',
  'Google Maps Comprehensive': 'Google Maps',
  'Hostinger API': 'Hostinger',
  'Hummingbot: Trading Agent': 'Hummingbot',
  'Kubernetes/OpenShift': 'Kubernetes',
  'Lark/Feishu': 'Lark',
  'MCP Database Server': 'SQL databases',
  'Milvus/Zilliz': 'Milvus',
  'MotherDuck/DuckDB': 'MotherDuck',
  'Needle Remote': 'Needle',
  'NPM Sentinel': 'npm Sentinel',
  'Obsidian (Local REST API plugin)': 'Obsidian',
  'Port IO': 'Port',
  'Private Web Search': 'DuckDuckGo',
  'Ref - Up-To-Date Docs': 'Ref',
  'Vectra AI RUX MCP Server': 'Vectra AI',
  ahrefs: 'Ahrefs',
  amplitude: 'Amplitude',
  'amplitude-eu': 'Amplitude',
  apollo: 'Apollo.io',
  ArXiv: 'arXiv',
  biorender: 'BioRender',
  biorxiv: 'bioRxiv',
  clay: 'Clay',
  'common-room': 'Common Room',
  consensus: 'Consensus',
  datadog: 'Datadog',
  definite: 'Definite',
  docusign: 'Docusign',
  ExecuteAutomation: 'Playwright',
  Firefly: 'Fireflies',
  'glif.app': 'Glif',
  gong: 'Gong',
  guru: 'Guru',
  hex: 'Hex',
  'Incident.io': 'incident.io',
  klaviyo: 'Klaviyo',
  modelcontextprotocol: 'Model Context Protocol',
  Openweather: 'OpenWeather',
  Oraios: 'Serena',
  ot: 'Open Targets',
  outreach: 'Outreach',
  owkin: 'Owkin',
  pendo: 'Pendo',
  pubmed: 'PubMed',
  quickbooks: 'QuickBooks',
  similarweb: 'Similarweb',
  Singlestore: 'SingleStore',
  slack: 'Slack',
  supermetrics: 'Supermetrics',
  synapse: 'Synapse',
  Triplewhale: 'Triple Whale',
  wiley: 'Wiley',
  'zoom-docs-mcp': 'Zoom',
  zoominfo: 'ZoomInfo',
};

/** The same by id, where the provider names a company with several services or a mere role. */
const PROVIDERS_BY_ID = {
  'bridge-mcp-proxy': 'mcp-proxy',
  'bridge-mcp-remote': 'mcp-remote',
  'bridge-smithery': 'Smithery',
  'bridge-supergateway': 'Supergateway',
  'broker-agent-vault': 'Agent Vault',
  'broker-authsome': 'authsome',
  'broker-clawvisor': 'Clawvisor',
  'broker-onecli': 'OneCLI',
  'chrome-devtools': 'Chrome DevTools',
  context7: 'Context7',
  playwright: 'Playwright',
  'wrapper-astrix-secret': 'Astrix',
  'wrapper-mcp-vault-wrap': 'mcp-vault-wrap',
};

/**
 * Kinds of source that confirm a row by themselves, because who publishes the server, or a registry that tries it,
 * wrote them: its README or a file made from that, a registry's entry, the vendor's pages, the vendor's own config.
 * Lists, issues and pages of third parties repeat what others say, and count when a second source says the same.
 */
const READ_AT_SOURCE = new Set(['readme', 'readme-script', 'registry', 'vendor-docs', 'vendor-config']);

function isConfirmed({ confidence, source, remote }) {
  if (confidence === 'unconfirmed') return false;
  // All that such a row claims is OAuth, and that was concluded from a config without headers; servers that need no
  // authentication look the same.
  if (/mechanism not stated/.test(remote?.notes ?? '')) return false;
  return READ_AT_SOURCE.has(confidence) || source.split('; ').length > 1;
}

/** Names that many programs have, or that belong to more than the server. */
const COMMON_BINARIES = new Set(['toolbox']);

function toRow(row) {
  const { id, packages, transport, remote, deprecated, successor, localReach, denyNames } = row;
  const notSecret = (name) => /(?:_CLIENT_ID|_USER|_USERNAME|_IDENTIFIER)$/.test(name);
  const args = (row.secretArgs ?? []).map((arg) => arg.replace(/ <.*$/, ''));
  return compact({
    id,
    provider:
      PROVIDERS_BY_ID[id] ??
      (Object.hasOwn(PROVIDERS, row.provider) ? PROVIDERS[row.provider] : row.provider),
    role: ROLES[/^(bridge|broker|wrapper)-/.exec(id)?.[1]],
    npm: packageNames(row, 'npm'),
    pypi: packageNames(row, 'pypi'),
    images: sorted(packages.docker),
    binaries: sorted(packages.bin.filter((name) => !COMMON_BINARIES.has(name))),
    // What most rows are is left out.
    transport: transport === 'stdio' ? undefined : transport,
    secretEnv: sorted(row.secretEnv.filter((name) => !notSecret(name))),
    secretArgs: sorted(
      args.filter((arg) => /^-{1,2}[A-Za-z]/.test(arg) && !/^-e\b|ClientId$|^--profile$/.test(arg)),
    ),
    positionalSecret: args.some((arg) => arg.startsWith('<positional') || arg.endsWith('=<value>')),
    plainEnv: sorted(
      [...row.nonSecretEnv, ...row.secretEnv.filter(notSecret)].filter((name) =>
        /KEY|TOKEN|SECRET|PASS|PWD|PAT$|CREDENTIAL|AUTH|DSN|IDS?$|_USER$|IDENTIFIER$/i.test(name),
      ),
    ),
    apiHost: apiHostOf(row.apiHost),
    remote: remoteOf(id, remote),
    deprecated: deprecated === true,
    successor,
    selfLogin: SELF_LOGIN[id],
    localReach: reachOf(localReach),
    denied: sorted((denyNames ?? []).map((name) => name.replace(/ \(.*$/, ''))),
    unconfirmed: !isConfirmed(row),
  });
}

/** Without what cannot be a package: slugs of titles, which one registry's rows have where no package is known. */
function packageNames({ packages, confidence }, registry) {
  const isSlug = (name) => confidence === 'registry' && !name.startsWith('@') && !/mcp/.test(name);
  return sorted(packages[registry].filter((name) => !isSlug(name)));
}

function apiHostOf(host) {
  if (!host || host === '*') return undefined;
  // Only a leading `*.` means something.
  return host.includes('*') ? `*.${host.slice(host.lastIndexOf('*') + 2)}` : host;
}

function remoteOf(id, remote) {
  if (!remote?.url) return undefined;
  const {
    url,
    auth,
    authHint,
    supportsBearer,
    alsoUrls = [],
    deprecatedUrls = [],
    secretHeaders,
    urlSecret,
  } = remote;
  const urls = sorted(
    [...alsoUrls, ...(MORE_URLS[id] ?? [])].map(bareUrl).filter((one) => one !== url && !isLocal(one)),
  );
  return compact({
    url,
    urls,
    deprecatedUrls: sorted(deprecatedUrls.map(bareUrl)),
    auth,
    oauth: authHint === 'oauth' || urls.some((one) => /oauth$/.test(one)),
    bearer: supportsBearer === null ? undefined : supportsBearer,
    secretHeaders: sorted(secretHeaders ?? []),
    urlSecret: urlSecret && compact({ query: urlSecret.param, path: urlSecret.pattern }),
  });
}

/** Without a remark in parentheses and without a query. */
const bareUrl = (url) => url.replace(/ \(.*$/, '').replace(/\?.*$/, '');

/** Any program may listen there, so that such an address tells nothing. */
const isLocal = (url) => /^https?:\/\/(?:localhost|127\.)/.test(url);

function reachOf(text) {
  if (text === undefined || text.startsWith('none')) return undefined;
  if (/shell/.test(text)) return 'shell';
  if (/browser|Chrome/.test(text)) return 'browser';
  if (/allowed directories|--repository|project files/.test(text)) return 'files';
  if (/AWS credential|kube\/config|kubeconfig|az login|CLI login|key.file path|--key-file/.test(text))
    return 'cloud-credentials';
  return 'other';
}

/** Rows that nothing in a config can name are of no use. */
const isFindable = ({ npm, pypi, images, binaries, remote }) =>
  [npm, pypi, images, binaries, remote].some((names) => names !== undefined);

const sorted = (names) => [...new Set(names)].sort();

function compact(members) {
  const kept = Object.entries(members).filter(
    ([name, value]) =>
      value !== undefined &&
      value !== null &&
      !(Array.isArray(value) && value.length === 0) &&
      // `bearer: false` says something; the other flags are false when they are absent.
      (value !== false || name === 'bearer'),
  );
  return Object.fromEntries(kept);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = renderCatalog(JSON.parse(readFileSync(process.argv[2], 'utf8')));
  writeFileSync(new URL('../src/catalog/known-servers.json', import.meta.url), text);
  console.log(`${text.split('\n').length - 3} servers, ${Math.round(text.length / 1024)} kB`);
}
