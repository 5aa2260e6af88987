import type { Issuer } from '../format.ts';

export const documents = [
  {
    id: 'calendly',
    name: 'Calendly',
    rotateUrl: 'https://calendly.com/integrations/api_webhooks',
    envNames: ['CALENDLY_API_KEY', 'CALENDLY_ACCESS_TOKEN'],
    hosts: ['api.calendly.com'],
    formats: [
      {
        id: 'calendly-token',
        kind: 'JWT',
        prefixes: ['ey', 'ew'],
        pattern: 'e[yw][A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{4,8000}\\.[A-Za-z0-9_-]{0,2000}',
        claims: ['"iss":"https://auth.calendly.com'],
      },
    ],
  },
  {
    id: 'cal-com',
    name: 'Cal.com',
    rotateUrl: 'https://app.cal.com/settings/developer/api-keys',
    envNames: ['CAL_API_KEY'],
    hosts: ['api.cal.com'],
    formats: [
      { id: 'calcom-key', kind: 'API key', prefixes: ['cal_'], pattern: 'cal_(?:live_)?[0-9a-f]{32}' },
    ],
  },
  {
    id: 'typeform',
    name: 'Typeform',
    rotateUrl: 'https://admin.typeform.com/account#/section/tokens',
    envNames: ['TYPEFORM_API_TOKEN'],
    hosts: ['api.typeform.com'],
    formats: [
      {
        id: 'typeform-token',
        kind: 'PAT',
        prefixes: ['tfp_'],
        pattern: 'tfp_[A-Za-z0-9_.=-]{58}[A-Za-z0-9_=-]',
      },
    ],
  },
  {
    id: 'miro',
    name: 'Miro',
    rotateUrl: 'https://miro.com/app/settings/user-profile/apps',
    envNames: ['MIRO_ACCESS_TOKEN', 'MIRO_OAUTH_KEY'],
    hosts: ['api.miro.com'],
    formats: [
      {
        id: 'miro-token',
        kind: 'access token',
        prefixes: ['eyJ'],
        pattern: '',
        shape: '[A-Za-z0-9_-]{20,300}',
      },
    ],
  },
  {
    id: 'dropbox',
    name: 'Dropbox',
    rotateUrl: 'https://www.dropbox.com/developers/apps',
    envNames: ['DROPBOX_ACCESS_TOKEN'],
    hosts: ['api.dropboxapi.com'],
    formats: [
      {
        id: 'dropbox-token',
        kind: 'access token',
        prefixes: ['sl.'],
        pattern: 'sl\\.(?:u\\.)?[A-Za-z0-9_-]{125,1400}',
        traits: ['short-lived'],
      },
      {
        id: 'dropbox-token-long-lived',
        kind: 'access token (long-lived)',
        prefixes: [],
        pattern: '[A-Za-z0-9]{11}A{10}[A-Za-z0-9_-]{43}',
        anchor: { texts: ['AAAAAAAAAA'], at: [11, 11] },
      },
    ],
  },
  {
    id: 'box',
    name: 'Box',
    rotateUrl: 'https://app.box.com/developers/console',
    envNames: ['BOX_CLIENT_SECRET', 'BOX_DEVELOPER_TOKEN'],
    hosts: ['api.box.com', 'mcp.box.com'],
    formats: [
      {
        id: 'box-token',
        kind: 'access token / developer token',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9]{32}',
      },
    ],
  },
] satisfies readonly Issuer[];
