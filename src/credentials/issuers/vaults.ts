import type { Issuer } from '../format.ts';

export const vaults = [
  {
    id: 'vault',
    name: 'HashiCorp Vault',
    envNames: ['VAULT_TOKEN', 'VAULT_SECRET_ID'],
    headers: ['X-Vault-Token'],
    hosts: [],
    formats: [
      {
        id: 'vault-service-token',
        kind: 'access token',
        prefixes: ['hvs.', 'hvr.', 's.'],
        pattern:
          'hv[sr]\\.[A-Za-z0-9_-]{60,240}|s\\.(?=[a-z0-9]{0,23}[A-Z])(?=[A-Z0-9]{0,23}[a-z])[A-Za-z0-9]{24}',
        lengths: { min: 26, max: 140 },
      },
      {
        id: 'vault-batch-token',
        kind: 'access token (batch)',
        prefixes: ['hvb.'],
        pattern: 'hvb\\.[A-Za-z0-9_-]{100,600}',
        lengths: { min: 142, max: 304 },
      },
      {
        id: 'vault-approle-secret',
        kind: 'client secret',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
  {
    id: '1password',
    name: '1Password',
    rotateUrl: 'https://my.1password.com/developer-tools/infrastructure-secrets/serviceaccount',
    envNames: ['OP_SERVICE_ACCOUNT_TOKEN', 'OP_SECRET_KEY', 'OP_CONNECT_TOKEN'],
    hosts: ['1password.com'],
    formats: [
      {
        id: 'onepassword-service-token',
        kind: 'service account token',
        prefixes: ['ops_eyJ'],
        pattern: 'ops_eyJ[A-Za-z0-9+/_-]{200,1300}={0,2}',
      },
      {
        id: 'onepassword-secret-key',
        kind: 'secret key',
        prefixes: ['A3-'],
        pattern: 'A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}',
        rotateUrl: 'https://my.1password.com/profile',
      },
      {
        id: 'onepassword-connect-token',
        kind: 'JWT',
        prefixes: ['ey', 'ew'],
        pattern: 'e[yw][A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{4,8000}\\.[A-Za-z0-9_-]{0,2000}',
        claims: ['"1password.com/'],
      },
    ],
  },
  {
    id: 'doppler',
    name: 'Doppler',
    rotateUrl: 'https://dashboard.doppler.com',
    envNames: ['DOPPLER_TOKEN'],
    hosts: ['api.doppler.com'],
    formats: [
      {
        id: 'doppler-token',
        kind: 'access token',
        prefixes: ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.', 'dp.said.'],
        pattern: 'dp\\.(?:pt|st|ct|sa|scim|audit|said)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}',
      },
    ],
  },
  {
    id: 'infisical',
    name: 'Infisical',
    rotateUrl: 'https://app.infisical.com',
    envNames: ['INFISICAL_TOKEN', 'INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET'],
    hosts: ['app.infisical.com'],
    formats: [
      {
        id: 'infisical-token',
        kind: 'service token',
        prefixes: ['st.'],
        pattern: 'st\\.[A-Za-z0-9-]{8,40}\\.[A-Za-z0-9-]{8,64}\\.[0-9a-f]{32,64}',
      },
      {
        id: 'infisical-universal-auth',
        kind: 'client secret',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{64}',
      },
    ],
  },
  {
    id: 'bitwarden',
    name: 'Bitwarden Secrets Manager',
    rotateUrl: 'https://vault.bitwarden.com',
    envNames: ['BWS_ACCESS_TOKEN'],
    hosts: ['identity.bitwarden.com'],
    formats: [
      {
        id: 'bitwarden-sm-token',
        kind: 'access token',
        prefixes: ['0.'],
        pattern:
          '0\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[A-Za-z0-9]{30}:[A-Za-z0-9+/]{22,44}={0,2}',
      },
    ],
  },
] satisfies readonly Issuer[];
