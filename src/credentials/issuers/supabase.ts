import type { Issuer } from '../format.ts';

export const supabase = [
  {
    id: 'supabase',
    name: 'Supabase',
    rotateUrl: 'https://supabase.com/dashboard/account/tokens',
    envNames: [
      'SUPABASE_ACCESS_TOKEN',
      'SUPABASE_SECRET_KEY',
      'SUPABASE_SERVICE_ROLE_KEY',
      'SUPABASE_PUBLISHABLE_KEY',
      'NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY',
      'SUPABASE_SERVICE_KEY',
      'SUPABASE_KEY',
      'SUPABASE_ANON_KEY',
    ],
    hosts: ['api.supabase.com', 'mcp.supabase.com', 'supabase.co'],
    formats: [
      {
        id: 'supabase-pat',
        kind: 'PAT',
        prefixes: ['sbp_'],
        pattern: 'sbp_(?:oauth_)?[0-9a-f]{28,80}',
        lengths: [44, 50],
      },
      {
        id: 'supabase-secret-key',
        kind: 'API key (secret)',
        prefixes: ['sb_secret_'],
        pattern: 'sb_secret_[A-Za-z0-9_-]{22,62}',
        lengths: [41],
        traits: ['admin'],
        rotateUrl: 'https://supabase.com/dashboard/project/_/settings/api-keys',
      },
      {
        id: 'supabase-publishable-key',
        kind: 'publishable key',
        prefixes: ['sb_publishable_'],
        pattern: 'sb_publishable_[A-Za-z0-9_-]{22,62}',
        lengths: [46],
        public: true,
      },
      {
        id: 'supabase-service-role-jwt',
        kind: 'JWT (service_role)',
        prefixes: ['ey', 'ew'],
        pattern: 'e[yw][A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{4,8000}\\.[A-Za-z0-9_-]{0,2000}',
        claims: ['"iss":"supabase', '"role":"service_role"'],
        traits: ['admin'],
        rotateUrl: 'https://supabase.com/dashboard/project/_/settings/api-keys',
      },
      {
        id: 'supabase-anon-jwt',
        kind: 'publishable key (anon JWT)',
        prefixes: ['ey', 'ew'],
        pattern: 'e[yw][A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{4,8000}\\.[A-Za-z0-9_-]{0,2000}',
        claims: ['"iss":"supabase', '"role":"anon"'],
        public: true,
      },
    ],
  },
] satisfies readonly Issuer[];
