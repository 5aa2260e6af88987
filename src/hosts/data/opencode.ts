import type { Field, Host, HostFile } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

const NAMES = ['opencode.json', 'opencode.jsonc'];

export const OPENCODE: Host = {
  id: 'opencode',
  title: 'opencode',
  files: [
    ...NAMES.flatMap((name): HostFile[] => [
      { scope: 'user', os: 'any', path: `~/.config/opencode/${name}` },
      { scope: 'user', os: 'any', path: `$XDG_CONFIG_HOME/opencode/${name}` },
      { scope: 'user', os: 'any', path: `$OPENCODE_CONFIG_DIR/${name}` },
      { scope: 'user', os: 'any', path: `~/.opencode/${name}` },
      { scope: 'project', os: 'any', path: name },
      { scope: 'project', os: 'any', path: `.opencode/${name}` },
      { scope: 'system', os: 'linux', path: `/etc/opencode/${name}` },
      { scope: 'system', os: 'macos', path: `/Library/Application Support/opencode/${name}` },
      { scope: 'system', os: 'windows', path: `C:/ProgramData/opencode/${name}` },
    ]),
  ],
  also: 'the file that the variable OPENCODE_CONFIG names',
  servers: ['mcp', 'mcp.servers'],
  interpolation: [
    { syntax: '{env:NAME}', fields: FIELDS, unset: 'empty' },
    { syntax: '{file:path}', fields: FIELDS, unset: 'error' },
  ],
  advice: references('opencode', '{env:NAME}'),
  shared: true,
  docs: 'https://opencode.ai/docs/mcp-servers/',
  source: 'opencode-linux-x64 1.18.34, read and run',
  checked: '2026-11-23',
};
