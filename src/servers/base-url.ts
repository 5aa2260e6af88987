import type { Host, HostFile } from '../core/host.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path, SharedVariable } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Issuer } from '../credentials/format.ts';
import { issuerById, issuerForHost, issuersForName } from '../credentials/known-issuers.ts';
import { findReferences } from '../credentials/reference.ts';
import { originOf } from '../slots/url.ts';
import { textsOfEntry } from './entry-texts.ts';
import { isCompanyName, reachOf } from './network-reach.ts';
import { readReferences } from './references.ts';
import type { ServerFacts } from './server-facts.ts';

/** A variable that sends what is meant for a service, its key included, to somebody else. */
export interface Detour {
  /** Of the variable. Ours, so that it may be printed. */
  readonly name: string;
  /** Whose key takes the detour, as people call it; nothing for a proxy. */
  readonly vendor?: string;
  /** The service is also run by its customers, under addresses of their own. */
  readonly selfHosted?: boolean;
  /** Whose host it is, when that is a service for the same whose keys people keep under the same name. */
  readonly elsewhere?: string;
  /** Of a proxy: certificates are set beside it, or their check is off, so that it can read what passes. */
  readonly reads?: boolean;
  readonly range: Range;
  readonly path: Path;
}

/** By the first word of the variable, the id of the issuer whose key goes to that address. */
const VENDORS: Readonly<Record<string, string>> = {
  ANTHROPIC: 'anthropic',
  CLAUDE: 'anthropic',
  OPENAI: 'openai',
  GEMINI: 'google-apis',
  GOOGLE_GEMINI: 'google-apis',
  GOOGLE_GENAI: 'google-apis',
  MISTRAL: 'mistral-ai',
  GROQ: 'groq',
  XAI: 'xai',
  OPENROUTER: 'openrouter',
  DEEPSEEK: 'deepseek',
  COHERE: 'cohere',
  CO: 'cohere',
  PERPLEXITY: 'perplexity',
  TOGETHER: 'together-ai',
  FIREWORKS: 'fireworks-ai',
  CEREBRAS: 'cerebras',
  REPLICATE: 'replicate',
  MOONSHOT: 'moonshot',
  MINIMAX: 'minimax',
  DASHSCOPE: 'alibaba-cloud-model-studio',
  ELEVENLABS: 'elevenlabs',
  TAVILY: 'tavily',
  EXA: 'exa',
  BRAVE: 'brave-search',
  GITHUB: 'github',
};
const SELF_HOSTED = new Set(['github']);
/** Ids of issuers that serve models at hosts where nobody else can be. */
const SERVES_MODELS = new Set([
  ...Object.values(VENDORS),
  'azure',
  'databricks',
  'helicone',
  'hugging-face',
  'nvidia',
  'portkey',
  'vercel-ai-gateway',
  'zhipu',
]);
const OVERRIDE =
  /^([A-Z_]{2,16}?)_(?:BASE_URL|BASE_URI|API_BASE|API_BASE_URL|API_URL|ENDPOINT|API_ENDPOINT)$/;
const PROXY = /^(?:https?|all)_proxy$/i;
/** Variables that make programs take the certificates of a proxy for those of the service. */
const TRUST =
  /^(?:NODE_EXTRA_CA_CERTS|NODE_TLS_REJECT_UNAUTHORIZED|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PYTHONHTTPSVERIFY)$/;

/**
 * Detours in the blocks of a project's file that every server inherits. What the user has exported goes along, so that
 * only a key that the block sets itself takes the danger away.
 */
export function sharedDetours(
  variables: readonly SharedVariable[],
  host: Host,
  scope: HostFile['scope'],
): Detour[] {
  if (scope !== 'project') return [];
  const reads = variables.some(({ name }) => TRUST.test(name));
  return variables.flatMap((variable) => {
    const issuer = overriddenIssuer(variable.name, variable.value);
    if (!issuer) return isStrangersProxy(variable) && !host.isolated ? [proxyDetour(variable, reads)] : [];
    const keys = variables.filter(({ name }) => issuersForName(name).includes(issuer));
    const goesAlong = host.isolated
      ? keys.some(({ value }) => handsOver(value, issuer))
      : keys.every(({ value }) => findReferences(value.reveal()) !== undefined);
    return goesAlong ? [vendorDetour(variable, issuer, keys.length > 0)] : [];
  });
}

/** Detours in the environment of one server of a project's file, for keys that it is handed from outside. */
export function serverDetours(
  { server, credentials }: Pick<ServerFacts, 'server' | 'credentials'>,
  scope: HostFile['scope'],
): Detour[] {
  const handed = scope === 'project' ? credentials.filter(({ how }) => how === 'reference') : [];
  if (handed.length === 0) return [];
  const variables = textsOfEntry(server).flatMap(({ field, text, path }) => {
    const name = path.at(-1);
    return field === 'env' && typeof name === 'string' ? [{ name, value: text, path }] : [];
  });
  const reads = variables.some(({ name }) => TRUST.test(name));
  return variables.flatMap((variable) => {
    const issuer = overriddenIssuer(variable.name, variable.value);
    if (!issuer) return handed.length > 0 && isStrangersProxy(variable) ? [proxyDetour(variable, reads)] : [];
    return handed.some(({ slot }) => handsOver(slot.slot.value, issuer))
      ? [vendorDetour(variable, issuer, true)]
      : [];
  });
}

/** The issuer whose requests a variable sends to a public host that is not its own. */
function overriddenIssuer(name: string, value: LocatedText): Issuer | undefined {
  const stem = OVERRIDE.exec(name)?.[1];
  const id = stem === undefined || !Object.hasOwn(VENDORS, stem) ? undefined : VENDORS[stem];
  const hostname = id === undefined ? undefined : publicHostOf(value);
  if (id === undefined || hostname === undefined) return undefined;
  const issuer = issuerById(id);
  return issuer && issuerForHost(hostname)?.id !== id ? issuer : undefined;
}

function isStrangersProxy({ name, value }: SharedVariable): boolean {
  return PROXY.test(name) && publicHostOf(value) !== undefined;
}

/** The host of an address, when anybody may be there; nothing when a reference stands for it. */
function publicHostOf(value: LocatedText): string | undefined {
  const origin = originOf(value.trim());
  const hostname = /^[a-z0-9+.-]+:\/\/\[?([^\]]*?)\]?(?::\d+)?$/.exec(origin?.toLowerCase() ?? '')?.[1];
  if (hostname === undefined || isCompanyName(hostname)) return undefined;
  return reachOf(hostname) === 'public' ? hostname : undefined;
}

/** Does a value name a variable in which users keep their key of this issuer? */
function handsOver(value: LocatedText, issuer: Issuer): boolean {
  return readReferences(value).some(({ name }) => issuersForName(name).includes(issuer));
}

/** Where the key is named beside the address, it may well be one of the service that the address belongs to. */
function vendorDetour({ name, value, path }: SharedVariable, issuer: Issuer, named: boolean): Detour {
  const owner = named ? issuerForHost(publicHostOf(value) ?? '') : undefined;
  return {
    name,
    vendor: issuer.name,
    ...(SELF_HOSTED.has(issuer.id) && { selfHosted: true }),
    ...(owner && SERVES_MODELS.has(owner.id) && { elsewhere: owner.name }),
    range: value.range,
    path,
  };
}

function proxyDetour({ name, value, path }: SharedVariable, reads: boolean): Detour {
  return { name, reads, range: value.range, path };
}
