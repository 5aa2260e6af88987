import { describe, expect, test } from 'vitest';
import { defectsOf, namesOf } from './lint-oauth.ts';

const GOOD = {
  client_id: 'https://app.example.com/oauth/client.json',
  client_name: 'Example',
  redirect_uris: ['https://app.example.com/callback', 'http://127.0.0.1:3000/callback'],
  token_endpoint_auth_method: 'none',
};
const without = (name: string) => Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name));

test('a document that meets everything', () => expect(namesOf(GOOD)).toEqual([]));

describe('client_id', () => {
  test.each([
    ['https://app.example.com:8443/c.json', []],
    ['http://app.example.com/c.json', ['error client-id-https']],
    ['http://localhost/c.json', ['error client-id-https']],
    ['ftp://app.example.com/c.json', ['error client-id-https']],
    ['app', ['error client-id-https']],
    ['', ['error client-id-https']],
    ['https:///c.json', ['error client-id-https']],
    ['https://app.example.com/a b', ['error client-id-https']],
    ['https://app.example.com', ['error client-id-path']],
    ['https://app.example.com?x', ['error client-id-path', 'warning client-id-query']],
    ['https://app.example.com/', ['warning client-id-root']],
    ['https://app.example.com/a/../c.json', ['error client-id-dot-segments']],
    ['https://app.example.com/a/%2e%2e/c.json', ['error client-id-dot-segments', 'info client-id-normal']],
    ['https://user:x@app.example.com/c', ['error client-id-user-info']],
    ['https://app.example.com/c#', ['error client-id-fragment']],
    ['https://app.example.com/c?v=1', ['warning client-id-query']],
    ['https://localhost/c', ['warning client-id-reachable']],
    ['https://169.254.169.254/c', ['warning client-id-reachable']],
    ['https://[::1]/c', ['warning client-id-reachable']],
    ['https://app.example.com:443/c', ['info client-id-normal']],
    ['https://App.example.com/c', ['info client-id-normal']],
    ['https://bit.ly/3abcdef', ['warning client-id-shortener']],
    ['${BASE_URL}/client-metadata.json', []],
  ])('%s', (client_id, expected) => {
    const found = namesOf({ ...GOOD, client_id }, '/s/x-client-metadata.json');
    expect(found.filter((name) => name !== 'info client-id-file')).toEqual(expected);
  });

  test('tells the part of the URL that is wrong, and never quotes it', () => {
    const text = JSON.stringify({ ...GOOD, client_id: 'https://user:hunter2@app.example.com/c#top' });
    const found = defectsOf(text);
    expect(found.map(({ range }) => text.slice(range.start, range.end))).toEqual(['user:hunter2@', '#top']);
    expect(JSON.stringify(found)).not.toMatch(/hunter2|app\.example/);
  });

  test('compares the name of the file with the end of the URL where the file is named for it', () => {
    expect(namesOf(GOOD, '/s/oauth/client.json')).toEqual([]);
    expect(namesOf(GOOD, '/s/client-metadata.json')).toEqual(['info client-id-file']);
  });
});

describe('members', () => {
  test.each([
    ['client_id', ['error client-id-present']],
    ['client_name', ['error client-name']],
    ['redirect_uris', ['error redirect-uris']],
    ['token_endpoint_auth_method', ['info method-stated']],
  ])('without %s', (name, expected) => {
    const found = defectsOf(without(name), '/s/oauth-client-metadata.json').filter(
      ({ requirement }) => requirement !== 'client-id-file',
    );
    expect(found.map(({ severity, requirement }) => `${severity} ${requirement}`)).toEqual(expected);
    expect(found[0]!.range).toEqual({ start: 0, end: 1 });
    expect(found[0]!.path).toEqual([name]);
  });

  test.each([
    [{ client_name: ' ' }, ['error client-name']],
    [{ client_name: 7 }, ['error types']],
    [{ redirect_uris: [] }, ['error redirect-uris']],
    [{ redirect_uris: 'https://app.example.com/callback' }, ['error types']],
    [{ redirect_uris: ['https://app.example.com/callback', null] }, ['error types']],
    [{ grant_types: ['authorization_code', 'password'] }, ['warning grant-types']],
    [{ grant_types: ['implicit'] }, ['warning grant-types']],
    [{ scope: 'read offline_access', grant_types: ['authorization_code'] }, ['warning refresh-token']],
    [{ scope: 'read offline_access' }, ['warning refresh-token']],
    [{ scope: 'offline_access', grant_types: ['authorization_code', 'refresh_token'] }, []],
    [{ client_secret: null }, ['error secret-member']],
    [{ client_secret_expires_at: 0 }, ['error secret-member']],
    [{ registration_access_token: 'x' }, ['error secret-member']],
    [{ dpop_bound_access_tokens: 'true' }, ['error types']],
    [{ toString: 1, hasOwnProperty: [], __proto__x: {} }, []],
    [{ tos_uri: 'javascript:alert(1)' }, ['error shown-addresses']],
    [{ logo_uri: ' JavaScript:alert(1)' }, ['error shown-addresses']],
    [{ logo_uri: 'data:image/png;base64,AAAA' }, ['error shown-addresses']],
    [{ client_uri: 'http://app.example.com' }, ['warning addresses-https']],
    [{ policy_uri: 'https://192.168.0.1/p' }, ['warning addresses-reachable']],
    [{ contacts: ['a@example.com'], software_id: 'x', x_unknown: [1] }, []],
  ])('%j', (members, expected) => {
    expect(namesOf({ ...GOOD, ...members })).toEqual(expected);
  });

  test('a member that stands twice counts as the last one, and is told', () => {
    const text = `{"client_id":"https://a.example/c","client_name":"x","redirect_uris":[],"redirect_uris":["https://a.example/cb"],"token_endpoint_auth_method":"none"}`;
    expect(namesOf(text)).toEqual(['warning unique-members']);
  });

  test('a secret that a later member hides is in the file all the same', () => {
    const text = JSON.stringify(GOOD).replace('{', '{"client_secret":"a","client_secret":"b",');
    expect(namesOf(text)).toEqual(['warning unique-members', 'error secret-member', 'error secret-member']);
  });

  test('more than five kilobytes', () => {
    const filled = (length: number) => namesOf({ ...GOOD, x: 'ü'.repeat(length) });
    expect(filled(2000)).toEqual([]);
    expect(filled(2600)).toEqual(['warning size']);
  });
});

describe('redirect_uris', () => {
  test.each([
    ['http://localhost:1234/cb', []],
    ['http://[::1]/cb', []],
    ['http://[::ffff:127.0.0.1]/cb', []],
    ['http://127.1/cb', []],
    ['http://localhost:*/cb', ['warning redirect-uri-exact']],
    ['https://*.example.com/cb', ['warning redirect-uri-exact']],
    ['http://app.example.com/cb', ['error redirect-uri-https']],
    ['http://localhost.example.com/cb', ['error redirect-uri-https']],
    ['http://localhost@evil.example/cb', ['error redirect-uri-https', 'warning redirect-uri-user-info']],
    ['http://0.0.0.0/cb', ['error redirect-uri-https']],
    ['http://192.168.0.4/cb', ['error redirect-uri-https']],
    ['cursor://anysphere.cursor-mcp/oauth/callback', ['error redirect-uri-https']],
    ['com.example.app:/cb', ['error redirect-uri-https']],
    ['javascript:alert(1)', ['error redirect-uri-https']],
    ['/callback', ['error redirect-uri-https']],
    ['', ['error redirect-uri-https']],
    ['https://app.example.com/cb#x', ['error redirect-uri-fragment']],
    ['{{base}}/cb', []],
  ])('%s', (uri, expected) => {
    expect(namesOf({ ...GOOD, redirect_uris: ['https://app.example.com/callback', uri] })).toEqual(expected);
  });

  test('loopback addresses alone', () => {
    const found = namesOf({ ...GOOD, redirect_uris: ['http://localhost/cb', 'http://127.0.0.1/cb'] });
    expect(found).toEqual(['info redirect-uris-loopback-only']);
  });

  test.each([
    [{ scope: 'atproto transition:generic' }],
    [{ '@context': ['https://www.w3.org/ns/solid/oidc-context.jsonld'] }],
  ])('clients of another profile owe MCP nothing: %j', (members) => {
    const client = { ...without('client_name'), ...members, redirect_uris: ['com.example.app:/cb'] };
    expect(namesOf(client)).toEqual([]);
  });
});

describe('authentication', () => {
  const key = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
  const signed = { ...GOOD, token_endpoint_auth_method: 'private_key_jwt' };
  test.each([
    [{ ...signed, jwks_uri: 'https://app.example.com/jwks' }, []],
    [{ ...signed, jwks: { keys: [key] } }, []],
    [signed, ['error key-for-assertion']],
    [{ ...signed, jwks: { keys: [key] }, jwks_uri: 'https://a.example/j' }, ['error one-key-source']],
    [{ ...signed, jwks_uri: 'http://a.example/j' }, ['warning addresses-https']],
    [{ ...GOOD, token_endpoint_auth_method: 'client_secret_basic' }, ['error shared-secret-method']],
    [{ ...GOOD, token_endpoint_auth_method: 'client_secret_post' }, ['error shared-secret-method']],
    [{ ...GOOD, token_endpoint_auth_method: 'client_secret_jwt' }, ['error shared-secret-method']],
    [{ ...GOOD, token_endpoint_auth_method: 'tls_client_auth' }, []],
    [
      { ...GOOD, application_type: 'web', redirect_uris: ['https://app.example.com/cb'] },
      ['info web-client-authentication'],
    ],
    [{ ...GOOD, application_type: 'web' }, []],
  ])('%j', (content, expected) => expect(namesOf(content)).toEqual(expected));

  test.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'priv'])('a key with "%s"', (name) => {
    const text = JSON.stringify({ ...signed, jwks: { keys: [key, { ...key, [name]: 'secret' }] } });
    const [found, ...more] = defectsOf(text);
    expect(more).toEqual([]);
    expect([found!.requirement, found!.severity]).toEqual(['private-key', 'error']);
    expect(found!.path).toEqual(['jwks', 'keys', 1, name]);
    expect(text.slice(found!.range.start, found!.range.end)).toBe(name);
  });

  test.each([
    ['two private members are one defect', { keys: [{ ...key, d: 'a', p: 'b' }] }, 1],
    [
      'two keys are two',
      {
        keys: [
          { ...key, d: 'a' },
          { ...key, d: 'b' },
        ],
      },
      2,
    ],
    ['a symmetric key without its value', { keys: [{ kty: 'oct' }] }, 1],
    ['a key without a type', { keys: [{ d: 'a' }] }, 1],
    ['an RSA key with other primes', { keys: [{ kty: 'RSA', n: 'n', e: 'AQAB', oth: [] }] }, 1],
    [
      'empty and absent values',
      {
        keys: [
          { ...key, d: '' },
          { ...key, d: null },
          { ...key, d: 1 },
        ],
      },
      0,
    ],
  ])('%s', (_what, jwks, count) => {
    expect(namesOf({ ...signed, jwks })).toEqual(new Array(count).fill('error private-key'));
  });

  test('keys outside "jwks" are found by their type, and words that look like members are not', () => {
    expect(namesOf({ ...GOOD, x_keys: [{ ...key, d: 'a' }] })).toEqual(['error private-key']);
    expect(namesOf({ ...GOOD, x_query: { q: 'words', d: 'day', k: 'v' } })).toEqual([]);
  });
});
