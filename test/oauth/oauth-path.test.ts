import { describe, expect, test } from 'vitest';
import { oauthPathOf } from '../../src/core/oauth-path.ts';
import { readOAuth } from './lint-oauth.ts';

describe('oauthPathOf', () => {
  test.each([
    ['/s/.well-known/oauth-protected-resource', 'protected-resource', ''],
    ['C:\\s\\.well-known\\oauth-protected-resource', 'protected-resource', ''],
    ['.well-known/oauth-protected-resource.json', 'protected-resource', ''],
    ['/s/.well-known/oauth-protected-resource/index.json', 'protected-resource', ''],
    ['/s/.well-known/oauth-protected-resource/mcp', 'protected-resource', '/mcp'],
    ['/s/.well-known/oauth-protected-resource/mcp.json', 'protected-resource', '/mcp'],
    ['/s/.well-known/oauth-protected-resource/public/mcp/index.json', 'protected-resource', '/public/mcp'],
    ['/s/.well-known/oauth-protected-resource/v1.2', 'protected-resource', '/v1.2'],
    ['/s/.well-known/oauth-protected-resource-mcp.json', 'protected-resource', undefined],
    ['/s/.well-known/oauth-authorization-server/tenant1', 'authorization-server', '/tenant1'],
    ['/s/.well-known/openid-configuration', 'authorization-server', ''],
    ['/s/.well-known/x/.well-known/openid-configuration', 'authorization-server', ''],
  ])('%s', (path, kind, suffix) => {
    const found = oauthPathOf(path)!;
    expect([found.kind, found.certain, found.suffix]).toEqual([kind, true, suffix]);
  });

  test.each([
    '/s/.well-known/oauth-protected-resource/route.ts',
    '/s/.well-known/oauth-protected-resource.ts',
    '/s/.well-known/oauth-protected-resource/README.md',
    '/s/.well-known/oauth-protected-resource/.gitkeep',
    '/s/.well-known/security.txt',
    '/s/.well-known/jwks.json',
    '/s/.well-known',
    '/s/oauth-protected-resource',
    '/s/client-metadata.ts',
    '/s/settings.json',
    '',
  ])('%s is no place of one', (path) => expect(oauthPathOf(path)).toBeUndefined());

  test.each([
    'client-metadata.json',
    'mcp-client-metadata.json',
    'oauth-client.json',
    'OAuth-Client-Metadata.JSON',
    'cimd.json',
  ])('%s may be one of a client', (name) =>
    expect(oauthPathOf(`/s/${name}`)).toEqual({ kind: 'client-metadata', certain: false }),
  );
});

describe('recogniseOAuthDocument', () => {
  const id = 'https://app.example.com/c.json';
  test.each([
    ['a client by its URL', { client_id: id, redirect_uris: [] }, 'a.json', 'client-metadata'],
    ['a resource', { resource: 'x', authorization_servers: 1 }, 'a.json', 'protected-resource'],
    [
      'a server',
      { issuer: 'https://a.example', token_endpoint: 'http://b' },
      'a.json',
      'authorization-server',
    ],
    ['anything at a well-known place', ['x'], '.well-known/oauth-protected-resource', 'protected-resource'],
    ['a client without an id by its name', { redirect_uris: [] }, 'client-metadata.json', 'client-metadata'],
    [
      'a client with a wrong id',
      { client_id: 'x', redirect_uris: [] },
      'client-metadata.json',
      'client-metadata',
    ],
    ['a client without redirects', { client_id: id }, 'oauth-client.json', 'client-metadata'],
  ])('knows %s', (_what, content, name, kind) => {
    expect(readOAuth(JSON.stringify(content), `/s/${name}`)?.kind).toBe(kind);
  });

  test.each([
    ['a registered client', { client_id: 'abc', redirect_uris: [] }, 'oauth-client.json'],
    ['a client of another vendor', { installed: { client_id: 'x', redirect_uris: [] } }, 'oauth-client.json'],
    ['a list', [{ client_id: id, redirect_uris: [] }], 'client-metadata.json'],
    ['a number', 3, 'client-metadata.json'],
    ['a token', { issuer: 'me', token_endpoint: 'there' }, 'a.json'],
    ['a resource alone', { resource: 'https://a.example' }, 'a.json'],
    ['a request', { client_id: id, redirect_uri: 'x' }, 'a.json'],
  ])('leaves %s alone', (_what, content, name) => {
    expect(readOAuth(JSON.stringify(content), `/s/${name}`)).toBeUndefined();
  });
});
