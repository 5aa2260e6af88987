import type { Issuer } from '../format.ts';

export const identity = [
  {
    id: 'okta',
    name: 'Okta',
    envNames: ['OKTA_API_TOKEN', 'OKTA_TOKEN'],
    hosts: ['okta.com'],
    formats: [
      {
        id: 'okta-token',
        kind: 'API key',
        prefixes: ['00'],
        pattern: '00(?=[a-z0-9_-]{0,39}[A-Z])(?=[A-Z0-9_-]{0,39}[a-z])[A-Za-z0-9_-]{40}',
      },
    ],
  },
  {
    id: 'auth0',
    name: 'Auth0',
    rotateUrl: 'https://manage.auth0.com',
    envNames: ['AUTH0_CLIENT_SECRET', 'AUTH0_TOKEN'],
    hosts: ['auth0.com'],
    formats: [
      {
        id: 'auth0-client-secret',
        kind: 'client secret',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9_-]{64}',
      },
    ],
  },
  {
    id: 'clerk',
    name: 'Clerk',
    rotateUrl: 'https://dashboard.clerk.com',
    envNames: ['CLERK_SECRET_KEY'],
    hosts: ['api.clerk.com'],
    formats: [
      {
        id: 'clerk-secret',
        kind: 'API key',
        prefixes: ['sk_live_', 'sk_test_'],
        pattern: '',
        shape: 'sk_(?:live|test)_[A-Za-z0-9]{32,50}',
      },
    ],
  },
  {
    id: 'workos',
    name: 'WorkOS',
    rotateUrl: 'https://dashboard.workos.com',
    envNames: ['WORKOS_API_KEY'],
    hosts: ['api.workos.com'],
    formats: [
      {
        id: 'workos-key',
        kind: 'API key',
        prefixes: ['sk_live_a2V5'],
        pattern: 'sk_live_a2V5[A-Za-z0-9+/]{58,88}={0,2}',
      },
      {
        id: 'workos-key-test',
        kind: 'API key (test)',
        prefixes: ['sk_test_a2V5'],
        pattern: 'sk_test_a2V5[A-Za-z0-9+/]{58,88}={0,2}',
        traits: ['sandbox'],
      },
    ],
  },
  {
    id: 'zuplo',
    name: 'Zuplo',
    envNames: ['ZUPLO_API_KEY'],
    hosts: [],
    formats: [
      {
        id: 'zuplo-key',
        kind: 'API key',
        prefixes: ['zpka_'],
        pattern: 'zpka_[a-z0-9]{32}_[0-9a-f]{8}',
        checksum: 'zuplo',
        checksumPolicy: 'booster',
      },
    ],
  },
  {
    id: 'unkey',
    name: 'Unkey',
    rotateUrl: 'https://app.unkey.com',
    envNames: ['UNKEY_ROOT_KEY'],
    hosts: ['api.unkey.dev'],
    formats: [
      { id: 'unkey-key', kind: 'API key', prefixes: ['unkey_'], pattern: 'unkey_[A-Za-z0-9]{20,32}' },
    ],
  },
] satisfies readonly Issuer[];
