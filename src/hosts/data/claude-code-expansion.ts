import type { Field, Host, Interpolation } from '../../core/host.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'url', 'headers'];

/**
 * What Claude Code replaces in server entries. `headersHelper`, `oauth` and keys are taken as written, and so is a bare
 * `$NAME`. An unset variable stays as written, with a warning.
 */
export const CLAUDE_CODE_EXPANSION: readonly Interpolation[] = [
  { syntax: '${NAME}', fields: FIELDS, unset: 'literal' },
  { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
];

const CREDENTIALS: readonly string[] = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_BEARER_TOKEN_BEDROCK',
  'AZURE_CLIENT_SECRET',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'VAULT_TOKEN',
  'CONSUL_HTTP_TOKEN',
  'NOMAD_TOKEN',
  'SONAR_TOKEN',
  'NPM_TOKEN',
  'NODE_AUTH_TOKEN',
  'CARGO_REGISTRY_TOKEN',
  'PYPI_TOKEN',
  'TWINE_PASSWORD',
  'SLACK_WEBHOOK_URL',
  'DISCORD_WEBHOOK_URL',
  'TEAMS_WEBHOOK_URL',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'MCP_CLIENT_SECRET',
];

/**
 * Variables that Claude Code takes for credentials and puts nothing for on the way to a remote server. Read in the
 * bundle of 2.1.330; NPM_TOKEN was seen to arrive empty. HF_TOKEN, GITHUB_TOKEN and OPENAI_API_KEY are not on its list.
 */
export const CLAUDE_CODE_BLANKED: NonNullable<Host['blanked']> = {
  fields: ['url', 'headers'],
  names: [
    ...CREDENTIALS,
    ...CREDENTIALS.map((name) => `INPUT_${name}`),
    'ACTIONS_*_TOKEN',
    'OTEL_*',
    'GIT_CONFIG_*',
  ],
};

/**
 * In `url` and `headers` Claude Code puts nothing for variables of a built-in list (NPM_TOKEN, SONAR_TOKEN, VAULT_TOKEN,
 * AWS_SECRET_ACCESS_KEY, ANTHROPIC_API_KEY and others; GITHUB_TOKEN is not on it), which the advice has to say.
 */
export const CLAUDE_CODE_ADVICE: Host['advice'] = {
  env: 'Write "${NAME}" here and export NAME in the environment that starts Claude Code.',
  headers:
    'Write "${NAME}" here (as in "Bearer ${NAME}") and export NAME in the environment that starts Claude Code, under a name of your own: NPM_TOKEN, VAULT_TOKEN and others that it knows arrive empty in headers.',
  bareHeaders:
    'Write "${NAME}" here and export NAME in the environment that starts Claude Code, under a name of your own: NPM_TOKEN, VAULT_TOKEN and others that it knows arrive empty in headers.',
  args: 'Write "${NAME}" in place of the value and export NAME in the environment that starts Claude Code; where the server also reads a variable use "env", because arguments are visible in process lists.',
  url: 'Write "${NAME}" in place of the credential and export NAME in the environment that starts Claude Code, under a name of your own: NPM_TOKEN, VAULT_TOKEN and others that it knows arrive empty in URLs.',
  other:
    'Write "${NAME}" without a default and export NAME in the environment that starts Claude Code; an OAuth client secret goes into the keychain with "claude mcp add --client-secret", and a "headersHelper" has to read its secret itself.',
};
