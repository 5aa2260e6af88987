import type { Field, Host } from '../../core/host.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env'];

export const MCPB_MANIFEST: Host = {
  id: 'mcpb-manifest',
  title: 'MCP bundle (MCPB) manifest',
  files: [{ scope: 'project', os: 'any', path: 'manifest.json' }],
  servers: ['server.mcp_config'],
  inputs: ['user_config'],
  requires: [['server']],
  interpolation: [
    { syntax: '${user_config.KEY}', fields: FIELDS, unset: 'unknown' },
    { syntax: '${__dirname}', fields: FIELDS, unset: 'error' },
    ...['${HOME}', '${DESKTOP}', '${DOCUMENTS}', '${DOWNLOADS}', '${pathSeparator}', '${/}'].map(
      (syntax) => ({
        syntax,
        fields: FIELDS,
        unset: 'unknown' as const,
      }),
    ),
  ],
  advice: {
    env: 'Write "${user_config.KEY}" here and declare KEY under "user_config" with "sensitive": true, so that each user types the value and the host keeps it in the keychain of the system.',
    headers:
      'Write "${user_config.KEY}" here and declare KEY under "user_config" with "sensitive": true, so that each user types the value.',
    args: 'Pass the value as a variable instead, "env": {"NAME": "${user_config.KEY}"}, and declare KEY under "user_config" with "sensitive": true: arguments are visible in process lists.',
    url: 'Write "${user_config.KEY}" in place of the credential and declare KEY under "user_config" with "sensitive": true.',
    other:
      'Delete the value, a "default" of "user_config" included: it is shipped to everybody who installs the bundle; declare the key with "sensitive": true and let users type it.',
  },
  shared: true,
  distributed: true,
  docs: 'https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md',
  source: '@anthropic-ai/mcpb 2.1.2, schemas 0.1 to 0.4',
  checked: '2026-11-23',
};
