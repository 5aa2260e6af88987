import type { Issuer } from '../format.ts';

export const stripe = [
  {
    id: 'stripe',
    name: 'Stripe',
    rotateUrl: 'https://dashboard.stripe.com/apikeys',
    envNames: [
      'STRIPE_SECRET_KEY',
      'STRIPE_API_KEY',
      'STRIPE_RESTRICTED_KEY',
      'STRIPE_PUBLISHABLE_KEY',
      'STRIPE_WEBHOOK_SECRET',
    ],
    hosts: ['api.stripe.com', 'mcp.stripe.com'],
    formats: [
      {
        id: 'stripe-secret-live',
        kind: 'API key (live)',
        prefixes: ['sk_live_'],
        pattern: 'sk_live_[A-Za-z0-9]{24,247}',
        lengths: { min: 32, max: 107 },
      },
      {
        id: 'stripe-restricted-live',
        kind: 'API key (restricted, live)',
        prefixes: ['rk_live_'],
        pattern: 'rk_live_[A-Za-z0-9]{24,247}',
        lengths: { min: 32, max: 107 },
      },
      {
        id: 'stripe-secret-test',
        kind: 'API key (test)',
        prefixes: ['sk_test_', 'rk_test_'],
        pattern: '[sr]k_test_[A-Za-z0-9]{24,247}',
        lengths: { min: 32, max: 107 },
        traits: ['sandbox'],
      },
      {
        id: 'stripe-publishable',
        kind: 'publishable key',
        prefixes: ['pk_live_', 'pk_test_'],
        pattern: 'pk_(?:live|test)_[A-Za-z0-9]{24,247}',
        lengths: { min: 32, max: 107 },
        public: true,
      },
      {
        id: 'stripe-org-key',
        kind: 'API key (organisation)',
        prefixes: ['sk_org_'],
        pattern: 'sk_org_(?:(?:live|test)_)?[A-Za-z0-9]{24,240}',
      },
      {
        id: 'stripe-webhook-secret',
        kind: 'signing secret',
        prefixes: ['whsec_'],
        pattern: 'whsec_[A-Za-z0-9+/]{24,80}={0,2}',
        lengths: { min: 38, max: 80 },
        rotateUrl: 'https://dashboard.stripe.com/webhooks',
      },
    ],
  },
] satisfies readonly Issuer[];
