import type { Issuer } from '../format.ts';

export const analytics = [
  {
    id: 'posthog',
    name: 'PostHog',
    rotateUrl: 'https://us.posthog.com/settings/user-api-keys',
    envNames: [
      'POSTHOG_API_KEY',
      'POSTHOG_PERSONAL_API_KEY',
      'POSTHOG_AUTH_HEADER',
      'POSTHOG_PROJECT_API_KEY',
      'NEXT_PUBLIC_POSTHOG_KEY',
      'POSTHOG_FEATURE_FLAGS_KEY',
    ],
    hosts: ['us.posthog.com', 'eu.posthog.com', 'mcp.posthog.com', 'us.i.posthog.com'],
    formats: [
      {
        id: 'posthog-personal',
        kind: 'API key (personal)',
        prefixes: ['phx_'],
        pattern: 'phx_[A-Za-z0-9]{32,98}',
        lengths: { min: 45, max: 53 },
      },
      {
        id: 'posthog-project',
        kind: 'publishable key',
        prefixes: ['phc_'],
        pattern: 'phc_[A-Za-z0-9_-]{32,88}',
        lengths: { min: 45, max: 48 },
        public: true,
      },
      {
        id: 'posthog-other',
        kind: 'feature-flag secret / OAuth access / OAuth refresh',
        prefixes: ['phs_', 'pha_', 'phr_'],
        pattern: 'ph[sar]_[A-Za-z0-9]{32,96}',
        lengths: { min: 44, max: 53 },
        rotateUrl: 'https://us.posthog.com/settings',
      },
    ],
  },
  {
    id: 'segment',
    name: 'Segment',
    rotateUrl: 'https://app.segment.com',
    envNames: ['SEGMENT_API_TOKEN'],
    hosts: ['api.segmentapis.com'],
    formats: [
      {
        id: 'segment-token',
        kind: 'API key (public API)',
        prefixes: ['sgp_'],
        pattern: 'sgp_[A-Za-z0-9]{64}',
      },
    ],
  },
  {
    id: 'amplitude',
    name: 'Amplitude',
    rotateUrl: 'https://app.amplitude.com',
    envNames: ['AMPLITUDE_API_KEY', 'AMPLITUDE_SECRET_KEY'],
    hosts: ['amplitude.com'],
    formats: [{ id: 'amplitude-secret', kind: 'API key', prefixes: [], pattern: '', shape: '[0-9a-f]{32}' }],
  },
  {
    id: 'mixpanel',
    name: 'Mixpanel',
    rotateUrl: 'https://mixpanel.com/settings',
    envNames: ['MIXPANEL_SERVICE_ACCOUNT_SECRET'],
    hosts: ['mixpanel.com'],
    formats: [
      {
        id: 'mixpanel-secret',
        kind: 'service account secret',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9]{32}',
      },
    ],
  },
  {
    id: 'wakatime',
    name: 'WakaTime',
    rotateUrl: 'https://wakatime.com/settings/api-key',
    envNames: ['WAKATIME_API_KEY'],
    hosts: ['wakatime.com'],
    formats: [
      {
        id: 'wakatime-key',
        kind: 'API key',
        prefixes: ['waka_'],
        pattern: 'waka_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
] satisfies readonly Issuer[];
