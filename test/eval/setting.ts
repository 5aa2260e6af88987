import { supabaseAnon } from './formats-cloud.ts';
import { type Marked, negative, optional } from './marked.ts';
import type { Random } from './random.ts';
import { base64urlJson, fill, jwt } from './shape.ts';

/** A variable that is no secret although its name or its value may look like one. */
interface Setting {
  readonly kind: string;
  readonly weight: number;
  readonly names: string;
  readonly values: string | readonly string[] | ((random: Random) => string);
  readonly judged?: 'optional';
}

const URLS = [
  'https://api.example.com/v1',
  'https://acme.atlassian.net',
  'http://localhost:8080',
  'https://eu.posthog.com',
  'https://n8n.example.org',
  'https://{z:20}.supabase.co',
  'https://mcp.example.com/v1/projects/{U}/mcp',
  'https://www.notion.so/acme/Roadmap-{x:32}',
  'https://docs.google.com/spreadsheets/d/{u:44}/edit#gid=0',
  'https://www.figma.com/design/{a:22}/App?node-id=12-345',
  'https://raw.githubusercontent.com/acme/repo/{x:40}/openapi.json',
  'https://gist.github.com/acme/{x:32}',
  'https://login.microsoftonline.com/{U}/v2.0',
  'https://acme.eu.auth0.com/.well-known/jwks.json',
  'https://prod-123.s3.eu-west-1.amazonaws.com/specs/{x:64}.json',
];

export const SETTINGS: readonly Setting[] = [
  {
    kind: 'public:stripe',
    weight: 2,
    names: 'STRIPE_PUBLISHABLE_KEY NEXT_PUBLIC_STRIPE_KEY',
    values: ['pk_live_{a:24}', 'pk_test_51{a:97}'],
  },
  {
    kind: 'public:supabase',
    weight: 3,
    names: 'SUPABASE_PUBLISHABLE_KEY NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY SUPABASE_ANON_KEY',
    values: 'sb_publishable_{u:22}_{a:8}',
  },
  {
    kind: 'public:supabase-anon',
    weight: 3,
    names: 'SUPABASE_ANON_KEY NEXT_PUBLIC_SUPABASE_ANON_KEY VITE_SUPABASE_ANON_KEY SUPABASE_KEY',
    values: supabaseAnon,
  },
  {
    kind: 'public:posthog',
    weight: 2,
    names: 'POSTHOG_PROJECT_API_KEY NEXT_PUBLIC_POSTHOG_KEY POSTHOG_API_KEY',
    values: 'phc_{a:43}',
  },
  { kind: 'public:langfuse', weight: 2, names: 'LANGFUSE_PUBLIC_KEY', values: 'pk-lf-{U}' },
  {
    kind: 'public:sentry-dsn',
    weight: 3,
    names: 'SENTRY_DSN NEXT_PUBLIC_SENTRY_DSN',
    values: [
      'https://{x:32}@o{d:6}.ingest.sentry.io/{d:7}',
      'https://{x:32}@o{d:16}.ingest.us.sentry.io/{d:16}',
    ],
  },
  {
    kind: 'public:mapbox',
    weight: 2,
    names: 'MAPBOX_ACCESS_TOKEN NEXT_PUBLIC_MAPBOX_TOKEN',
    values: (r) => `pk.${base64urlJson({ u: 'acme', a: fill('{z:25}', r) })}.${fill('{u:22}', r)}`,
  },
  { kind: 'public:datadog', weight: 1, names: 'DD_CLIENT_TOKEN', values: 'pub{x:32}' },
  { kind: 'public:newrelic', weight: 1, names: 'NEW_RELIC_BROWSER_KEY', values: 'NRJS-{x:19}' },
  { kind: 'public:launchdarkly', weight: 1, names: 'LAUNCHDARKLY_MOBILE_KEY', values: 'mob-{U}' },
  { kind: 'public:launchdarkly', weight: 1, names: 'LAUNCHDARKLY_CLIENT_SIDE_ID', values: '{x:24}' },
  {
    kind: 'public:site-key',
    weight: 2,
    names: 'RECAPTCHA_SITE_KEY TURNSTILE_SITE_KEY NEXT_PUBLIC_TURNSTILE_SITE_KEY',
    values: ['6L{u:38}', '0x4AAAAAAA{a:14}'],
  },
  { kind: 'public:twilio-sid', weight: 2, names: 'TWILIO_ACCOUNT_SID', values: 'AC{x:32}' },
  {
    kind: 'public:ssh-key',
    weight: 2,
    names: 'SSH_PUBLIC_KEY PUBLIC_KEY DEPLOY_PUBLIC_KEY',
    values: [
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{b:43} dev@host',
      '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG{b:48}\n{b:64}\n-----END PUBLIC KEY-----\n',
      'age1{z:58}',
    ],
  },
  {
    kind: 'public:certificate',
    weight: 1,
    names: 'TLS_CERT CLIENT_CERT CA_CERT',
    values:
      '-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIB{b:48}\n{b:64}\n{b:64}\n-----END CERTIFICATE-----\n',
  },
  {
    kind: 'public:client-id',
    weight: 4,
    names: 'GOOGLE_CLIENT_ID GOOGLE_OAUTH_CLIENT_ID GMAIL_OAUTH_CLIENT_ID',
    values: '{d:12}-{z:32}.apps.googleusercontent.com',
  },
  {
    kind: 'public:client-id',
    weight: 2,
    names: 'GITHUB_CLIENT_ID',
    values: ['Iv1.{x:16}', 'Iv23li{a:14}', 'Ov23li{a:14}'],
  },
  {
    kind: 'public:appinsights',
    weight: 1,
    names: 'APPLICATIONINSIGHTS_CONNECTION_STRING',
    values: 'InstrumentationKey={U};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/',
  },
  { kind: 'public:algolia', weight: 1, names: 'ALGOLIA_APPLICATION_ID ALGOLIA_APP_ID', values: '{Z:10}' },
  {
    kind: 'public:algolia-search',
    weight: 1,
    names: 'ALGOLIA_SEARCH_ONLY_API_KEY ALGOLIA_SEARCH_KEY',
    values: '{x:32}',
    judged: 'optional',
  },
  {
    kind: 'public:frontend',
    weight: 2,
    names: 'NEXT_PUBLIC_API_KEY VITE_API_KEY REACT_APP_KEY EXPO_PUBLIC_KEY',
    values: '{x:32}',
    judged: 'optional',
  },
  {
    kind: 'public:firebase',
    weight: 1,
    names: 'NEXT_PUBLIC_FIREBASE_API_KEY FIREBASE_API_KEY',
    values: 'AIzaSy{u:33}',
    judged: 'optional',
  },
  { kind: 'public:wallet', weight: 2, names: 'WALLET_ADDRESS CONTRACT_ADDRESS', values: '0x{x:40}' },
  {
    kind: 'id:aws-access-key',
    weight: 3,
    names: 'AWS_ACCESS_KEY_ID',
    values: ['AKIA{N:16}', 'ASIA{N:16}'],
    judged: 'optional',
  },
  {
    kind: 'id:key-like',
    weight: 2,
    names: 'TRELLO_API_KEY TRELLO_KEY',
    values: '{x:32}',
    judged: 'optional',
  },
  { kind: 'id:key-like', weight: 1, names: 'RAZORPAY_KEY_ID', values: 'rzp_live_{a:14}', judged: 'optional' },
  {
    kind: 'id:client',
    weight: 5,
    names:
      'CLIENT_ID AZURE_CLIENT_ID OKTA_CLIENT_ID AUTH0_CLIENT_ID REDDIT_APP_ID HUAWEI_CLIENT_ID MDB_MCP_API_CLIENT_ID VECTRA_CLIENT_ID HUSQVARNA_CLIENT_ID CHARMHEALTH_CLIENT_ID SPOTIFY_CLIENT_ID',
    values: ['{U}', '{x:32}', '{a:32}', '0oa{a:17}', 'mdb_sa_id_{x:24}'],
  },
  {
    kind: 'id:uuid',
    weight: 6,
    names:
      'PROJECT_ID WORKSPACE_ID AZURE_TENANT_ID AZURE_SUBSCRIPTION_ID TENANT_ID ORGANIZATION_ID TEAM_ID DATABASE_ID HATCHBOX_ACCOUNT_ID BROWSERBASE_PROJECT_ID DESTINATION_USER_ID DEVICE_ID INSTALLATION_ID',
    values: '{U}',
  },
  {
    kind: 'id:hex',
    weight: 5,
    names:
      'CLOUDFLARE_ACCOUNT_ID CLOUDFLARE_ZONE_ID NOTION_DATABASE_ID NOTION_PAGE_ID BOARD_ID MONGODB_PROJECT_ID CF_ACCOUNT_ID KENDRA_INDEX_ID',
    values: ['{x:32}', '{x:24}'],
  },
  {
    kind: 'id:other',
    weight: 5,
    names:
      'SLACK_TEAM_ID AIRTABLE_BASE_ID STRIPE_ACCOUNT GOOGLE_SHEET_ID FIGMA_FILE_ID SUPABASE_PROJECT_REF SLACK_CHANNEL_IDS GA_MEASUREMENT_ID LINEAR_TEAM_ID SPREADSHEET_ID',
    values: [
      'T0{Z:9}',
      'app{a:14}',
      'acct_1{a:15}',
      '{u:44}',
      '{a:22}',
      '{z:20}',
      'C0{Z:9},C0{Z:9}',
      'G-{Z:10}',
    ],
  },
  {
    kind: 'id:key',
    weight: 4,
    names: 'KMS_KEY_ID PRIVATE_KEY_ID APPLE_KEY_ID APNS_KEY_ID SIGNING_KEY_ID KEY_ID TOKEN_ID',
    values: ['{U}', '{x:40}', '{Z:10}'],
  },
  { kind: 'id:modal', weight: 1, names: 'MODAL_TOKEN_ID', values: 'ak-{a:22}' },
  {
    kind: 'placeholder:local-model',
    weight: 2,
    names: 'OPENAI_API_KEY LLM_API_KEY OLLAMA_API_KEY',
    values: ['ollama', 'lm-studio', 'sk-no-key-required', 'not-needed', 'local', 'none'],
  },
  {
    kind: 'id:arn',
    weight: 3,
    names: 'SECRET_ARN KMS_KEY_ARN AWS_SECRET_ARN DB_SECRET_ARN',
    values: [
      'arn:aws:secretsmanager:eu-west-1:{d:12}:secret:mcp-{a:6}',
      'arn:aws:kms:us-east-1:{d:12}:key/{U}',
    ],
  },
  {
    kind: 'name:secret',
    weight: 4,
    names:
      'SECRET_NAME SECRET_ID AWS_SECRET_NAME KEY_NAME KEY_VAULT_NAME KEY_ALIAS KEYCHAIN_SERVICE PASSWORD_STORE SECRETS_PROVIDER PROXMOX_TOKEN_NAME API_KEY_HEADER AUTH_HEADER_NAME TOKEN_PREFIX API_KEY_ENV_VAR TOKEN_ENV_VAR',
    values: [
      'prod/mcp/github',
      'mcp-vault',
      'alias/mcp-key',
      'login-keychain',
      'aws-secrets-manager',
      'X-API-Key',
      'Authorization',
      'Bearer',
      'GITHUB_TOKEN',
      'mcp-token',
      'OPENAI_API_KEY',
    ],
  },
  {
    kind: 'number:tokens',
    weight: 6,
    names:
      'MAX_TOKENS TOKEN_LIMIT TOKEN_BUDGET NUM_TOKENS MAX_MCP_OUTPUT_TOKENS TOKENS_PER_MINUTE MAX_THINKING_TOKENS NEO4J_RESPONSE_TOKEN_LIMIT PASSWORD_MIN_LENGTH TOKEN_TTL SESSION_TOKEN_TTL KEY_LENGTH API_KEY_ROTATION_DAYS TOKEN_EXPIRY_SECONDS',
    values: ['25000', '8192', '100000', '32000', '12', '3600', '256', '90', '0', '4096'],
  },
  {
    kind: 'switch:auth',
    weight: 5,
    names:
      'TOKENIZERS_PARALLELISM AUTH_ENABLED REQUIRE_PASSWORD USE_API_KEY DISABLE_AUTH SKIP_TOKEN_CHECK ENABLE_TOKEN_PASSTHROUGH API_KEY_REQUIRED SECRETS_ENABLED MASK_SECRETS',
    values: ['true', 'false', '1', '0', 'on', 'yes'],
  },
  {
    kind: 'setting:auth',
    weight: 5,
    names:
      'AUTH_TYPE AUTH_METHOD TOKEN_TYPE GRANT_TYPE AUTH_MODE AUTH_SCHEME TOKENIZER OAUTH_SCOPES TOKEN_SCOPE JWT_ALGORITHM KEY_ALGORITHM ENCRYPTION_ALGORITHM JWT_ISSUER TOKEN_AUDIENCE KEY_FORMAT SECRET_BACKEND',
    values: [
      'bearer',
      'basic',
      'oauth2',
      'api_key',
      'client_credentials',
      'authorization_code',
      'api-key',
      'cl100k_base',
      'repo read:org',
      'RS256',
      'HS256',
      'aes-256-gcm',
      'managed-identity',
      'interactive',
      'pem',
    ],
  },
  {
    kind: 'path:secret',
    weight: 6,
    names:
      'PASSWORD_FILE SECRET_FILE TOKEN_FILE KEY_PATH SSH_KEY_PATH SSH_PRIVATE_KEY_PATH KEYFILE CERT_PATH GOOGLE_APPLICATION_CREDENTIALS KUBECONFIG GOOGLE_CREDENTIALS_PATH TOKEN_CACHE_DIR POSTGRES_PASSWORD_FILE CRDB_SSL_KEYFILE TEMPORAL_TLS_CLIENT_CERT_PATH GMAIL_CREDENTIALS_PATH PRIVATE_KEY_FILE SSH_AUTH_SOCK',
    values: [
      '/Users/dev/.ssh/id_ed25519',
      '~/.kube/config',
      '/run/secrets/db_password',
      'C:\\Users\\dev\\gcp\\service-account.json',
      './secrets/token.json',
      '/home/dev/.config/gcloud/application_default_credentials.json',
      '${workspaceFolder}/.secrets/key.pem',
      '~/.aws/credentials',
      '/etc/ssl/private/mcp.key',
      '/private/tmp/com.apple.launchd.{a:10}/Listeners',
      'credentials.json',
    ],
  },
  {
    kind: 'url:auth',
    weight: 5,
    names:
      'TOKEN_URL AUTH_URL TOKEN_ENDPOINT OAUTH_REDIRECT_URI JWKS_URI SECRETS_MANAGER_ENDPOINT CHARMHEALTH_TOKEN_URL OAUTH_TOKEN_URL API_KEY_URL AUTH_SERVER_URL KEYCLOAK_URL VAULT_ADDR',
    values: [
      'https://auth.example.com/oauth/token',
      'http://localhost:3000/callback',
      'https://login.microsoftonline.com/{U}/oauth2/v2.0/token',
      'https://vault.example.com:8200',
      'https://acme.okta.com/oauth2/default/v1/keys',
      'https://oauth2.googleapis.com/token',
    ],
  },
  {
    kind: 'url:plain',
    weight: 8,
    names:
      'BASE_URL API_BASE_URL JIRA_URL N8N_API_URL GRAFANA_URL API_URL NOTION_PAGE_URL OPENAPI_SPEC_URL SPEC_URL SUPABASE_URL GITLAB_API_URL LLM_API_BASE_URL MCP_SERVER_URL WEBHOOK_BASE_URL OIDC_ISSUER',
    values: URLS,
  },
  {
    kind: 'word:key',
    weight: 4,
    names:
      'PRIMARY_KEY PARTITION_KEY SORT_KEY CACHE_KEY FOREIGN_KEY KEYBOARD_LAYOUT KEYWORDS AUTHOR AUTHORITY COMPASS_MODE BYPASS_LIST PASSIVE_MODE MONKEY_PATCH KEYSPACE TOKENIZE_MODE SECRETARY_EMAIL SHORTCUT_KEY',
    values: [
      'id',
      'user_id',
      'created_at',
      'mcp:cache',
      'us-intl',
      'mcp,llm,agents',
      'Jane Doe',
      'https://authority.example.com',
      '127.0.0.1,localhost',
      'auto',
      'jane@example.com',
      'ctrl+k',
    ],
  },
  {
    kind: 'account',
    weight: 6,
    names:
      'USERNAME JIRA_USERNAME CONFLUENCE_USERNAME JIRA_EMAIL DB_USER MYSQL_USER NEO4J_USERNAME SNOWFLAKE_ACCOUNT PACT_BROKER_USERNAME GCAL_SERVICE_ACCOUNT_CLIENT_EMAIL SSH_USER SMTP_USER ES_USERNAME X_AUTH_EMAIL',
    values: [
      'jane.doe@example.com',
      'admin',
      'mcp_reader',
      'xy12345.eu-central-1',
      'mcp-bot@acme-prod-{d:6}.iam.gserviceaccount.com',
      'neo4j',
      'root',
      'elastic',
      'svc-mcp',
    ],
  },
  {
    kind: 'setting:plain',
    weight: 12,
    names:
      'NODE_ENV LOG_LEVEL AWS_REGION AWS_PROFILE PORT MCP_TRANSPORT LLM_MODEL EMBEDDING_MODEL TZ LANG READ_ONLY_MODE HEADLESS DB_HOST DB_PORT DB_NAME RUST_LOG PYTHONUNBUFFERED FASTMCP_LOG_LEVEL DISABLED_TOOLS ENABLED_TOOLS RATE_LIMIT TIMEOUT_MS ORGANIZATION MCP_MODE DEBUG NO_PROXY',
    values: [
      'production',
      'info',
      'eu-central-1',
      'default',
      '3000',
      'stdio',
      'claude-sonnet-4-5-20250929',
      'text-embedding-3-small',
      'Europe/Berlin',
      'en_US.UTF-8',
      'true',
      'db.internal.example.com',
      '5432',
      'analytics',
      'mcp=debug',
      '1',
      'ERROR',
      'search,read_file,create_issue',
      '30000',
      'acme-corp',
      'localhost,127.0.0.1,.internal',
      'meta-llama/Llama-3.3-70B-Instruct',
      'gpt-4o-2024-08-06',
      'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
    ],
  },
  {
    kind: 'path:plain',
    weight: 7,
    names:
      'MEMORY_FILE_PATH OUTPUT_DIR ARXIV_STORAGE_PATH PATH HOME CONFIG_PATH PYTHONPATH NODE_PATH CHROME_PATH CACHE_DIR DATA_DIR OBSIDIAN_VAULT_PATH ALLOWED_AGENT_ROOTS',
    values: [
      '/Users/dev/Library/Application Support/Claude/memory.json',
      'C:\\Users\\dev\\AppData\\Local\\Programs\\Python\\Python312\\python.exe',
      '/home/dev/.nvm/versions/node/v20.11.1/bin:/usr/local/bin:/usr/bin:/bin',
      '/nix/store/{z:32}-nodejs-20.11.1/bin',
      'C:\\Users\\dev\\AppData\\Local\\npm-cache\\_npx\\{x:16}\\node_modules\\.bin',
      '/var/folders/x{z:1}/{z:30}/T/mcp',
      '${workspaceFolder}/data',
      '~/Documents/Vault',
      '/opt/mcp/{U}/data',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
  },
  {
    kind: 'hash',
    weight: 4,
    names:
      'IMAGE_DIGEST GIT_SHA COMMIT_SHA CONFIG_HASH EXPECTED_SHA256 CERT_FINGERPRINT TLS_THUMBPRINT INTEGRITY BUILD_HASH CHECKSUM',
    values: [
      'sha256:{x:64}',
      '{x:40}',
      '{x:64}',
      'SHA256:{b:43}',
      'sha512-{b:86}==',
      'sha384-{b:64}',
      'AB:CD:12:{X:2}:{X:2}:{X:2}:{X:2}:{X:2}:{X:2}',
    ],
  },
  {
    kind: 'version',
    weight: 4,
    names:
      'API_VERSION ES_VERSION NOTION_VERSION AZURE_OPENAI_API_VERSION STRIPE_API_VERSION PACKAGE_VERSION SCHEMA_VERSION',
    values: [
      '2022-06-28',
      '2024-10-01-preview',
      '1.2.3-beta.4',
      'v20.0',
      '8',
      '2025-04-30.basil',
      '7.17.21+build.20251101',
    ],
  },
  {
    kind: 'proxy:plain',
    weight: 2,
    names: 'HTTPS_PROXY HTTP_PROXY ALL_PROXY https_proxy',
    values: ['http://127.0.0.1:14322', 'http://proxy.corp.example.com:8080', 'socks5://localhost:1080'],
  },
  {
    kind: 'protocol',
    weight: 1,
    names: 'CSRF_TOKEN NONCE OAUTH_STATE CODE_CHALLENGE',
    values: '{u:43}',
    judged: 'optional',
  },
  {
    kind: 'expired',
    weight: 1,
    names: 'API_TOKEN AUTH_TOKEN',
    values: (r) =>
      jwt(r, { iss: 'https://idp.example.org', sub: fill('{U}', r), iat: 1600000000, exp: 1600003600 }),
    judged: 'optional',
  },
  {
    kind: 'weak-default',
    weight: 1,
    names: 'MINIO_ROOT_PASSWORD POSTGRES_PASSWORD NEO4J_PASSWORD DB_PASSWORD ADMIN_PASSWORD',
    values: ['minioadmin', 'postgres', 'neo4j', 'admin', 'root', 'guest', 'admin123', 'Passw0rd!', 'letmein'],
    judged: 'optional',
  },
  { kind: 'salt', weight: 1, names: 'HASH_SALT SALT', values: '{x:32}', judged: 'optional' },
  {
    kind: 'truncated-sample',
    weight: 1,
    names: 'GITHUB_TOKEN OPENAI_API_KEY',
    values: ['ghp_{a:10}', 'sk-{a:8}', 'ghp_{a:36}', 'xoxb-{d:4}'],
    judged: 'optional',
  },
];

/** A setting with the name of its variable. */
export function setting(random: Random): { name: string; value: Marked } {
  const chosen = random.weighted(SETTINGS);
  const { values } = chosen;
  const text =
    typeof values === 'function'
      ? values(random)
      : fill(typeof values === 'string' ? values : random.pick(values), random);
  return {
    name: random.pick(chosen.names.split(' ')),
    value: chosen.judged === 'optional' ? optional(text, chosen.kind) : negative(text, chosen.kind),
  };
}
