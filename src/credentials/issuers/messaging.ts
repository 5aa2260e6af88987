import type { Issuer } from '../format.ts';

export const messaging = [
  {
    id: 'discord',
    name: 'Discord',
    rotateUrl: 'https://discord.com/developers/applications',
    envNames: ['DISCORD_TOKEN', 'DISCORD_BOT_TOKEN', 'DISCORD_WEBHOOK_URL'],
    hosts: ['discord.com'],
    formats: [
      {
        id: 'discord-bot-token',
        kind: 'bot token',
        prefixes: ['MD', 'MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT', 'Oj', 'Oz'],
        pattern:
          '(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){5,6}(?:[MNO][A-Za-z0-9]{1,2})?\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}',
      },
      {
        id: 'discord-webhook',
        kind: 'webhook URL',
        prefixes: [
          'https://discord.com/api/',
          'https://discordapp.com/api/',
          'https://ptb.discord.com/api/',
          'https://canary.discord.com/api/',
        ],
        pattern:
          'https://(?:(?:ptb|canary)\\.)?discord(?:app)?\\.com/api/(?:v[0-9]{1,2}/)?webhooks/[0-9]{17,20}/([A-Za-z0-9_-]{60,68})',
        secretGroup: 1,
        rotateUrl: 'https://discord.com/developers/docs/resources/webhook',
      },
    ],
  },
  {
    id: 'telegram',
    name: 'Telegram',
    rotateUrl: 'https://t.me/BotFather',
    envNames: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_TOKEN'],
    hosts: ['api.telegram.org'],
    formats: [
      {
        id: 'telegram-bot-token',
        kind: 'bot token',
        prefixes: ['bot'],
        pattern: '(?:bot)?([0-9]{8,10}:[A-Za-z0-9_-]{35})',
        anchor: { texts: [':'], at: [8, 10] },
        secretGroup: 1,
      },
    ],
  },
  {
    id: 'microsoft-teams',
    name: 'Microsoft Teams / Power Automate',
    envNames: ['TEAMS_WEBHOOK_URL'],
    hosts: ['webhook.office.com', 'logic.azure.com'],
    formats: [
      {
        id: 'teams-webhook',
        kind: 'webhook URL',
        prefixes: ['https://'],
        pattern:
          'https://[a-z0-9-]{1,60}\\.webhook\\.office\\.com/webhookb2/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:/[A-Za-z0-9_-]{20,60})?)',
        secretGroup: 1,
      },
      {
        id: 'power-automate-webhook',
        kind: 'webhook URL (Power Automate)',
        prefixes: ['https://'],
        pattern:
          'https://[a-z0-9.-]{1,80}\\.logic\\.azure\\.com(?::443)?/workflows/[0-9a-f]{32}/[^\\s"\'#]{0,400}?[?&]sig=([A-Za-z0-9_-]{32,64})',
        secretGroup: 1,
      },
    ],
  },
  {
    id: 'twilio',
    name: 'Twilio',
    rotateUrl: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
    envNames: ['TWILIO_ACCOUNT_SID', 'TWILIO_API_KEY', 'TWILIO_AUTH_TOKEN', 'TWILIO_API_SECRET'],
    hosts: ['api.twilio.com'],
    formats: [
      {
        id: 'twilio-account-sid',
        kind: 'identifier',
        prefixes: ['AC'],
        pattern: 'AC[0-9a-f]{32}',
        public: true,
      },
      {
        id: 'twilio-api-key-sid',
        kind: 'identifier (API key SID)',
        prefixes: ['SK'],
        pattern: 'SK[0-9a-f]{32}',
        public: true,
      },
      {
        id: 'twilio-auth-token',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{32}|[A-Za-z0-9]{32}',
        rotateUrl: 'https://console.twilio.com',
      },
    ],
  },
  {
    id: 'telnyx',
    name: 'Telnyx',
    rotateUrl: 'https://portal.telnyx.com',
    envNames: ['TELNYX_API_KEY'],
    hosts: ['api.telnyx.com'],
    formats: [
      {
        id: 'telnyx-key',
        kind: 'API key',
        prefixes: ['KEY'],
        pattern: 'KEY(?=[A-Z0-9_-]{0,54}[a-z])(?=[A-Za-z_-]{0,54}[0-9])[A-Za-z0-9_-]{55}',
      },
    ],
  },
  {
    id: 'lark',
    name: 'Lark / Feishu',
    rotateUrl: 'https://open.larksuite.com/app',
    envNames: ['LARK_APP_SECRET', 'FEISHU_APP_SECRET'],
    hosts: ['open.feishu.cn', 'open.larksuite.com'],
    formats: [
      { id: 'lark-app-secret', kind: 'client secret', prefixes: [], pattern: '', shape: '[A-Za-z0-9]{32}' },
    ],
  },
  {
    id: 'onesignal',
    name: 'OneSignal',
    rotateUrl: 'https://dashboard.onesignal.com',
    envNames: ['ONESIGNAL_API_KEY'],
    hosts: ['api.onesignal.com'],
    formats: [
      {
        id: 'onesignal-key',
        kind: 'API key',
        prefixes: ['os_v2_app_', 'os_v2_org_'],
        pattern: 'os_v2_(?:app|org)_[a-z2-7]{73,206}',
        lengths: [113],
      },
    ],
  },
  {
    id: 'twitch',
    name: 'Twitch',
    rotateUrl: 'https://dev.twitch.tv/console',
    envNames: ['TWITCH_CLIENT_SECRET', 'TWITCH_TOKEN'],
    hosts: ['api.twitch.tv'],
    formats: [
      {
        id: 'twitch-token',
        kind: 'access token',
        prefixes: ['oauth:'],
        pattern: 'oauth:([a-z0-9]{30})',
        secretGroup: 1,
      },
    ],
  },
] satisfies readonly Issuer[];
