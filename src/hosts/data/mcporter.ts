import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

/** `${env:NAME}` is refused by name (docs.firecrawl.dev/quickstarts/mcporter); `*Env` members hold names of variables. */
export const MCPORTER: Host = {
  id: 'mcporter',
  title: 'mcporter',
  files: [
    { scope: 'project', os: 'any', path: 'config/mcporter.json' },
    { scope: 'user', os: 'any', path: '~/.mcporter/mcporter.json' },
    { scope: 'user', os: 'any', path: '~/.mcporter/mcporter.jsonc' },
    { scope: 'user', os: 'any', path: '$XDG_CONFIG_HOME/mcporter/mcporter.json' },
    { scope: 'user', os: 'any', path: '$XDG_CONFIG_HOME/mcporter/mcporter.jsonc' },
  ],
  also: 'configs of Cursor, Claude Code, Claude Desktop, Codex, Windsurf, opencode and VS Code, unless "imports" is empty',
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'error' },
    { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
    { syntax: '$env:NAME', fields: ['headers'], unset: 'error' },
  ],
  refused: [{ syntax: '${env:NAME}', fields: FIELDS }],
  advice: references('mcporter', '${NAME}'),
  shared: true,
  docs: 'https://github.com/openclaw/mcporter/blob/main/docs/config.md',
  source: 'openclaw/mcporter @1d7284c docs/config.md',
  checked: '2026-11-23',
};
