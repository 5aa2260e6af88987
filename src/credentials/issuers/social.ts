import type { Issuer } from '../format.ts';

export const social = [
  {
    id: 'meta',
    name: 'Meta',
    rotateUrl: 'https://developers.facebook.com/tools/accesstoken',
    envNames: ['META_ACCESS_TOKEN', 'FACEBOOK_ACCESS_TOKEN', 'WHATSAPP_TOKEN'],
    hosts: ['graph.facebook.com'],
    formats: [
      { id: 'facebook-token', kind: 'access token', prefixes: ['EAA'], pattern: 'EAA[A-Za-z0-9]{77,397}' },
      {
        id: 'facebook-app-token',
        kind: 'app token',
        prefixes: [],
        pattern: '[0-9]{15,16}\\|[A-Za-z0-9_-]{27}',
        anchor: { texts: ['|'], at: [15, 16] },
      },
    ],
  },
  {
    id: 'x-twitter',
    name: 'X (Twitter)',
    rotateUrl: 'https://developer.x.com/en/portal/dashboard',
    envNames: [
      'TWITTER_BEARER_TOKEN',
      'X_BEARER_TOKEN',
      'TWITTER_API_SECRET_KEY',
      'TWITTER_ACCESS_TOKEN_SECRET',
      'TWITTER_API_KEY',
    ],
    hosts: ['api.x.com', 'api.twitter.com'],
    formats: [
      {
        id: 'x-bearer-token',
        kind: 'Bearer token',
        prefixes: ['AAAAAAAAAAAAAAAAAAAAA'],
        pattern: 'A{21}[A-Za-z0-9%]{79,110}',
      },
      {
        id: 'x-oauth1',
        kind: 'API key pair and access token',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9]{25}|[A-Za-z0-9]{45}|[A-Za-z0-9]{50}|[0-9]{6,20}-[A-Za-z0-9]{40}',
      },
    ],
  },
  {
    id: 'spotify',
    name: 'Spotify',
    rotateUrl: 'https://developer.spotify.com/dashboard',
    envNames: ['SPOTIFY_CLIENT_SECRET'],
    hosts: ['api.spotify.com'],
    formats: [
      { id: 'spotify-secret', kind: 'client secret', prefixes: [], pattern: '', shape: '[0-9a-f]{32}' },
    ],
  },
] satisfies readonly Issuer[];
