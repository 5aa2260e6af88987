import type { Issuer } from '../format.ts';

export const customers = [
  {
    id: 'klaviyo',
    name: 'Klaviyo',
    rotateUrl: 'https://www.klaviyo.com/settings/account/api-keys',
    envNames: ['KLAVIYO_API_KEY'],
    hosts: ['a.klaviyo.com', 'mcp.klaviyo.com'],
    formats: [
      {
        id: 'klaviyo-key',
        kind: 'API key (private)',
        prefixes: ['pk_'],
        pattern: 'pk_(?:[A-Za-z0-9]{6}_)?[0-9a-f]{34}',
      },
    ],
  },
  {
    id: 'intercom',
    name: 'Intercom',
    rotateUrl: 'https://app.intercom.com/a/apps/_/developer-hub',
    envNames: ['INTERCOM_API_KEY', 'INTERCOM_ACCESS_TOKEN'],
    hosts: ['api.intercom.io', 'mcp.intercom.com'],
    formats: [
      { id: 'intercom-token', kind: 'access token', prefixes: ['dG9rO'], pattern: 'dG9rO[A-Za-z0-9+/]{54}=' },
    ],
  },
  {
    id: 'zendesk',
    name: 'Zendesk',
    envNames: ['ZENDESK_API_KEY', 'ZENDESK_API_TOKEN', 'ZENDESK_TOKEN'],
    hosts: ['zendesk.com'],
    formats: [{ id: 'zendesk-token', kind: 'API key', prefixes: [], pattern: '', shape: '[A-Za-z0-9]{40}' }],
  },
  {
    id: 'freshdesk',
    name: 'Freshdesk',
    envNames: ['FRESHDESK_API_KEY'],
    hosts: ['freshdesk.com'],
    formats: [{ id: 'freshdesk-key', kind: 'API key', prefixes: [], pattern: '', shape: '[A-Za-z0-9]{20}' }],
  },
  {
    id: 'salesforce',
    name: 'Salesforce',
    envNames: [
      'SALESFORCE_ACCESS_TOKEN',
      'SF_ACCESS_TOKEN',
      'SALESFORCE_REFRESH_TOKEN',
      'SALESFORCE_CLIENT_SECRET',
      'SALESFORCE_SECURITY_TOKEN',
    ],
    hosts: ['my.salesforce.com', 'login.salesforce.com'],
    formats: [
      {
        id: 'salesforce-session',
        kind: 'access token',
        prefixes: ['00D'],
        pattern: '00D[A-Za-z0-9]{12}![A-Za-z0-9._]{79,259}[A-Za-z0-9]',
        traits: ['short-lived'],
      },
      {
        id: 'salesforce-refresh-consumer',
        kind: 'refresh token / client secret',
        prefixes: ['5Aep861'],
        pattern: '5Aep861[A-Za-z0-9._]{77,250}[A-Za-z0-9_]={0,2}',
        shape: '[0-9a-f]{64}',
      },
      {
        id: 'salesforce-consumer-key',
        kind: 'consumer key',
        prefixes: ['3MVG9'],
        pattern: '3MVG9[A-Za-z0-9._]{79,250}[A-Za-z0-9_]',
        public: true,
      },
    ],
  },
  {
    id: 'hubspot',
    name: 'HubSpot',
    rotateUrl: 'https://app.hubspot.com/private-apps/',
    envNames: [
      'PRIVATE_APP_ACCESS_TOKEN',
      'HUBSPOT_ACCESS_TOKEN',
      'HUBSPOT_PRIVATE_APP_TOKEN',
      'HUBSPOT_PERSONAL_ACCESS_KEY',
    ],
    hosts: ['api.hubapi.com', 'mcp.hubspot.com'],
    formats: [
      {
        id: 'hubspot-private-app',
        kind: 'access token (private app)',
        prefixes: ['pat-'],
        pattern: 'pat-[a-z]{2}[0-9]-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
      {
        id: 'hubspot-personal-key',
        kind: 'personal access key (CLI)',
        prefixes: ['CiR', 'CiQ'],
        pattern: 'Ci[RQ][A-Za-z0-9+/]{147,397}={0,2}',
        rotateUrl: 'https://app.hubspot.com/l/personal-access-key',
      },
    ],
  },
  {
    id: 'attio',
    name: 'Attio',
    rotateUrl: 'https://app.attio.com',
    envNames: ['ATTIO_API_KEY'],
    hosts: ['api.attio.com'],
    formats: [{ id: 'attio-key', kind: 'access token', prefixes: [], pattern: '', shape: '[0-9a-f]{64}' }],
  },
] satisfies readonly Issuer[];
