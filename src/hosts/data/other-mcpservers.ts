import type { Host, HostFile } from '../../core/host.ts';
import { launcher } from './advice.ts';

/** Below the home folder and in projects alike. */
const BOTH = [
  '.kimi-code/mcp.json', // Kimi Code
  '.mastracode/mcp.json', // Mastra Code
  '.pi/mcp.json', // Pi
  '.abacusai/mcp.json', // Abacus
  '.tabnine/agent/settings.json', // Tabnine
];

/** Hosts of which only the place and the key of the servers are known. */
export const OTHER_MCPSERVERS: Host = {
  id: 'other-mcpservers-json',
  title: 'Kimi Code, Mastra Code, Pi, Abacus, Tabnine',
  files: [
    ...BOTH.flatMap((path): HostFile[] => [
      { scope: 'project', os: 'any', path },
      { scope: 'user', os: 'any', path: `~/${path}` },
    ]),
    { scope: 'user', os: 'any', path: '~/.kimi/mcp.json' },
    { scope: 'system', os: 'macos', path: '/Library/Application Support/TabnineCli/settings.json' },
    { scope: 'system', os: 'linux', path: '/etc/tabnine-cli/settings.json' },
  ],
  servers: ['mcpServers'],
  interpolation: [],
  unknownExpansion: 'all',
  advice: launcher('This host'),
  shared: true,
  docs: 'https://modelcontextprotocol.io/docs/develop/connect-local-servers',
  source:
    'moonshotai.github.io/kimi-code; mastra.ai/docs/mastra-code; docs.tabnine.com; add-mcp 2.4.0; expansion not confirmed',
  checked: '2026-11-23',
};
