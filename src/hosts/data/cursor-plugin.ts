import type { Field, Host } from '../../core/host.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'url', 'headers', 'oauth'];

/** Plugins ask their users for `variables`, a JSON Schema of the manifest, and refer to them as `${NAME}`. */
export const CURSOR_PLUGIN: Host = {
  id: 'cursor-plugin',
  title: 'Cursor (plugin)',
  files: [
    { scope: 'project', os: 'any', path: '.cursor-plugin/plugin.json' },
    { scope: 'project', os: 'any', path: '.cursor-plugin/marketplace.json' },
    { scope: 'project', os: 'any', path: '.cursor-plugin/mcp.json' },
  ],
  servers: ['mcpServers', 'mcpServers[]', 'plugins[].mcpServers', 'plugins[].mcpServers[]'],
  inputs: ['variables.properties', 'plugins[].variables.properties'],
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'unknown' },
    { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
    { syntax: '${env:NAME}', fields: ['command', 'args', 'env', 'url', 'headers'], unset: 'unknown' },
    ...['${userHome}', '${workspaceFolder}', '${workspaceFolderBasename}', '${pathSeparator}', '${/}'].map(
      (syntax) => ({ syntax, fields: FIELDS, unset: 'unknown' as const }),
    ),
  ],
  unknownExpansion: { fields: ['cwd', 'envFile'] },
  advice: {
    env: 'Write "${NAME}" here and declare NAME under "variables" of .cursor-plugin/plugin.json, so that Cursor asks each user for the value.',
    headers:
      'Write "Bearer ${NAME}" here and declare NAME under "variables" of .cursor-plugin/plugin.json, so that Cursor asks each user for the value.',
    bareHeaders:
      'Write "${NAME}" here and declare NAME under "variables" of .cursor-plugin/plugin.json, so that Cursor asks each user for the value.',
    args: 'Pass the value as a variable instead, "env": {"NAME": "${NAME}"}, and declare NAME under "variables" of .cursor-plugin/plugin.json: arguments are visible in process lists.',
    url: 'Write "${NAME}" in place of the credential and declare NAME under "variables" of .cursor-plugin/plugin.json.',
    other:
      'Delete the value, a "default" under "variables" included: it is shipped to everybody who installs the plugin; write "${NAME}" and declare NAME under "variables" of .cursor-plugin/plugin.json.',
  },
  shared: true,
  distributed: true,
  docs: 'https://cursor.com/docs/reference/plugins',
  source: 'cursor/plugins schemas/plugin.schema.json and #204; SigNoz/agent-skills#36; mem0ai/mem0#4547',
  checked: '2026-11-23',
};
