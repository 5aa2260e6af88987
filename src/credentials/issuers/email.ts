import type { Issuer } from '../format.ts';

export const email = [
  {
    id: 'sendgrid',
    name: 'SendGrid',
    rotateUrl: 'https://app.sendgrid.com/settings/api_keys',
    envNames: ['SENDGRID_API_KEY'],
    hosts: ['api.sendgrid.com'],
    formats: [
      {
        id: 'sendgrid-key',
        kind: 'API key',
        prefixes: ['SG.'],
        pattern: 'SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}',
        lengths: [69],
      },
    ],
  },
  {
    id: 'mailgun',
    name: 'Mailgun',
    rotateUrl: 'https://app.mailgun.com/settings/api_security',
    envNames: ['MAILGUN_API_KEY'],
    hosts: ['api.mailgun.net'],
    formats: [
      {
        id: 'mailgun-key',
        kind: 'API key',
        prefixes: ['key-'],
        pattern: 'key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}',
        anchor: { texts: ['-'], at: [32, 32] },
      },
    ],
  },
  {
    id: 'postmark',
    name: 'Postmark',
    rotateUrl: 'https://account.postmarkapp.com',
    envNames: ['POSTMARK_SERVER_TOKEN', 'POSTMARK_API_TOKEN'],
    headers: ['X-Postmark-Server-Token'],
    hosts: ['api.postmarkapp.com'],
    formats: [
      {
        id: 'postmark-token',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
  {
    id: 'resend',
    name: 'Resend',
    rotateUrl: 'https://resend.com/api-keys',
    envNames: ['RESEND_API_KEY'],
    hosts: ['api.resend.com'],
    formats: [
      {
        id: 'resend-key',
        kind: 'API key',
        prefixes: ['re_'],
        pattern: 're_[A-Za-z0-9]{6,12}_[A-Za-z0-9]{18,40}',
        lengths: [36],
      },
    ],
  },
  {
    id: 'mailchimp',
    name: 'Mailchimp',
    rotateUrl: 'https://us1.admin.mailchimp.com/account/api/',
    envNames: ['MAILCHIMP_API_KEY'],
    hosts: ['api.mailchimp.com'],
    formats: [
      {
        id: 'mailchimp-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[0-9a-f]{32}-us[0-9]{1,2}',
        anchor: { texts: ['-us'], at: [32, 32] },
      },
    ],
  },
  {
    id: 'brevo',
    name: 'Brevo (Sendinblue)',
    rotateUrl: 'https://app.brevo.com/settings/keys/api',
    envNames: ['BREVO_API_KEY'],
    hosts: ['api.brevo.com'],
    formats: [
      {
        id: 'brevo-key',
        kind: 'API key',
        prefixes: ['xkeysib-', 'xsmtpsib-'],
        pattern: 'x(?:keysib|smtpsib)-[0-9a-f]{64}-[A-Za-z0-9]{16}',
      },
    ],
  },
  {
    id: 'mailersend',
    name: 'MailerSend',
    rotateUrl: 'https://app.mailersend.com',
    envNames: ['MAILERSEND_API_KEY'],
    hosts: ['api.mailersend.com'],
    formats: [
      { id: 'mailersend-token', kind: 'API key', prefixes: ['mlsn.'], pattern: 'mlsn\\.[A-Za-z0-9]{30,100}' },
    ],
  },
] satisfies readonly Issuer[];
