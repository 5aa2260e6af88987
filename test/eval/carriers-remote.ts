import { type Carrier, setExtra, setHeader } from './carrier.ts';
import { pathUrl, queryUrl, signedUrl, userinfoUrl } from './endpoint.ts';
import { basic, header, oneLine } from './header.ts';
import { join, orWhole, type Text } from './marked.ts';
import { fields } from './tree.ts';

/** Servers reached over HTTP by the host itself. */
export const REMOTE_CARRIERS: readonly Carrier[] = [
  {
    id: 'header',
    weight: 20,
    bases: ['remote'],
    load: (r, draft, supply) => {
      const [name, value] = header(r, 'header', supply);
      setHeader(draft, name, value);
    },
  },
  {
    id: 'header-unprefixed',
    weight: 3,
    bases: ['remote'],
    load: (_r, draft, supply) => {
      setHeader(draft, 'Authorization', supply.key('header authorization without scheme', oneLine).value);
    },
  },
  {
    id: 'header-basic',
    weight: 4,
    bases: ['remote'],
    load: (r, draft, supply) => {
      setHeader(draft, 'Authorization', join('Basic ', basic(r, 'header basic', supply)));
    },
  },
  {
    id: 'header-token-equals',
    weight: 2,
    bases: ['remote'],
    load: (_r, draft, supply) => {
      setHeader(
        draft,
        'Authorization',
        join('Token token=', supply.key('header token=', (value) => /^[\w.${}<>-]+$/.test(value)).value),
      );
    },
  },
  {
    id: 'header-cookie',
    weight: 1.5,
    bases: ['remote'],
    load: (r, draft, supply) => {
      const value = supply.shaped('header cookie', r.pick(['{x:32}', '{u:64}']), 'session-cookie');
      setHeader(
        draft,
        'Cookie',
        join(
          ...r.pick<readonly [string, Text]>([
            ['sessionid=', value],
            ['_gitlab_session=', value],
            // The mark of a signed cookie may count as part of it.
            ['connect.sid=', supply.secrets ? orWhole(join('s%3A', value)) : value],
            ['auth_token=', value],
          ]),
          r.pick(['', '; Path=/', '; theme=dark']),
        ),
      );
    },
  },
  {
    id: 'header-default',
    weight: 2,
    bases: ['remote'],
    load: (_r, draft, supply) => {
      if (!supply.secrets) return;
      const { name, value } = supply.key(
        'header default',
        (text) => /^[^\s{}]+$/.test(text) && text.length < 400,
      );
      setHeader(draft, 'Authorization', join(`Bearer \${${name}:-`, value, '}'));
    },
  },
  {
    id: 'url-query',
    weight: 10,
    bases: ['remote'],
    load: (r, draft, supply) => {
      draft.url = queryUrl(r, 'remote', supply);
    },
  },
  {
    id: 'url-path',
    weight: 7,
    bases: ['remote'],
    load: (r, draft, supply) => {
      draft.url = pathUrl(r, 'remote', supply);
    },
  },
  {
    id: 'url-userinfo',
    weight: 3,
    bases: ['remote'],
    load: (r, draft, supply) => {
      draft.url = userinfoUrl(r, 'remote', supply);
    },
  },
  {
    id: 'url-signature',
    weight: 1.5,
    bases: ['remote'],
    load: (r, draft, supply) => {
      draft.url = signedUrl(r, 'remote', supply);
    },
  },
  {
    id: 'oauth',
    weight: 6,
    bases: ['remote'],
    load: (r, draft, supply) => {
      const { value } = supply.key('oauth client secret', oneLine);
      const [name, tree] = r.pick([
        [
          'oauth',
          fields(
            ['clientId', r.pick(['mcp-client', 'a1b2-client'])],
            ['clientSecret', value],
            ['scopes', 'read write'],
          ),
        ],
        ['oauth', fields(['client_id', 'mcp-client'], ['client_secret', value], ['scope', 'openid'])],
        ['auth', fields(['CLIENT_ID', 'mcp-client'], ['CLIENT_SECRET', value], ['scopes', ['read']])],
        ['oauthClient', fields(['clientId', 'mcp-client'], ['clientSecret', value])],
        ['oauthClientSecret', value],
        [
          'oauth',
          fields(
            ['enabled', true],
            ['clientId', 'x'],
            ['clientSecret', value],
            ['tokenUrl', 'https://auth.example.com/token'],
          ),
        ],
      ] as const);
      setExtra(draft, name, tree);
    },
  },
  {
    id: 'oauth-tokens',
    weight: 2,
    bases: ['remote'],
    load: (_r, draft, supply) => {
      const first = supply.key('oauth stored token', oneLine).value;
      const second = supply.key('oauth stored token', oneLine).value;
      setExtra(
        draft,
        'oauth',
        fields(
          [
            'tokens',
            fields(
              ['access_token', first],
              ['token_type', 'Bearer'],
              ['refresh_token', second],
              ['expires_in', 3600],
            ),
          ],
          ['clientInformation', fields(['client_id', 'mcp-client'])],
        ),
      );
    },
  },
  {
    id: 'property',
    weight: 3,
    bases: ['remote'],
    load: (r, draft, supply) => {
      const { value } = supply.key('property', oneLine);
      const [name, tree] = r.pick([
        ['apiKey', value],
        ['bearerToken', value],
        ['authorization_token', value],
        ['requestInit', fields(['headers', fields(['Authorization', join('Bearer ', value)])])],
        ['requestOptions', fields(['headers', fields(['X-API-Key', value])])],
        ['authToken', value],
      ] as const);
      setExtra(draft, name, tree);
    },
  },
  {
    id: 'headers-helper',
    weight: 1.5,
    bases: ['remote'],
    load: (_r, draft, supply) => {
      const { value } = supply.key(
        'headers helper',
        (text) => /^[\w.${}-]+$/.test(text) && text.length < 300,
      );
      setExtra(draft, 'headersHelper', join('echo \'{"Authorization":"Bearer ', value, '"}\''));
    },
  },
];
