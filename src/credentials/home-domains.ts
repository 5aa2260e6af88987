import type { ClassifiedSlot } from '../core/classified.ts';
import { issuerById, issuerForHost } from './known-issuers.ts';

/** An issuer whose credentials begin like nobody else's. */
interface Home {
  readonly prefixes: readonly string[];
  /** Where the issuer is besides the domains of its API. */
  readonly domains?: readonly string[];
  /** Customers have instances, or APIs that take these credentials, under names of their own. */
  readonly anywhere?: true;
}

/**
 * By id of the issuer. Prefixes as the issuers document them; short or common ones (`sk_live_`, `pat-`, `key_`) are left
 * out on purpose, since what follows from this table is an error.
 */
export const HOMES: Readonly<Record<string, Home>> = {
  anthropic: { prefixes: ['sk-ant-'], domains: ['claude.com'] },
  apify: { prefixes: ['apify_api_'], domains: ['apify.actor'] },
  atlassian: { prefixes: ['ATATT3', 'ATCTT3', 'ATBB'], domains: ['atlassian.com'] },
  brevo: { prefixes: ['xkeysib-', 'xsmtpsib-'] },
  buildkite: { prefixes: ['bkua_'] },
  circleci: { prefixes: ['CCIPAT_', 'CCIPRJ_'] },
  cloudflare: { prefixes: ['cfut_', 'cfat_'] },
  context7: { prefixes: ['ctx7sk-'] },
  digitalocean: { prefixes: ['dop_v1_', 'doo_v1_'] },
  'docker-hub': { prefixes: ['dckr_pat_', 'dckr_oat_'], domains: ['docker.com'] },
  doppler: { prefixes: ['dp.pt.', 'dp.st.', 'dp.sa.'] },
  figma: { prefixes: ['figd_', 'figu_'] },
  // GitHub Models takes tokens of GitHub at the last two; ghe.com is GitHub Enterprise Cloud with data residency.
  github: {
    prefixes: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'github_pat_'],
    domains: ['ghe.com', 'github.ai', 'models.inference.ai.azure.com'],
  },
  gitlab: { prefixes: ['glpat-', 'gloas-', 'gldt-', 'glptt-'], anywhere: true },
  // Cloud Endpoints and API Gateway take these keys and tokens for any API of a customer.
  'google-apis': { prefixes: ['AIza'], anywhere: true },
  google: { prefixes: ['ya29.'], anywhere: true },
  grafana: { prefixes: ['glsa_', 'glc_'], anywhere: true },
  groq: { prefixes: ['gsk_'] },
  heroku: { prefixes: ['HRKU-'] },
  'hugging-face': { prefixes: ['hf_'], domains: ['hf.space', 'hf.co', 'endpoints.huggingface.cloud'] },
  langfuse: { prefixes: ['sk-lf-'], anywhere: true },
  langsmith: { prefixes: ['lsv2_'], anywhere: true },
  linear: { prefixes: ['lin_api_', 'lin_oauth_'] },
  netlify: { prefixes: ['nfp_'], domains: ['netlify.app'] },
  'new-relic': { prefixes: ['NRAK-'] },
  notion: { prefixes: ['ntn_'], domains: ['notion.so'] },
  nvidia: { prefixes: ['nvapi-'] },
  openai: { prefixes: ['sk-proj-', 'sk-svcacct-', 'sk-admin-'] },
  openrouter: { prefixes: ['sk-or-v1-'] },
  perplexity: { prefixes: ['pplx-'] },
  pinecone: { prefixes: ['pcsk_'] },
  posthog: { prefixes: ['phx_'], anywhere: true },
  postman: { prefixes: ['PMAK-'], domains: ['postman.co'] },
  replicate: { prefixes: ['r8_'] },
  sendgrid: { prefixes: ['SG.'], domains: ['twilio.com'] },
  sentry: { prefixes: ['sntryu_', 'sntrys_'], anywhere: true },
  shopify: { prefixes: ['shpat_', 'shpca_', 'shppa_'], anywhere: true },
  slack: { prefixes: ['xoxb-', 'xoxp-', 'xoxe.xoxp-', 'xoxe.xoxb-', 'xapp-'], domains: ['slack-gov.com'] },
  stripe: { prefixes: ['rk_live_'] },
  supabase: { prefixes: ['sbp_', 'sb_secret_'], anywhere: true },
  tailscale: { prefixes: ['tskey-api-', 'tskey-client-'], anywhere: true },
  tavily: { prefixes: ['tvly-'] },
  vercel: { prefixes: ['vcp_', 'vca_'] },
  xai: { prefixes: ['xai-'] },
};

/**
 * Does a host that is given this credential belong to somebody else than its issuer? Only where that is beyond doubt: a
 * genuine-looking credential of a telling form, and a host that is not the issuer's by any name that we know.
 */
export function isForeignHost({ verdict }: ClassifiedSlot, hostname: string): boolean {
  if (verdict.kind !== 'literal' || verdict.confidence !== 'high' || verdict.issuer === undefined)
    return false;
  const home = HOMES[verdict.issuer];
  const issuer = issuerById(verdict.issuer);
  if (!home || !issuer || !hostname.includes('.')) return false;
  const token = verdict.secret.reveal();
  if (!home.prefixes.some((prefix) => token.startsWith(prefix))) return false;
  const domains = [...issuer.hosts.map(siteOf), ...(home.domains ?? [])];
  if (domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))) return false;
  // `github.example.com` is an instance or a gateway that somebody has set up for it.
  if (hostname.split(/[.-]/).includes(issuer.id)) return false;
  if (!home.anywhere) return true;
  const owner = issuerForHost(hostname);
  return owner !== undefined && owner.id !== issuer.id;
}

/** `example.com` of `api.example.com`, `example.co.uk` of `api.example.co.uk`. */
function siteOf(hostname: string): string {
  const labels = hostname.split('.');
  const isCountry =
    labels.at(-1)!.length === 2 && /^(?:ac|co|com|edu|gov|net|org)$/.test(labels.at(-2) ?? '');
  return labels.slice(isCountry ? -3 : -2).join('.');
}
