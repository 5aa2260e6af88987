import type { Field, Host } from '../../core/host.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'url', 'headers'];

/** A plain `${NAME}` is not Cursor's and stays as written (PostHog/ai-plugin#29). */
export const CURSOR: Host = {
  id: 'cursor',
  title: 'Cursor',
  files: [
    { scope: 'user', os: 'any', path: '~/.cursor/mcp.json' },
    { scope: 'project', os: 'any', path: '.cursor/mcp.json' },
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [
    { syntax: '${env:NAME}', fields: FIELDS, unset: 'unknown' },
    { syntax: '${userHome}', fields: FIELDS, unset: 'error' },
    { syntax: '${workspaceFolder}', fields: FIELDS, unset: 'unknown' },
    { syntax: '${workspaceFolderBasename}', fields: FIELDS, unset: 'unknown' },
    { syntax: '${pathSeparator}', fields: FIELDS, unset: 'error' },
    { syntax: '${/}', fields: FIELDS, unset: 'error' },
  ],
  unknownExpansion: { fields: ['oauth', 'cwd', 'envFile'] },
  advice: {
    env: 'Write "${env:NAME}" here and set NAME in the environment that starts Cursor, or name a file outside the repository in "envFile".',
    headers:
      'Write "${env:NAME}" here (as in "Bearer ${env:NAME}") and set NAME in the environment that starts Cursor, or delete the header and sign in with OAuth.',
    bareHeaders:
      'Write "${env:NAME}" here and set NAME in the environment that starts Cursor, or delete the header and sign in with OAuth.',
    args: 'Write "${env:NAME}" in place of the value and set NAME in the environment that starts Cursor; where the server also reads a variable use "env", because arguments are visible in process lists.',
    url: 'Write "${env:NAME}" in place of the credential and set NAME in the environment that starts Cursor.',
    other:
      'Write "${env:NAME}" here and set NAME in the environment that starts Cursor; in "auth" leave CLIENT_SECRET out and register a public client where the issuer allows it.',
  },
  shared: true,
  docs: 'https://cursor.com/docs/mcp',
  source: 'cursor.com/docs/mcp; dyoshikawa/rulesync#857; PostHog/ai-plugin#29',
  checked: '2026-11-23',
};
