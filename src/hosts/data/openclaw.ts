import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

/** Its file is JSON5. Names of variables are upper case; an empty variable counts as missing, and then nothing starts. */
export const OPENCLAW: Host = {
  id: 'openclaw',
  title: 'OpenClaw',
  files: [
    { scope: 'user', os: 'any', path: '~/.openclaw/openclaw.json' },
    { scope: 'user', os: 'any', path: '$OPENCLAW_STATE_DIR/openclaw.json' },
    { scope: 'project', os: 'any', path: 'openclaw.json' },
  ],
  servers: ['mcp.servers'],
  environments: ['env', 'env.vars'],
  interpolation: [{ syntax: '${NAME}', fields: FIELDS, unset: 'error' }],
  advice: references('OpenClaw', '${NAME}'),
  shared: false,
  docs: 'https://docs.openclaw.ai/cli/mcp',
  source: 'openclaw/openclaw docs/cli/mcp.md, docs/gateway/configuration.md',
  checked: '2026-11-23',
};
