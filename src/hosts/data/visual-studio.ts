import type { Host } from '../../core/host.ts';
import { launcher } from './advice.ts';

export const VISUAL_STUDIO: Host = {
  id: 'visual-studio',
  title: 'Visual Studio',
  files: [
    { scope: 'project', os: 'any', path: '.vs/mcp.json' },
    { scope: 'user', os: 'windows', path: '~/.mcp.json' },
  ],
  also: '.mcp.json, .vscode/mcp.json and .cursor/mcp.json of a solution',
  servers: ['servers'],
  inputs: ['inputs'],
  dedicated: true,
  interpolation: [],
  unknownExpansion: 'all',
  advice: launcher('Visual Studio'),
  shared: true,
  docs: 'https://learn.microsoft.com/en-us/visualstudio/ide/mcp-servers',
  source: 'MicrosoftDocs/visualstudio-docs docs/ide/mcp-servers.md; expansion not confirmed',
  checked: '2026-11-23',
};
