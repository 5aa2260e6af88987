import type { Issuer } from '../format.ts';

export const logsAndAlerts = [
  {
    id: 'pagerduty',
    name: 'PagerDuty',
    rotateUrl: 'https://support.pagerduty.com/main/docs/api-access-keys',
    envNames: ['PAGERDUTY_USER_API_KEY', 'PAGERDUTY_API_KEY'],
    hosts: ['api.pagerduty.com'],
    formats: [
      {
        id: 'pagerduty-key',
        kind: 'API key',
        prefixes: ['u+'],
        pattern: 'u\\+[A-Za-z0-9_-]{18}',
        shape: '[A-Za-z0-9+_-]{20}|[0-9a-f]{32}',
      },
    ],
  },
  {
    id: 'honeycomb',
    name: 'Honeycomb',
    rotateUrl: 'https://ui.honeycomb.io/account',
    envNames: ['HONEYCOMB_API_KEY'],
    headers: ['X-Honeycomb-Team'],
    hosts: ['api.honeycomb.io', 'mcp.honeycomb.io'],
    formats: [
      {
        id: 'honeycomb-key',
        kind: 'API key',
        prefixes: ['hcaik_', 'hcamk_'],
        pattern: 'hca(?:ik|mk)_[a-z0-9]{16,58}',
        shape: '[0-9a-f]{32}|[A-Za-z0-9]{22}',
      },
    ],
  },
  {
    id: 'axiom',
    name: 'Axiom',
    rotateUrl: 'https://app.axiom.co/settings/api-tokens',
    envNames: ['AXIOM_TOKEN', 'AXIOM_API_TOKEN'],
    hosts: ['api.axiom.co', 'mcp.axiom.co'],
    formats: [
      {
        id: 'axiom-token',
        kind: 'API key',
        prefixes: ['xaat-', 'xapt-'],
        pattern: 'x(?:aa|ap)t-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
  {
    id: 'sumo-logic',
    name: 'Sumo Logic',
    rotateUrl: 'https://service.sumologic.com',
    envNames: ['SUMO_ACCESS_ID', 'SUMO_ACCESS_KEY'],
    hosts: ['api.sumologic.com'],
    formats: [
      {
        id: 'sumologic-key',
        kind: 'cloud key pair',
        prefixes: ['su'],
        pattern: '',
        shape: 'su[A-Za-z0-9]{12}|[A-Za-z0-9]{64}',
      },
    ],
  },
  {
    id: 'elastic',
    name: 'Elastic',
    rotateUrl: 'https://cloud.elastic.co/account/keys',
    envNames: ['ES_API_KEY', 'ELASTIC_API_KEY', 'ELASTICSEARCH_API_KEY'],
    hosts: ['api.elastic-cloud.com'],
    formats: [
      {
        id: 'elastic-cloud-key',
        kind: 'API key',
        prefixes: ['essu_'],
        pattern: 'essu_[A-Za-z0-9+/_-]{60,200}={0,2}',
        shape: '[A-Za-z0-9+/]{58,62}={0,2}',
      },
    ],
  },
] satisfies readonly Issuer[];
