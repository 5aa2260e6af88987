import type { Issuer } from '../format.ts';

export const content = [
  {
    id: 'shopify',
    name: 'Shopify',
    rotateUrl: 'https://admin.shopify.com/settings/apps/development',
    envNames: ['SHOPIFY_ACCESS_TOKEN', 'SHOPIFY_ADMIN_API_ACCESS_TOKEN', 'SHOPIFY_CLIENT_SECRET'],
    headers: ['X-Shopify-Access-Token', 'X-Shopify-Storefront-Access-Token'],
    hosts: ['myshopify.com'],
    formats: [
      {
        id: 'shopify-tokens',
        kind: 'access token / client secret',
        prefixes: ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shpua_', 'shptka_'],
        pattern: 'shp(?:at|ca|pa|ss|ua|tka)_[0-9a-fA-F]{23,64}',
        lengths: [38, 39],
      },
    ],
  },
  {
    id: 'webflow',
    name: 'Webflow',
    rotateUrl: 'https://webflow.com/dashboard',
    envNames: ['WEBFLOW_TOKEN', 'WEBFLOW_API_TOKEN'],
    hosts: ['api.webflow.com', 'mcp.webflow.com'],
    formats: [{ id: 'webflow-token', kind: 'API key', prefixes: [], pattern: '', shape: '[0-9a-f]{64}' }],
  },
  {
    id: 'contentful',
    name: 'Contentful',
    rotateUrl: 'https://app.contentful.com/account/profile/cma_tokens',
    envNames: ['CONTENTFUL_MANAGEMENT_ACCESS_TOKEN', 'CONTENTFUL_ACCESS_TOKEN'],
    hosts: ['api.contentful.com'],
    formats: [
      {
        id: 'contentful-tokens',
        kind: 'PAT / delivery token',
        prefixes: ['CFPAT-'],
        pattern: 'CFPAT-[A-Za-z0-9_-]{31,86}',
        shape: '[A-Za-z0-9_-]{43}',
        lengths: [49],
      },
    ],
  },
  {
    id: 'sanity',
    name: 'Sanity',
    rotateUrl: 'https://www.sanity.io/manage',
    envNames: ['SANITY_API_TOKEN'],
    hosts: ['api.sanity.io'],
    formats: [
      {
        id: 'sanity-token',
        kind: 'API key',
        prefixes: ['sk'],
        pattern: 'sk(?=[a-z0-9]{0,78}[A-Z])(?=[A-Za-z]{0,78}[0-9])(?:[A-Za-z0-9]{170,185}|[A-Za-z0-9]{79})',
      },
    ],
  },
  {
    id: 'algolia',
    name: 'Algolia',
    rotateUrl: 'https://dashboard.algolia.com/account/api-keys',
    envNames: ['ALGOLIA_API_KEY', 'ALGOLIA_ADMIN_API_KEY'],
    headers: ['X-Algolia-API-Key'],
    hosts: ['algolia.net'],
    formats: [
      {
        id: 'algolia-admin-key',
        kind: 'API key (admin / write)',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{32}',
        traits: ['admin'],
      },
    ],
  },
  {
    id: 'mapbox',
    name: 'Mapbox',
    rotateUrl: 'https://account.mapbox.com/access-tokens',
    envNames: ['MAPBOX_ACCESS_TOKEN'],
    hosts: ['api.mapbox.com', 'mcp.mapbox.com'],
    formats: [
      {
        id: 'mapbox-secret',
        kind: 'access token (secret)',
        prefixes: ['sk.'],
        pattern: 'sk\\.eyJ1Ijoi[A-Za-z0-9_-]{40,210}\\.[A-Za-z0-9_-]{20,26}',
      },
      {
        id: 'mapbox-public',
        kind: 'publishable key',
        prefixes: ['pk.', 'tk.'],
        pattern: '[pt]k\\.eyJ1Ijoi[A-Za-z0-9_-]{40,1200}\\.[A-Za-z0-9_-]{20,26}',
        public: true,
      },
    ],
  },
] satisfies readonly Issuer[];
