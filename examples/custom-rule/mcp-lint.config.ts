import { defineConfig } from 'mcp-lint';
import { reviewedServers } from './reviewed-servers.ts';

export default defineConfig({
  customRules: [reviewedServers],
  rules: { 'unpinned-server-with-secret': 'off' },
  servers: [{ id: 'weather', title: 'Weather', npm: ['weather-mcp'] }],
});
