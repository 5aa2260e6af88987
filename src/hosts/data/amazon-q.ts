import type { Host } from '../../core/host.ts';
import { launcher } from './advice.ts';

export const AMAZON_Q: Host = {
  id: 'amazon-q',
  title: 'Amazon Q Developer',
  files: [
    { scope: 'user', os: 'any', path: '~/.aws/amazonq/mcp.json' },
    { scope: 'project', os: 'any', path: '.amazonq/mcp.json' },
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [],
  unknownExpansion: 'all',
  advice: launcher('Amazon Q'),
  shared: true,
  docs: 'https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/command-line-mcp.html',
  source: 'paths as its users write them; expansion not confirmed',
  checked: '2026-11-23',
};
