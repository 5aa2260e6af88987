import type { Issuer } from '../format.ts';

export const anthropic = [
  {
    id: 'anthropic',
    name: 'Anthropic',
    rotateUrl: 'https://console.anthropic.com/settings/keys',
    envNames: [
      'ANTHROPIC_API_KEY',
      'CLAUDE_API_KEY',
      'ANTHROPIC_ADMIN_KEY',
      'ANTHROPIC_ADMIN_API_KEY',
      'CLAUDE_CODE_OAUTH_TOKEN',
      'ANTHROPIC_AUTH_TOKEN',
      'CLAUDE_SESSION_KEY',
    ],
    hosts: ['api.anthropic.com', 'console.anthropic.com', 'claude.ai'],
    formats: [
      {
        id: 'anthropic-api-key',
        kind: 'API key',
        prefixes: ['sk-ant-api'],
        pattern: 'sk-ant-api[0-9]{2}-[A-Za-z0-9_-]{66,190}',
        lengths: [108],
      },
      {
        id: 'anthropic-admin-key',
        kind: 'admin API key',
        prefixes: ['sk-ant-admin'],
        pattern: 'sk-ant-admin[0-9]{2}-[A-Za-z0-9_-]{66,190}',
        lengths: [110],
        traits: ['admin'],
        rotateUrl: 'https://console.anthropic.com/settings/admin-keys',
      },
      {
        id: 'anthropic-oauth-access',
        kind: 'OAuth access token (Claude Code)',
        prefixes: ['sk-ant-oat'],
        pattern: 'sk-ant-oat[0-9]{2}-[A-Za-z0-9_-]{40,190}',
        rotateUrl: 'https://claude.ai/settings',
      },
      {
        id: 'anthropic-oauth-refresh',
        kind: 'refresh token',
        prefixes: ['sk-ant-ort'],
        pattern: 'sk-ant-ort[0-9]{2}-[A-Za-z0-9_-]{40,190}',
        rotateUrl: 'https://claude.ai/settings',
      },
      {
        id: 'anthropic-session',
        kind: 'session cookie',
        prefixes: ['sk-ant-sid'],
        pattern: 'sk-ant-sid[0-9]{2}-[A-Za-z0-9_-]{46,240}',
        rotateUrl: 'https://claude.ai/settings',
      },
    ],
  },
] satisfies readonly Issuer[];
