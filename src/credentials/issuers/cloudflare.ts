import type { Issuer } from '../format.ts';

export const cloudflare = [
  {
    id: 'cloudflare',
    name: 'Cloudflare',
    rotateUrl: 'https://dash.cloudflare.com/profile/api-tokens',
    envNames: [
      'CLOUDFLARE_API_TOKEN',
      'CF_API_TOKEN',
      'CLOUDFLARE_API_KEY',
      'CF_API_KEY',
      'CLOUDFLARE_ORIGIN_CA_KEY',
    ],
    headers: ['X-Auth-User-Service-Key', 'CF-Access-Client-Secret'],
    hosts: ['api.cloudflare.com', 'mcp.cloudflare.com'],
    formats: [
      {
        id: 'cloudflare-user-token',
        kind: 'API key (user API token)',
        prefixes: ['cfut_'],
        pattern: 'cfut_[A-Za-z0-9]{34,96}',
        lengths: [53],
        checksum: 'cloudflare',
        checksumPolicy: 'booster',
      },
      {
        id: 'cloudflare-account-token',
        kind: 'API key (account API token)',
        prefixes: ['cfat_'],
        pattern: 'cfat_[A-Za-z0-9]{34,96}',
        lengths: [53],
        checksum: 'cloudflare',
        checksumPolicy: 'booster',
      },
      {
        id: 'cloudflare-global-key',
        kind: 'API key (global)',
        prefixes: ['cfk_'],
        pattern: 'cfk_[A-Za-z0-9]{34,96}',
        lengths: [52],
        checksum: 'cloudflare',
        checksumPolicy: 'booster',
        traits: ['admin'],
      },
      {
        id: 'cloudflare-token-legacy',
        kind: 'API key (pre-2026)',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9_-]{40}|[0-9a-f]{37,45}',
      },
      {
        id: 'cloudflare-origin-ca',
        kind: 'API key (Origin CA)',
        prefixes: ['v1.0-'],
        pattern: 'v1\\.0-[0-9a-f]{24}-[0-9a-f]{146}',
      },
      {
        id: 'turnstile-secret',
        kind: 'Turnstile secret key',
        prefixes: ['0x4AAAA'],
        pattern: '0x4AAAA[A-Za-z0-9_-]{28}',
      },
    ],
  },
] satisfies readonly Issuer[];
