import type { Issuer } from '../format.ts';

export const slack = [
  {
    id: 'slack',
    name: 'Slack',
    rotateUrl: 'https://api.slack.com/apps',
    envNames: [
      'SLACK_BOT_TOKEN',
      'SLACK_TOKEN',
      'SLACK_MCP_XOXB_TOKEN',
      'SLACK_USER_TOKEN',
      'SLACK_MCP_XOXP_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_REFRESH_TOKEN',
      'SLACK_CONFIG_TOKEN',
      'SLACK_MCP_XOXC_TOKEN',
      'SLACK_MCP_XOXD_TOKEN',
      'SLACK_WEBHOOK_URL',
      'SLACK_SIGNING_SECRET',
    ],
    hosts: ['slack.com', 'hooks.slack.com'],
    formats: [
      {
        id: 'slack-bot-token',
        kind: 'access token (bot)',
        prefixes: ['xoxb-'],
        pattern: 'xoxb-[0-9]{8,14}-[A-Za-z0-9-]{18,64}',
        lengths: { min: 40, max: 90 },
      },
      {
        id: 'slack-user-token',
        kind: 'access token (user)',
        prefixes: ['xoxp-'],
        pattern: 'xoxp-[0-9]{8,14}-[0-9]{8,14}-[A-Za-z0-9-]{24,80}',
        lengths: { min: 60, max: 100 },
      },
      {
        id: 'slack-app-token',
        kind: 'app-level token',
        prefixes: ['xapp-'],
        pattern: 'xapp-[0-9]-[A-Z0-9]{8,14}-[0-9]{8,16}-[0-9a-f]{40,128}',
        lengths: { min: 80, max: 130 },
      },
      {
        id: 'slack-rotating-token',
        kind: 'access token (rotating) / refresh token / config token',
        prefixes: ['xoxe.xoxb-', 'xoxe.xoxp-', 'xoxe-'],
        pattern: 'xoxe(?:\\.xox[bp])?-[0-9]-[A-Za-z0-9-]{100,250}',
        lengths: { min: 140, max: 200 },
      },
      {
        id: 'slack-browser-session',
        kind: 'session token and cookie',
        prefixes: ['xoxc-', 'xoxd-'],
        pattern: 'xoxc-(?:[0-9]{8,14}-){3}[0-9a-f]{40,80}|xoxd-[A-Za-z0-9%/+=-]{55,395}',
        rotateUrl: 'https://slack.com',
      },
      {
        id: 'slack-legacy-token',
        kind: 'access token (legacy)',
        prefixes: ['xoxa-', 'xoxr-', 'xoxs-', 'xoxo-'],
        pattern: 'xox[arso]-[0-9][A-Za-z0-9-]{9,94}',
      },
      {
        id: 'slack-webhook',
        kind: 'webhook URL',
        prefixes: ['https://hooks.slack.com/'],
        pattern:
          'https://hooks\\.slack\\.com/(?:services/T[A-Z0-9]{7,12}/B[A-Z0-9]{7,12}|workflows/T[A-Z0-9]{7,12}/A[A-Z0-9]{7,12}/[0-9]{10,22}|triggers/[A-Z0-9]{8,12}/[0-9]{10,16})/([A-Za-z0-9]{20,40})',
        secretGroup: 1,
      },
      {
        id: 'slack-signing-secret',
        kind: 'signing secret',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{32}',
      },
    ],
  },
] satisfies readonly Issuer[];
