import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

/** Every string of the file is expanded when it is loaded, `env` and `headers` once more. `%NAME%` counts on Windows only. */
export const GEMINI_CLI: Host = {
  id: 'gemini-cli',
  title: 'Gemini CLI',
  files: [
    { scope: 'user', os: 'any', path: '~/.gemini/settings.json' },
    { scope: 'project', os: 'any', path: '.gemini/settings.json' },
    { scope: 'system', os: 'linux', path: '/etc/gemini-cli/settings.json' },
    { scope: 'system', os: 'linux', path: '/etc/gemini-cli/system-defaults.json' },
    { scope: 'system', os: 'macos', path: '/Library/Application Support/GeminiCli/settings.json' },
    { scope: 'system', os: 'macos', path: '/Library/Application Support/GeminiCli/system-defaults.json' },
    { scope: 'system', os: 'windows', path: 'C:/ProgramData/gemini-cli/settings.json' },
    { scope: 'system', os: 'windows', path: 'C:/ProgramData/gemini-cli/system-defaults.json' },
  ],
  servers: ['mcpServers'],
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'empty' },
    { syntax: '$NAME', fields: FIELDS, unset: 'empty' },
    { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
    { syntax: '%NAME%', fields: ['env', 'headers'], unset: 'empty' },
  ],
  advice: references('Gemini CLI', '${NAME}'),
  shared: true,
  docs: 'https://geminicli.com/docs/tools/mcp-server/',
  source: 'google-gemini/gemini-cli @5411f11 envVarResolver.ts, envExpansion.ts, mcp-client.ts; run (0.61)',
  checked: '2026-11-23',
};
