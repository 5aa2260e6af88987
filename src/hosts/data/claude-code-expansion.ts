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

/**
 * In `url` and `headers` Claude Code puts nothing for variables of a built-in list (NPM_TOKEN, SONAR_TOKEN, VAULT_TOKEN,
 * AWS_SECRET_ACCESS_KEY, ANTHROPIC_API_KEY and others; GITHUB_TOKEN is not on it), which the advice has to say.
 */
export const CLAUDE_CODE_ADVICE: Host['advice'] = {
  env: 'Write "${NAME}" here and export NAME in the environment that starts Claude Code.',
  headers:
    'Write "${NAME}" here (as in "Bearer ${NAME}") and export NAME in the environment that starts Claude Code, under a name of your own: the names it knows as credentials, such as NPM_TOKEN, SONAR_TOKEN, VAULT_TOKEN, AWS_SECRET_ACCESS_KEY or ANTHROPIC_API_KEY, arrive empty in headers.',
  args: 'Write "${NAME}" in place of the value and export NAME in the environment that starts Claude Code; where the server also reads a variable use "env", because arguments are visible in process lists.',
  url: 'Write "${NAME}" in place of the credential and export NAME in the environment that starts Claude Code, under a name of your own: the names it knows as credentials, such as NPM_TOKEN, SONAR_TOKEN, VAULT_TOKEN, AWS_SECRET_ACCESS_KEY or ANTHROPIC_API_KEY, arrive empty in URLs.',
  other:
    'Write "${NAME}" without a default and export NAME in the environment that starts Claude Code; an OAuth client secret goes into the keychain with "claude mcp add --client-secret", and a "headersHelper" has to read its secret itself.',
};
