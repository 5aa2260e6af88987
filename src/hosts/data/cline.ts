import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';
import { extensionFiles } from './extension-storage.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

/** The extension expands references in every string; its command line tool, which reads the same file, expands none. */
export const CLINE: Host = {
  id: 'cline',
  title: 'Cline',
  files: [
    { scope: 'user', os: 'any', path: '~/.cline/data/settings/cline_mcp_settings.json' },
    { scope: 'user', os: 'any', path: '$CLINE_DIR/data/settings/cline_mcp_settings.json' },
    ...extensionFiles('saoudrizwan.claude-dev/settings/cline_mcp_settings.json'),
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [{ syntax: '${env:NAME}', fields: FIELDS, unset: 'literal' }],
  advice: references('Cline', '${env:NAME}'),
  shared: false,
  docs: 'https://docs.cline.bot/mcp/configuring-mcp-servers',
  source: 'cline/cline @21cb8d2 McpHub.ts, config-loader.ts; @cline/core 0.0.86',
  checked: '2026-11-23',
};
