import type { Issuer } from '../format.ts';

export const payments = [
  {
    id: 'square',
    name: 'Square',
    rotateUrl: 'https://developer.squareup.com/apps',
    envNames: ['SQUARE_ACCESS_TOKEN', 'SQUARE_APPLICATION_SECRET'],
    hosts: ['connect.squareup.com'],
    formats: [
      {
        id: 'square-token',
        kind: 'access token',
        prefixes: ['EAAA', 'sq0atp-'],
        pattern: 'EAAA[A-Za-z0-9_-]{60}|sq0atp-[A-Za-z0-9_-]{22}',
      },
      {
        id: 'square-app-secret',
        kind: 'client secret',
        prefixes: ['sq0csp-'],
        pattern: 'sq0csp-[A-Za-z0-9_-]{43}',
      },
      {
        id: 'square-application-id',
        kind: 'application id',
        prefixes: ['sq0idp-'],
        pattern: 'sq0idp-[A-Za-z0-9_-]{22}',
        public: true,
      },
    ],
  },
  {
    id: 'paypal',
    name: 'PayPal',
    rotateUrl: 'https://developer.paypal.com/dashboard/applications',
    envNames: ['PAYPAL_CLIENT_SECRET', 'PAYPAL_ACCESS_TOKEN'],
    hosts: ['api-m.paypal.com', 'mcp.paypal.com'],
    formats: [
      {
        id: 'paypal-client-secret',
        kind: 'client secret',
        prefixes: ['E'],
        pattern:
          'E(?=(?:[a-z0-9_-]{0,60}[A-Z]){4})(?=[A-Z0-9_-]{0,78}[a-z])(?=(?:[A-Za-z_-]{0,60}[0-9]){3})[A-Za-z0-9_-]{79}',
      },
      {
        id: 'paypal-access-token',
        kind: 'OAuth access token',
        prefixes: ['A21AA'],
        pattern: 'A21AA[A-Za-z0-9_-]{85,95}',
        traits: ['short-lived'],
      },
    ],
  },
  {
    id: 'paddle',
    name: 'Paddle',
    rotateUrl: 'https://vendors.paddle.com/authentication-v2',
    envNames: ['PADDLE_API_KEY'],
    hosts: ['api.paddle.com'],
    formats: [
      {
        id: 'paddle-key',
        kind: 'API key',
        prefixes: ['pdl_live_apikey_'],
        pattern: 'pdl_live_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}',
      },
      {
        id: 'paddle-key-sandbox',
        kind: 'API key (sandbox)',
        prefixes: ['pdl_sdbx_apikey_'],
        pattern: 'pdl_sdbx_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}',
        traits: ['sandbox'],
      },
    ],
  },
  {
    id: 'plaid',
    name: 'Plaid',
    rotateUrl: 'https://dashboard.plaid.com/developers/keys',
    envNames: ['PLAID_SECRET'],
    hosts: ['production.plaid.com'],
    formats: [
      {
        id: 'plaid-secret',
        kind: 'client secret / access token',
        prefixes: ['access-production-', 'access-development-'],
        pattern: 'access-(?:production|development)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
        shape: '[0-9a-f]{30}',
      },
      {
        id: 'plaid-secret-sandbox',
        kind: 'access token (sandbox)',
        prefixes: ['access-sandbox-'],
        pattern: 'access-sandbox-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
        traits: ['sandbox'],
      },
    ],
  },
  {
    id: 'razorpay',
    name: 'Razorpay',
    rotateUrl: 'https://dashboard.razorpay.com/app/keys',
    envNames: ['RAZORPAY_KEY_ID', 'RAZORPAY_KEY_SECRET'],
    hosts: ['api.razorpay.com'],
    formats: [
      {
        id: 'razorpay-key',
        kind: 'cloud key pair',
        prefixes: ['rzp_live_'],
        pattern: 'rzp_live_[A-Za-z0-9]{14}',
        shape: '[A-Za-z0-9]{24}',
        identifier: true,
      },
      {
        id: 'razorpay-key-test',
        kind: 'cloud key pair (id half, test)',
        prefixes: ['rzp_test_'],
        pattern: 'rzp_test_[A-Za-z0-9]{14}',
        identifier: true,
        traits: ['sandbox'],
      },
    ],
  },
  {
    id: 'polar',
    name: 'Polar',
    rotateUrl: 'https://polar.sh/dashboard',
    envNames: ['POLAR_ACCESS_TOKEN'],
    hosts: ['api.polar.sh'],
    formats: [
      {
        id: 'polar-token',
        kind: 'access token',
        prefixes: ['polar_oat_', 'polar_pat_', 'polar_at_'],
        pattern: 'polar_(?:oat|pat|at)_[A-Za-z0-9_-]{20,100}',
      },
    ],
  },
] satisfies readonly Issuer[];
