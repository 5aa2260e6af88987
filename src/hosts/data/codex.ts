import type { Host } from '../../core/host.ts';

/** Codex hands on a few variables of its user only (HOME, PATH, LANG and the like) and those that `env_vars` names. */
export const CODEX: Host = {
  id: 'codex',
  title: 'Codex',
  files: [
    { scope: 'user', os: 'any', path: '~/.codex/config.toml' },
    { scope: 'user', os: 'any', path: '$CODEX_HOME/config.toml' },
    { scope: 'project', os: 'any', path: '.codex/config.toml' },
    ...(['macos', 'linux'] as const).flatMap((os) => [
      { scope: 'system' as const, os, path: '/etc/codex/config.toml' },
      { scope: 'system' as const, os, path: '/etc/codex/managed_config.toml' },
    ]),
  ],
  servers: ['mcp_servers'],
  headers: ['model_providers.*.http_headers'],
  credentials: ['model_providers.*.experimental_bearer_token'],
  // Run with 0.169: "${NAME}" and "$NAME" reach the server as they are written.
  interpolation: [],
  // Run with 0.169: app-server, mcpServerStatus/list.
  variableNames: { env: 'env_vars', bearer: 'bearer_token_env_var', headers: 'env_http_headers' },
  advice: {
    env: 'Delete the variable here, add env_vars = ["NAME"] to the server and set NAME in the environment that starts Codex, which hands on no other variables of its user.',
    headers:
      'Delete the header and write bearer_token_env_var = "NAME" with NAME set in the environment that starts Codex, or sign in with "codex mcp login" where the server offers OAuth.',
    bareHeaders:
      'Move the header from http_headers to env_http_headers, which takes the name of a variable in place of the value, and set NAME in the environment that starts Codex.',
    args: 'Codex expands nothing: where the server also reads a variable add env_vars = ["NAME"] and set NAME in the environment that starts Codex, else run "mcp-lint fix", which moves the value into the keychain of the system.',
    url: 'Take the credential out of the address, which ends up in logs, and send it with bearer_token_env_var or env_http_headers, or sign in with "codex mcp login" where the server offers OAuth.',
    other:
      'Write the name of a variable where Codex takes one (bearer_token_env_var, env_http_headers, env_vars, env_key of a model provider) and set it in the environment that starts Codex.',
  },
  shared: true,
  docs: 'https://developers.openai.com/codex/mcp',
  source: '@openai/codex 0.169.0, run: mcp add, mcp list, a server that prints its environment',
  checked: '2026-11-23',
};
