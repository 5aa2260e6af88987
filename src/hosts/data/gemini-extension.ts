import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

export const GEMINI_EXTENSION: Host = {
  id: 'gemini-extension',
  title: 'Gemini CLI extension',
  files: [{ scope: 'project', os: 'any', path: 'gemini-extension.json' }],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'empty' },
    { syntax: '$NAME', fields: FIELDS, unset: 'empty' },
    { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
    { syntax: '${extensionPath}', fields: FIELDS, unset: 'literal' },
    { syntax: '${workspacePath}', fields: FIELDS, unset: 'literal' },
    { syntax: '${/}', fields: FIELDS, unset: 'literal' },
  ],
  advice: references(
    'Gemini CLI',
    '${NAME}',
    'a setting of the extension with "sensitive": true, which goes to the keychain',
  ),
  shared: true,
  distributed: true,
  docs: 'https://geminicli.com/docs/extensions/',
  source: 'google-gemini/gemini-cli @5411f11',
  checked: '2026-11-23',
};
