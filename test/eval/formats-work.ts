import { base58Check, bech32, crcHex, lastMnemonicIndex } from './checksums.ts';
import { formats } from './format.ts';
import type { Random } from './random.ts';
import { ALPHABETS, base64urlJson, fill, jwt } from './shape.ts';

const SLACK = 'SLACK_BOT_TOKEN SLACK_TOKEN SLACK_MCP_XOXB_TOKEN';

// The first 64 words of the BIP-39 list, in order: enough for phrases with a valid check.
const WORDS =
  'abandon ability able about above absent absorb abstract absurd abuse access accident account accuse achieve acid acoustic acquire across act action actor actress actual adapt add addict address adjust admit adult advance advice aerobic affair afford afraid again age agent agree ahead aim air airport aisle alarm album alcohol alert alien all alley allow almost alone alpha already also alter always amateur amazing among'.split(
    ' ',
  );

function mnemonic(random: Random): string {
  const first = Array.from({ length: 11 }, () => random.int(0, 63));
  return [...first, lastMnemonicIndex(first, random.int(0, 3))].map((index) => WORDS[index]).join(' ');
}

const bytes = (random: Random, length: number): Buffer =>
  Buffer.from(random.chars(ALPHABETS['x'] as string, length * 2), 'hex');

function pem(random: Random): string {
  const kind = random.pick(['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY']);
  const lines = Array.from({ length: random.int(6, 20) }, () => fill('{b:64}', random));
  const head = kind.startsWith('OPENSSH') ? 'b3BlbnNzaC1rZXktdjEA' : 'MIIEvQIBADANBgkqhkiG';
  lines[0] = head + (lines[0] as string).slice(head.length);
  return [`-----BEGIN ${kind}-----`, ...lines, fill('{b:22}==', random), `-----END ${kind}-----`, ''].join(
    '\n',
  );
}

const day = 86_400;
const discord = (random: Random): string =>
  `${Buffer.from(fill('1{d:18}', random)).toString('base64').replaceAll('=', '')}.${fill('{u:6}.{u:38}', random)}`;

/** Talk, documents, money, customers, identity, keys. */
export const WORK_FORMATS = formats(true, [
  ['airtable-pat', 'AIRTABLE_API_KEY AIRTABLE_PAT', 'pat{a:14}.{x:64}'],
  ['airtable-oauth', 'AIRTABLE_API_KEY', 'oaa{a:14}.v1.{u:180}.{x:64}'],
  ['slack-bot-token', SLACK, ['xoxb-{d:12}-{d:13}-{a:24}', 'xoxb-{d:11}-{d:12}-{a:24}']],
  ['slack-user-token', 'SLACK_USER_TOKEN SLACK_MCP_XOXP_TOKEN', 'xoxp-{d:12}-{d:12}-{d:13}-{x:32}'],
  ['slack-app-token', 'SLACK_APP_TOKEN', 'xapp-1-A{Z:10}-{d:13}-{x:64}'],
  [
    'slack-rotating-token',
    'SLACK_REFRESH_TOKEN SLACK_CONFIG_TOKEN',
    ['xoxe.xoxp-1-{a:166}', 'xoxe-1-{a:146}'],
  ],
  ['slack-browser-session', 'SLACK_MCP_XOXC_TOKEN', 'xoxc-{d:12}-{d:12}-{d:13}-{x:64}'],
  ['slack-browser-session', 'SLACK_MCP_XOXD_TOKEN', 'xoxd-{a:60}%2B{a:30}%2F{a:40}%3D%3D'],
  ['slack-legacy-token', 'SLACK_TOKEN', ['xoxs-{d:11}-{d:11}-{d:12}-{x:10}', 'xoxa-2-{d:11}-{d:11}-{x:32}']],
  ['discord-bot-token', 'DISCORD_TOKEN DISCORD_BOT_TOKEN', discord],
  ['telegram-bot-token', 'TELEGRAM_BOT_TOKEN TELEGRAM_TOKEN', ['{d:10}:AA{u:33}', '{d:9}:AA{u:33}']],
  [
    'notion-token',
    'NOTION_TOKEN NOTION_API_KEY NOTION_API_TOKEN INTERNAL_INTEGRATION_TOKEN',
    'ntn_{d:11}{a:35}',
  ],
  ['notion-token-legacy', 'NOTION_TOKEN NOTION_API_KEY', 'secret_{a:43}'],
  ['linear-api-key', 'LINEAR_API_KEY', 'lin_api_{a:40}'],
  ['linear-oauth', 'LINEAR_ACCESS_TOKEN', ['lin_oauth_{x:64}', 'lin_wh_{a:40}']],
  ['figma-pat', 'FIGMA_API_KEY FIGMA_ACCESS_TOKEN FIGMA_TOKEN', 'figd_{u:40}'],
  ['figma-oauth', 'FIGMA_OAUTH_TOKEN', ['figu_{u:40}', 'figo_{u:44}']],
  ['asana-pat', 'ASANA_ACCESS_TOKEN ASANA_TOKEN', ['2/12{d:14}/12{d:14}:{x:32}', '1/12{d:14}:{x:32}']],
  [
    'monday-token',
    'MONDAY_TOKEN MONDAY_API_TOKEN MONDAY_API_KEY',
    (random) =>
      jwt(random, {
        tid: random.int(1e8, 9e8),
        aai: 11,
        uid: random.int(1e7, 9e7),
        iad: '2026-01-01T00:00:00.000Z',
        per: 'me:write',
        actid: random.int(1e7, 9e7),
        rgn: 'use1',
      }),
  ],
  ['clickup-token', 'CLICKUP_API_KEY CLICKUP_API_TOKEN', 'pk_{d:8}_{Z:32}'],
  ['klaviyo-key', 'PRIVATE_API_KEY KLAVIYO_API_KEY', 'pk_{x:34}'],
  ['trello-token', 'TRELLO_TOKEN TRELLO_API_TOKEN', 'ATTA{x:72}'],
  ['intercom-token', 'INTERCOM_API_KEY INTERCOM_ACCESS_TOKEN', 'dG9rO{b:53}A='],
  [
    'calendly-token',
    'CALENDLY_API_KEY CALENDLY_ACCESS_TOKEN',
    (random) =>
      jwt(
        random,
        {
          iss: 'https://auth.calendly.com',
          iat: 1790000000,
          jti: fill('{U}', random),
          user_uuid: fill('{U}', random),
        },
        { kid: fill('{x:64}', random), typ: 'PAT', alg: 'ES256' },
      ),
  ],
  ['calcom-key', 'CAL_API_KEY', 'cal_live_{x:32}'],
  ['typeform-token', 'TYPEFORM_API_TOKEN', 'tfp_{u:59}'],
  ['dropbox-token', 'DROPBOX_ACCESS_TOKEN', ['sl.u.{u:180}', 'sl.{u:140}']],
  ['salesforce-session', 'SALESFORCE_ACCESS_TOKEN SF_ACCESS_TOKEN', '00D{a:12}!AQ{a:92}'],
  ['salesforce-refresh-consumer', 'SALESFORCE_REFRESH_TOKEN', '5Aep861{a:80}'],
  [
    'hubspot-private-app',
    'PRIVATE_APP_ACCESS_TOKEN HUBSPOT_ACCESS_TOKEN HUBSPOT_PRIVATE_APP_TOKEN',
    ['pat-na1-{U}', 'pat-eu1-{U}', 'pat-na2-{U}'],
  ],
  ['hubspot-personal-key', 'HUBSPOT_PERSONAL_ACCESS_KEY', 'CiR{b:180}='],
  [
    'shopify-tokens',
    'SHOPIFY_ACCESS_TOKEN SHOPIFY_ADMIN_API_ACCESS_TOKEN',
    ['shpat_{x:32}', 'shpca_{x:32}', 'shppa_{x:32}', 'shpss_{x:32}'],
  ],
  ['contentful-tokens', 'CONTENTFUL_MANAGEMENT_ACCESS_TOKEN', 'CFPAT-{u:43}'],
  ['sanity-token', 'SANITY_API_TOKEN', 'sk{a:178}'],
  [
    'n8n-api-key',
    'N8N_API_KEY N8N_MCP_TOKEN',
    (random) => jwt(random, { sub: fill('{U}', random), iss: 'n8n', aud: 'public-api', iat: 1790000000 }),
  ],
  [
    'workato-token',
    'WORKATO_API_TOKEN',
    (random) => `wrkaus-${jwt(random, { sub: fill('{d:7}', random), iat: 1790000000 })}`,
  ],
  ['stripe-secret-live', 'STRIPE_SECRET_KEY STRIPE_API_KEY', ['sk_live_{a:24}', 'sk_live_51{a:97}']],
  [
    'stripe-restricted-live',
    'STRIPE_SECRET_KEY STRIPE_RESTRICTED_KEY',
    ['rk_live_51{a:97}', 'rk_live_{a:24}'],
  ],
  ['stripe-secret-test', 'STRIPE_SECRET_KEY', ['sk_test_51{a:97}', 'sk_test_{a:24}']],
  ['stripe-org-key', 'STRIPE_SECRET_KEY', 'sk_org_live_{a:40}'],
  ['stripe-webhook-secret', 'STRIPE_WEBHOOK_SECRET', 'whsec_{a:32}'],
  ['square-token', 'SQUARE_ACCESS_TOKEN ACCESS_TOKEN', ['EAAA{u:60}', 'sq0atp-{u:22}']],
  ['square-app-secret', 'SQUARE_APPLICATION_SECRET', 'sq0csp-{u:43}'],
  ['paypal-access-token', 'PAYPAL_ACCESS_TOKEN', 'A21AA{u:92}'],
  [
    'paddle-key',
    'PADDLE_API_KEY',
    ['pdl_live_apikey_{z:26}_{a:22}_{a:3}', 'pdl_sdbx_apikey_{z:26}_{a:22}_{a:3}'],
  ],
  ['plaid-secret', 'PLAID_ACCESS_TOKEN', ['access-production-{U}', 'access-sandbox-{U}']],
  ['polar-token', 'POLAR_ACCESS_TOKEN', 'polar_oat_{a:43}'],
  ['sendgrid-key', 'SENDGRID_API_KEY', 'SG.{u:22}.{u:43}'],
  ['mailgun-key', 'MAILGUN_API_KEY', ['key-{x:32}', '{x:32}-{x:8}-{x:8}']],
  ['resend-key', 'RESEND_API_KEY', 're_{a:8}_{a:24}'],
  ['mailchimp-key', 'MAILCHIMP_API_KEY', '{x:32}-us{d:2}'],
  ['brevo-key', 'BREVO_API_KEY', ['xkeysib-{x:64}-{a:16}', 'xsmtpsib-{x:64}-{a:16}']],
  ['mailersend-token', 'MAILERSEND_API_KEY', 'mlsn.{x:64}'],
  ['clerk-secret', 'CLERK_SECRET_KEY', ['sk_live_{a:42}', 'sk_test_{a:42}']],
  [
    'workos-key',
    'WORKOS_API_KEY',
    (random) =>
      `sk_live_${Buffer.from(`key_${fill('{Z:26},{a:25}', random)}`)
        .toString('base64')
        .replaceAll('=', '')}`,
  ],
  [
    'mapbox-secret',
    'MAPBOX_ACCESS_TOKEN',
    (random) => `sk.${base64urlJson({ u: 'acme', a: fill('{z:25}', random) })}.${fill('{u:22}', random)}`,
  ],
  ['posthog-personal', 'POSTHOG_API_KEY POSTHOG_PERSONAL_API_KEY', ['phx_{a:43}', 'phx_{a:47}']],
  ['posthog-other', 'POSTHOG_FEATURE_FLAGS_KEY', 'phs_{a:43}'],
  ['segment-token', 'SEGMENT_API_TOKEN', 'sgp_{a:64}'],
  ['facebook-token', 'META_ACCESS_TOKEN FACEBOOK_ACCESS_TOKEN WHATSAPP_TOKEN', 'EAAG{a:180}'],
  [
    'x-bearer-token',
    'TWITTER_BEARER_TOKEN X_BEARER_TOKEN',
    (random) => 'A'.repeat(22) + fill('{a:30}%2F{a:30}%3D{a:18}', random),
  ],
  ['twitch-token', 'TWITCH_TOKEN', 'oauth:{z:30}'],
  ['onesignal-key', 'ONESIGNAL_API_KEY', 'os_v2_app_{n:103}'],
  [
    'zuplo-key',
    'ZUPLO_API_KEY',
    (random) => {
      const body = fill('{x:32}', random);
      return `zpka_${body}_${crcHex(body)}`;
    },
  ],
  [
    'jwt',
    'MCP_AUTH_TOKEN API_TOKEN AUTH_TOKEN HA_TOKEN',
    (random) =>
      jwt(random, {
        iss: `https://${fill('{z:8}', random)}.example.org/`,
        sub: fill('{U}', random),
        iat: 1790000000,
        exp: 1790000000 + 3650 * day,
      }),
  ],
  ['private-key-pem', 'PRIVATE_KEY SSH_PRIVATE_KEY GITHUB_APP_PRIVATE_KEY', pem],
  [
    'nostr-nsec',
    'NOSTR_PRIVATE_KEY NOSTR_NSEC_KEY NSEC',
    (random) => bech32('nsec', [...Array.from({ length: 51 }, () => random.int(0, 31)), 16]),
  ],
  [
    'age-secret-key',
    'SOPS_AGE_KEY AGE_SECRET_KEY',
    (random) =>
      bech32('age-secret-key-', [...Array.from({ length: 51 }, () => random.int(0, 31)), 16]).toUpperCase(),
  ],
  [
    'bitcoin-wif',
    'BTC_PRIVATE_KEY',
    (random) => base58Check(Buffer.concat([Buffer.from([0x80]), bytes(random, 32), Buffer.from([1])])),
  ],
  ['bip39-mnemonic', 'MNEMONIC SEED_PHRASE WALLET_MNEMONIC', mnemonic],
]);
