import type { Issuer } from '../format.ts';

export const generic = [
  {
    id: 'generic',
    name: 'generic',
    nameless: true,
    envNames: [],
    hosts: [],
    formats: [
      {
        id: 'http-basic-url',
        kind: 'Basic credential in URL',
        prefixes: ['http://', 'https://', 'ftp://', 'sftp://', 'ssh://', 'git+https://'],
        pattern: '',
      },
      { id: 'db-password', kind: 'password', prefixes: [], pattern: '' },
      {
        id: 'private-key-pem',
        kind: 'private key',
        prefixes: ['-----BEGIN ', 'LS0tLS1CRUdJTi'],
        pattern:
          '-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){64,20000}-----END [A-Z ]{7,40}-----|LS0tLS1CRUdJTi(?:BSU0EgUFJJ|BFQyBQUkl|BFQyBQQVJ|BEU0EgUFJJ|BQUklW|BFTkNSWVBUR|BPUEVOU1NI|BQR1AgUFJJ)[A-Za-z0-9+/]{80,20000}={0,2}',
      },
      {
        id: 'jwt',
        kind: 'JWT',
        prefixes: ['ey', 'ew'],
        pattern: 'e[yw][A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{4,8000}\\.[A-Za-z0-9_-]{0,2000}',
        claims: [],
      },
      { id: 'basic-auth-header', kind: 'Basic credential', prefixes: ['Basic '], pattern: '' },
      { id: 'bearer-header', kind: 'Bearer token', prefixes: ['Bearer '], pattern: '' },
      { id: 'oauth-token-json', kind: 'OAuth token set', prefixes: [], pattern: '' },
      {
        id: 'generic-hex-secret',
        kind: 'opaque key',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-fA-F]{32,128}',
      },
      {
        id: 'generic-uuid-secret',
        kind: 'opaque key',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
      {
        id: 'generic-base64-secret',
        kind: 'opaque key',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9+/_-]{16,512}={0,2}',
      },
      { id: 'generic-password', kind: 'password', prefixes: [], pattern: '' },
      {
        id: 'session-cookie',
        kind: 'session cookie',
        prefixes: ['Cookie:', 'li_at=', 'sessionid=', '_gitlab_session=', 'connect.sid='],
        pattern: '',
      },
    ],
  },
  {
    id: 'unknown-sk',
    name: 'unknown vendor (sk- key)',
    nameless: true,
    envNames: [],
    hosts: [],
    formats: [
      {
        id: 'unknown-sk-key',
        kind: 'API key',
        prefixes: ['sk-'],
        pattern: 'sk-(?=[a-z_-]{0,199}[A-Z0-9])[A-Za-z0-9_-]{32,200}',
      },
    ],
  },
  {
    id: 'site-keys',
    name: 'Site keys (Turnstile, reCAPTCHA, hCaptcha, PubNub)',
    nameless: true,
    envNames: ['RECAPTCHA_SITE_KEY', 'TURNSTILE_SITE_KEY'],
    hosts: [],
    formats: [
      {
        id: 'public-site-keys',
        kind: 'publishable key',
        prefixes: ['0x4AAAA', 'sub-c-', 'pub-c-'],
        pattern: '0x4AAAA[A-Za-z0-9_-]{14,19}|(?:sub|pub)-c-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
        public: true,
      },
    ],
  },
] satisfies readonly Issuer[];
