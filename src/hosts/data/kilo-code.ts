import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

/** Version 7 and later. A reference to a variable in a file of a project is an error. */
export const KILO_CODE: Host = {
  id: 'kilo-code',
  title: 'Kilo Code',
  files: [
    { scope: 'user', os: 'any', path: '~/.config/kilo/kilo.json' },
    { scope: 'user', os: 'any', path: '~/.config/kilo/kilo.jsonc' },
    { scope: 'project', os: 'any', path: 'kilo.json' },
    { scope: 'project', os: 'any', path: 'kilo.jsonc' },
    { scope: 'project', os: 'any', path: '.kilo/kilo.json' },
    { scope: 'project', os: 'any', path: '.kilo/kilo.jsonc' },
    { scope: 'project', os: 'any', path: '.kilocode/kilo.json' },
    { scope: 'project', os: 'any', path: '.kilocode/kilo.jsonc' },
  ],
  also: 'opencode.json and opencode.jsonc of a project',
  servers: ['mcp'],
  dedicated: true,
  interpolation: [
    { syntax: '{env:NAME}', fields: FIELDS, unset: 'empty' },
    { syntax: '{file:path}', fields: FIELDS, unset: 'error' },
  ],
  refused: [{ syntax: '{env:NAME}', fields: FIELDS, scope: 'project' }],
  advice: references(
    'Kilo Code',
    '{env:NAME}',
    'the user configuration (~/.config/kilo/kilo.json; a project file may not refer to variables)',
  ),
  shared: true,
  docs: 'https://kilo.ai/docs/automate/mcp/using-in-kilo-code',
  source: '@kilocode/cli-linux-x64 7.7.9',
  checked: '2026-11-23',
};
