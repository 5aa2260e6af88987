import type { Host } from '../../core/host.ts';
import { launcher } from './advice.ts';

/** Servers are in its database; a variable that holds a JSON list fills that at the first start. */
export const OPEN_WEBUI: Host = {
  id: 'open-webui',
  title: 'Open WebUI',
  files: [],
  also: 'the variable TOOL_SERVER_CONNECTIONS of .env files, compose files and Kubernetes manifests, and the settings of administrators',
  servers: ['mcpServers'],
  dedicated: true,
  interpolation: [],
  inContainers: true,
  advice: launcher('Open WebUI'),
  shared: true,
  docs: 'https://docs.openwebui.com/features/mcp',
  source: 'open-webui/open-webui backend/open_webui/config.py (TOOL_SERVER_CONNECTIONS)',
  checked: '2026-11-23',
};
