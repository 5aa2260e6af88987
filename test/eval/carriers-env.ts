import { type Carrier, setEnv } from './carrier.ts';
import { connection } from './connection.ts';
import { hasSpace } from './credential.ts';
import type { Base } from './draft.ts';
import { base64Of, pathUrl, queryUrl, signedUrl, userinfoUrl } from './endpoint.ts';
import { join, negative, orWhole, type Text } from './marked.ts';
import { fields, jsonText } from './tree.ts';

const STDIO: readonly Base[] = ['package', 'docker', 'bridge', 'shell'];
const oneLine = (value: string): boolean => !hasSpace(value) && value.length < 600;

/** What gets into a value when it is pasted. */
const WRAPPINGS = [
  { weight: 94, before: '', after: '' },
  { weight: 2, before: '', after: '\n' },
  { weight: 2, before: ' ', after: ' ' },
  { weight: 1, before: '"', after: '"' },
  { weight: 1, before: "'", after: "'" },
];

const ARMOUR = 'PRIVATE KEY';
const PEM_SHAPE = `-----BEGIN ${ARMOUR}-----\nMIIEvQ{b:58}\n${'{b:64}\n'.repeat(7)}{b:22}==\n-----END ${ARMOUR}-----\n`;

/** Variables of the server's environment. */
export const ENV_CARRIERS: readonly Carrier[] = [
  {
    id: 'env',
    weight: 40,
    bases: STDIO,
    load: (r, draft, supply) => {
      const { name, value } = supply.any('env');
      const { before, after } = r.weighted(supply.secrets ? WRAPPINGS : WRAPPINGS.slice(0, 3));
      setEnv(draft, name, join(before, value, after));
    },
  },
  {
    id: 'env-scheme',
    weight: 3,
    bases: STDIO,
    load: (r, draft, supply) => {
      const value = join(
        r.pick(['Bearer ', 'Bearer ', 'token ', 'Token ']),
        supply.key('env scheme', oneLine).value,
      );
      setEnv(
        draft,
        r.pick([
          'AUTH_HEADER',
          'POSTHOG_AUTH_HEADER',
          'AUTHORIZATION',
          'MCP_AUTHORIZATION',
          'API_AUTHORIZATION',
        ]),
        value,
      );
    },
  },
  {
    id: 'env-connection',
    weight: 8,
    bases: STDIO,
    load: (r, draft, supply) => {
      const { names, text } = connection(r, 'env', supply);
      setEnv(draft, r.pick(names.split(' ')), text);
    },
  },
  {
    id: 'env-url',
    weight: 4,
    bases: STDIO,
    load: (r, draft, supply) => {
      const write = r.pick([queryUrl, queryUrl, userinfoUrl, signedUrl]);
      setEnv(
        draft,
        r.pick([
          'API_URL',
          'MCP_SERVER_URL',
          'REPO_URL',
          'BASE_URL',
          'FEED_URL',
          'API_ENDPOINT',
          'REMOTE_URL',
        ]),
        write(r, 'env', supply),
      );
    },
  },
  {
    id: 'env-url-path',
    weight: 4,
    bases: STDIO,
    load: (r, draft, supply) => {
      setEnv(
        draft,
        r.pick([
          'RPC_URL',
          'SLACK_WEBHOOK_URL',
          'WEBHOOK_URL',
          'DISCORD_WEBHOOK_URL',
          'ETH_RPC_URL',
          'MCP_URL',
          'NOTIFY_URL',
        ]),
        pathUrl(r, 'env', supply),
      );
    },
  },
  {
    id: 'env-json',
    weight: 5,
    bases: STDIO,
    load: (r, draft, supply) => {
      const slot = 'env json';
      const bearer = join('Bearer ', supply.key(slot, oneLine).value);
      const raw = supply.key(slot, oneLine).value;
      const secret = supply.key(slot, oneLine).value;
      const [name, tree] = r.pick([
        ['OPENAPI_MCP_HEADERS', fields(['Authorization', bearer], ['Notion-Version', '2022-06-28'])],
        ['MCP_HEADERS', fields(['X-API-Key', raw])],
        ['GRAFANA_EXTRA_HEADERS', fields(['Authorization', bearer], ['X-Grafana-Org-Id', '1'])],
        ['HTTP_HEADERS', fields(['Accept', 'application/json'], ['Authorization', bearer])],
        [
          'TOOL_SERVER_CONFIG',
          fields(['url', 'https://api.example.com'], ['auth', fields(['apiKey', raw], ['type', 'bearer'])]),
        ],
        [
          'OAUTH_TOKENS',
          fields(
            ['access_token', secret],
            ['token_type', 'Bearer'],
            ['expires_in', 3600],
            ['refresh_token', raw],
          ),
        ],
        ['DOCKER_AUTH_CONFIG', undefined],
        ['GCP_SERVICE_ACCOUNT_KEY', undefined],
      ] as const);
      if (name === 'DOCKER_AUTH_CONFIG') {
        const auth = supply.secrets ? base64Of(join('acme-bot:', raw)) : raw;
        setEnv(draft, name, jsonText(fields(['auths', fields(['ghcr.io', fields(['auth', auth])])])));
      } else if (name === 'GCP_SERVICE_ACCOUNT_KEY') {
        const key = join(supply.shaped('env service-account', PEM_SHAPE, 'gcp-service-account-json'));
        const text = jsonText(
          fields(
            ['type', 'service_account'],
            ['project_id', 'acme-prod'],
            ['private_key_id', r.chars('0123456789abcdef', 40)],
            ['private_key', key],
            ['client_email', 'mcp@acme-prod.iam.gserviceaccount.com'],
            ['client_id', r.chars('0123456789', 21)],
            ['token_uri', 'https://oauth2.googleapis.com/token'],
          ),
        );
        setEnv(
          draft,
          r.pick(['GCP_SERVICE_ACCOUNT_KEY', 'GOOGLE_APPLICATION_CREDENTIALS_JSON', 'GOOGLE_CREDENTIALS']),
          supply.secrets ? orWhole(text) : text,
        );
      } else setEnv(draft, name, jsonText(tree));
    },
  },
  {
    id: 'env-headers-text',
    weight: 2,
    bases: STDIO,
    load: (r, draft, supply) => {
      const { value } = supply.key('env header text', oneLine);
      // OpenTelemetry and VictoriaMetrics join name and value with an equals sign.
      const equals = r.chance(0.3);
      const names = equals
        ? ['VM_INSTANCE_HEADERS', 'VL_INSTANCE_HEADERS', 'OTEL_EXPORTER_OTLP_HEADERS']
        : ['MCP_HEADERS', 'CUSTOM_HEADERS', 'EXTRA_HEADERS', 'HTTP_HEADERS'];
      const starts = equals
        ? ['Authorization=Bearer ', 'X-Api-Key=', 'api-key=']
        : ['Authorization: Bearer ', 'X-API-Key: '];
      setEnv(draft, r.pick(names), join(r.pick(starts), value));
    },
  },
  {
    id: 'env-list',
    weight: 1.5,
    bases: STDIO,
    load: (r, draft, supply) => {
      const safe = (value: string): boolean => /^[\w.-]+$/.test(value) && value.length < 200;
      const parts = [supply.key('env list', safe).value, supply.key('env list', safe).value];
      setEnv(
        draft,
        r.pick(['CONTEXT7_API_KEYS', 'API_KEYS', 'OPENAI_API_KEYS', 'ACCESS_TOKENS']),
        join(parts[0] ?? '', r.pick([',', ', ']), parts[1] ?? ''),
      );
    },
  },
  {
    id: 'env-default',
    weight: 6,
    bases: STDIO,
    load: (r, draft, supply) => {
      if (!supply.secrets) {
        setEnv(draft, ...defaultDecoy(r.pick(DEFAULT_DECOYS)));
        return;
      }
      const { name, value } = supply.any('env default', (text) => !/[{}]/.test(text) && text.length < 400);
      setEnv(draft, name, join(`\${${name}:-`, value, '}'));
    },
  },
  {
    id: 'env-cookie',
    weight: 1,
    bases: STDIO,
    load: (r, draft, supply) => {
      const value = supply.shaped(
        'env cookie',
        r.pick(['{x:32}', '{u:64}', 'AQED{u:140}']),
        'session-cookie',
      );
      setEnv(
        draft,
        r.pick(['COOKIE', 'SESSION_COOKIE', 'LINKEDIN_COOKIE', 'CONFLUENCE_COOKIE']),
        orWhole(join(r.pick(['sessionid=', 'li_at=', '_gitlab_session=', 'connect.sid=']), value)),
      );
    },
  },
  {
    id: 'env-percent',
    weight: 1,
    bases: STDIO,
    load: (r, draft, supply) => {
      setEnv(
        draft,
        r.pick(['PIP_INDEX_URL', 'UV_INDEX_URL', 'NPM_CONFIG_REGISTRY']),
        join(
          'https://__token__:',
          (supply.secrets
            ? supply.recognisable('url-userinfo (env)', (value) => /^[\w.-]+$/.test(value))
            : supply.password('url-userinfo (env)', (value) => /^[\w.-]+$/.test(value))
          ).value,
          '@packages.example.com/simple/',
        ),
      );
    },
  },
];

const DEFAULT_DECOYS = [
  'AWS_REGION:us-east-1',
  'LOG_LEVEL:info',
  'K8S_NAMESPACE:default',
  'PROJECT_ROOT:.',
  'API_BASE_URL:https://api.example.com',
  'GITHUB_TOKEN:',
  'GITHUB_TOKEN:your-token-here',
  'API_KEY:changeme',
  'DB_PASSWORD:',
  'MAX_TOKENS:4096',
  'PORT:3000',
  'AWS_PROFILE:default',
  'OPENAI_API_KEY:sk-xxxx',
  'KEY_PATH:~/.ssh/id_rsa',
];

function defaultDecoy(text: string): [string, Text] {
  const [name = '', rest = ''] = text.split(/:(.*)/s);
  return [name, negative(`\${${name}:-${rest}}`, 'reference:default', 'env default')];
}
