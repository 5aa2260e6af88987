import type { Host, HostFile } from '../../core/host.ts';
import { launcher } from './advice.ts';

export const TRAE: Host = {
  id: 'trae',
  title: 'Trae',
  files: [
    { scope: 'project', os: 'any', path: '.trae/mcp.json' },
    ...['Trae', 'Trae CN'].flatMap((edition): HostFile[] => [
      { scope: 'user', os: 'macos', path: `~/Library/Application Support/${edition}/User/mcp.json` },
      { scope: 'user', os: 'windows', path: `%APPDATA%/${edition}/User/mcp.json` },
      { scope: 'user', os: 'linux', path: `~/.config/${edition}/User/mcp.json` },
    ]),
  ],
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [],
  unknownExpansion: 'all',
  advice: launcher('Trae'),
  shared: true,
  docs: 'https://docs.trae.ai/ide/model-context-protocol',
  source: 'volcengine TRAE docs; pathintegral-institute/mcpm.sh#92; expansion not confirmed',
  checked: '2026-11-23',
};
