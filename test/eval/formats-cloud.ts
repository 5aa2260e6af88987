import { crcBase64, crcHex, crcHexReversed } from './checksums.ts';
import { formats } from './format.ts';
import type { Random } from './random.ts';
import { ALPHABETS, base64urlJson, fill, jwt } from './shape.ts';

const AZURE_AI = 'AZURE_OPENAI_API_KEY AZURE_OPENAI_KEY AZURE_AI_API_KEY AZURE_SPEECH_KEY';

const crc =
  (prefix: string) =>
  (random: Random): string => {
    const body = fill('{a:40}', random);
    return prefix + body + crcHex(body);
  };

const cask =
  (provider: string) =>
  (random: Random): string =>
    `${fill('{a:52}', random)}JQQJ99B${random.pick('ABCDEFGHIJKL'.split(''))}${fill('{a:16}', random)}${provider}${fill('{a:4}', random)}`;

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function grafanaServiceAccount(random: Random): string {
  const body = fill('{a:32}', random);
  return `glsa_${body}_${crcHexReversed(`glsa_${body}`)}`;
}

function confluent(random: Random): string {
  const body = fill('{b:54}', random);
  return `cflt${body}${crcBase64(body)}`;
}

const supabase =
  (role: string) =>
  (random: Random): string =>
    jwt(random, {
      iss: 'supabase',
      ref: random.chars(ALPHABETS['z'] as string, 20),
      role,
      iat: 1790000000,
      exp: 2105360000,
    });

/** The public twin of the service role key. */
export const supabaseAnon = supabase('anon');

const sentryOrg = (random: Random): string =>
  `sntrys_${base64(JSON.stringify({ iat: 1790000000.5, url: 'https://sentry.io', region_url: 'https://us.sentry.io', org: 'acme' })).replaceAll('=', '')}_${fill('{b:43}', random)}`;

const onePassword = (random: Random): string =>
  `ops_${base64urlJson({ email: `${fill('{z:13}', random)}@1passwordserviceaccounts.com`, muk: { alg: 'A256GCM', k: fill('{u:43}', random) }, secretKey: fill('A3-{Z:6}-{Z:6}-{Z:5}-{Z:5}-{Z:5}-{Z:5}', random), srpX: fill('{x:64}', random), signInAddress: 'my.1password.com', userAuth: { method: 'SRPg-4096', iterations: 650000 } })}`;

/** Clouds, secrets, data stores, observability. */
export const CLOUD_FORMATS = formats(true, [
  ['aws-session-token', 'AWS_SESSION_TOKEN', ['IQoJb3JpZ2luX2Vj{b:400}', 'FwoGZXIvYXdz{b:300}==']],
  [
    'aws-bedrock-api-key',
    'AWS_BEARER_TOKEN_BEDROCK',
    (random) =>
      `ABSK${base64(`BedrockAPIKey-${fill('{z:4}', random)}-at-${fill('{d:12}', random)}:${fill('{b:44}', random)}`)}`,
  ],
  ['aws-appsync-key', 'APPSYNC_API_KEY', 'da2-{z:26}'],
  [
    'azure-entra-client-secret',
    'AZURE_CLIENT_SECRET MS365_MCP_CLIENT_SECRET CLIENT_SECRET',
    ['{a:3}8Q~{e:33}{a:1}', '{a:3}7Q~{e:30}{a:1}'],
  ],
  ['azure-cask-key', AZURE_AI, cask('ACOG')],
  ['azure-devops-pat', 'AZURE_DEVOPS_PAT AZURE_DEVOPS_EXT_PAT ADO_PAT', cask('AZDO')],
  ['azure-storage-key', 'AZURE_STORAGE_KEY AZURE_STORAGE_ACCOUNT_KEY', '{b:76}+ASt{b:5}A=='],
  ['azure-cosmos-key', 'COSMOS_KEY AZURE_COSMOS_KEY', '{b:76}ACDb{b:5}A=='],
  ['azure-acr-password', 'ACR_PASSWORD', '{a:42}+ACR{a:6}'],
  ['azure-search-key', 'AZURE_SEARCH_API_KEY AZURE_SEARCH_KEY', '{a:42}AzSe{a:6}'],
  ['azure-redis-key', 'AZURE_REDIS_KEY REDIS_PASSWORD', '{b:33}AzCa{b:5}A='],
  ['azure-servicebus-key', 'SERVICEBUS_KEY EVENTHUB_KEY', ['{b:33}+ASb{b:5}A=', '{b:33}+AEh{b:5}A=']],
  ['azure-iot-key', 'IOTHUB_KEY', '{b:33}AIoT{b:5}A='],
  ['azure-functions-key', 'AZURE_FUNCTION_KEY FUNCTIONS_KEY', '{u:44}AzFu{u:5}A=='],
  ['azure-apim-key', 'APIM_KEY', '{b:76}APIM{b:5}A=='],
  ['azure-batch-ml-key', 'AZURE_BATCH_KEY', '{b:76}+ABa{b:5}A=='],
  ['google-oauth-access', 'GOOGLE_ACCESS_TOKEN GOOGLE_OAUTH_TOKEN', 'ya29.a0{u:160-200}'],
  [
    'google-oauth-refresh',
    'GOOGLE_REFRESH_TOKEN GMAIL_REFRESH_TOKEN GOOGLE_ADS_REFRESH_TOKEN',
    '1//0{z:2}{u:97}',
  ],
  [
    'google-oauth-client-secret',
    'GOOGLE_CLIENT_SECRET GOOGLE_OAUTH_CLIENT_SECRET GMAIL_CLIENT_SECRET',
    'GOCSPX-{u:28}',
  ],
  ['digitalocean-pat', 'DIGITALOCEAN_API_TOKEN DIGITALOCEAN_ACCESS_TOKEN DO_TOKEN', 'dop_v1_{x:64}'],
  ['digitalocean-oauth', 'DIGITALOCEAN_API_TOKEN', 'doo_v1_{x:64}'],
  ['digitalocean-refresh', 'DIGITALOCEAN_REFRESH_TOKEN', 'dor_v1_{x:64}'],
  ['cloudflare-user-token', 'CLOUDFLARE_API_TOKEN CF_API_TOKEN', crc('cfut_')],
  ['cloudflare-account-token', 'CLOUDFLARE_API_TOKEN CF_API_TOKEN', crc('cfat_')],
  ['cloudflare-global-key', 'CLOUDFLARE_API_KEY CF_API_KEY', crc('cfk_')],
  ['cloudflare-origin-ca', 'CLOUDFLARE_ORIGIN_CA_KEY', 'v1.0-{x:24}-{x:146}'],
  ['vault-service-token', 'VAULT_TOKEN', ['hvs.{u:95}', 'hvs.CAESI{u:100}', 's.{a:24}']],
  ['vault-batch-token', 'VAULT_TOKEN', 'hvb.{u:150}'],
  ['onepassword-service-token', 'OP_SERVICE_ACCOUNT_TOKEN', onePassword],
  ['onepassword-secret-key', 'OP_SECRET_KEY', 'A3-{Z:6}-{Z:11}-{Z:5}-{Z:5}-{Z:5}'],
  [
    'doppler-token',
    'DOPPLER_TOKEN',
    ['dp.pt.{a:43}', 'dp.st.prd.{a:43}', 'dp.st.dev_personal.{a:43}', 'dp.sa.{a:43}', 'dp.ct.{a:43}'],
  ],
  ['infisical-token', 'INFISICAL_TOKEN', 'st.{x:24}.{x:32}.{x:32}'],
  ['bitwarden-sm-token', 'BWS_ACCESS_TOKEN', '0.{U}.{a:30}:{b:22}=='],
  ['openshift-token', 'OPENSHIFT_TOKEN', 'sha256~{u:43}'],
  [
    'kubernetes-token',
    'KUBE_TOKEN K8S_TOKEN',
    (random) =>
      jwt(
        random,
        {
          iss: 'kubernetes/serviceaccount',
          sub: 'system:serviceaccount:default:mcp',
          'kubernetes.io/serviceaccount/namespace': 'default',
        },
        { alg: 'RS256', kid: fill('{u:43}', random) },
      ),
  ],
  [
    'tailscale-key',
    'TAILSCALE_API_KEY TS_AUTHKEY',
    ['tskey-api-{a:11}CNTRL-{a:32}', 'tskey-auth-{a:11}CNTRL-{a:32}', 'tskey-client-{a:11}CNTRL-{a:32}'],
  ],
  ['sentry-org-token', 'SENTRY_AUTH_TOKEN SENTRY_ACCESS_TOKEN', sentryOrg],
  ['sentry-user-token', 'SENTRY_AUTH_TOKEN SENTRY_ACCESS_TOKEN', 'sntryu_{x:64}'],
  ['datadog-app-key', 'DD_APP_KEY DATADOG_APP_KEY', 'ddapp_{a:34}'],
  ['datadog-pat', 'DD_ACCESS_TOKEN DATADOG_ACCESS_TOKEN', ['ddpat_{a:40}', 'ddsat_{a:40}']],
  ['newrelic-user-key', 'NEW_RELIC_API_KEY NEW_RELIC_USER_KEY', 'NRAK-{Z:27}'],
  ['newrelic-license-key', 'NEW_RELIC_LICENSE_KEY', '{x:36}NRAL'],
  ['newrelic-insights-keys', 'NEW_RELIC_INSERT_KEY NEW_RELIC_QUERY_KEY', ['NRII-{u:32}', 'NRIQ-{u:32}']],
  [
    'grafana-service-account',
    'GRAFANA_SERVICE_ACCOUNT_TOKEN GRAFANA_API_KEY GRAFANA_TOKEN',
    grafanaServiceAccount,
  ],
  [
    'grafana-cloud-token',
    'GRAFANA_CLOUD_API_KEY GRAFANA_CLOUD_ACCESS_POLICY_TOKEN',
    (random) =>
      `glc_${base64(JSON.stringify({ o: fill('{d:6}', random), n: 'mcp-token', k: fill('{a:24}', random), m: { r: 'us' } }))}`,
  ],
  [
    'grafana-legacy-key',
    'GRAFANA_API_KEY',
    (random) => base64(JSON.stringify({ k: fill('{a:32}', random), n: 'mcp', id: 1 })),
  ],
  ['dynatrace-token', 'DT_API_TOKEN DT_PLATFORM_TOKEN', ['dt0c01.{N:24}.{N:64}', 'dt0s16.{N:24}.{N:64}']],
  ['axiom-token', 'AXIOM_TOKEN AXIOM_API_TOKEN', ['xaat-{U}', 'xapt-{U}']],
  ['elastic-cloud-key', 'ES_API_KEY ELASTIC_API_KEY', 'essu_{b:94}=='],
  ['honeycomb-key', 'HONEYCOMB_API_KEY', 'hcamk_{z:58}'],
  ['mongodb-atlas-sa-secret', 'MDB_MCP_API_CLIENT_SECRET', 'mdb_sa_sk_{u:40}'],
  ['supabase-pat', 'SUPABASE_ACCESS_TOKEN', 'sbp_{x:40}'],
  ['supabase-secret-key', 'SUPABASE_SECRET_KEY SUPABASE_SERVICE_ROLE_KEY', 'sb_secret_{u:22}_{a:8}'],
  [
    'supabase-service-role-jwt',
    'SUPABASE_SERVICE_ROLE_KEY SUPABASE_SERVICE_KEY SUPABASE_KEY',
    supabase('service_role'),
  ],
  ['neon-key', 'NEON_API_KEY', 'napi_{z:64}'],
  ['neon-db-password', 'PGPASSWORD', 'npg_{a:12}'],
  [
    'planetscale-token',
    'PLANETSCALE_SERVICE_TOKEN PLANETSCALE_PASSWORD',
    ['pscale_tkn_{u:43}', 'pscale_pw_{u:43}', 'pscale_oauth_{u:43}'],
  ],
  ['databricks-pat', 'DATABRICKS_TOKEN', ['dapi{x:32}', 'dapi{x:32}-2']],
  ['databricks-oauth-secret', 'DATABRICKS_CLIENT_SECRET', 'dose{x:32}'],
  ['pinecone-key', 'PINECONE_API_KEY', 'pcsk_{a:6}_{a:63}'],
  ['astra-token', 'ASTRA_DB_APPLICATION_TOKEN', 'AstraCS:{a:24}:{x:64}'],
  ['clickhouse-cloud-secret', 'CLICKHOUSE_CLOUD_KEY_SECRET', '4b1d{a:38}'],
  ['cockroach-key', 'COCKROACH_API_KEY', 'CCDB1_{a:22}_{a:40}'],
  ['confluent-secret', 'CONFLUENT_CLOUD_API_SECRET KAFKA_API_SECRET', confluent],
  ['influxdb-token', 'INFLUXDB_TOKEN', ['{b:86}==', 'apiv3_{u:86}']],
]);
