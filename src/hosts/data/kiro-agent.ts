import type { Host } from '../../core/host.ts';
import { launcher } from './advice.ts';

/** Agents of Kiro and of its command line, which was Amazon Q's: one file each, with servers of its own. */
export const KIRO_AGENT: Host = {
  id: 'kiro-agent',
  title: 'Kiro and Amazon Q agents',
  files: [
    { scope: 'user', os: 'any', path: '~/.kiro/agents/*.json' },
    { scope: 'project', os: 'any', path: '.kiro/agents/*.json' },
    { scope: 'user', os: 'any', path: '~/.aws/amazonq/cli-agents/*.json' },
    { scope: 'project', os: 'any', path: '.amazonq/cli-agents/*.json' },
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [],
  unknownExpansion: 'all',
  advice: launcher('The agent'),
  shared: true,
  docs: 'https://kiro.dev/docs/cli/custom-agents/configuration-reference/',
  source: 'kiro.dev/docs; aws/amazon-q-developer-cli agent-format.md; expansion not confirmed',
  checked: '2026-11-23',
};
