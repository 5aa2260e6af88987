import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'cwd', 'url', 'headers', 'oauth'];

export const QWEN_CODE: Host = {
  id: 'qwen-code',
  title: 'Qwen Code',
  files: [
    { scope: 'user', os: 'any', path: '~/.qwen/settings.json' },
    { scope: 'project', os: 'any', path: '.qwen/settings.json' },
    { scope: 'project', os: 'any', path: 'qwen-extension.json' },
  ],
  servers: ['mcpServers'],
  environments: ['env'],
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'literal' },
    { syntax: '$NAME', fields: FIELDS, unset: 'literal' },
  ],
  advice: references('Qwen Code', '${NAME}'),
  shared: true,
  docs: 'https://qwenlm.github.io/qwen-code-docs/en/users/features/mcp/',
  source: '@qwen-code/qwen-code 0.15.10; QwenLM/qwen-code#4466',
  checked: '2026-11-23',
};
