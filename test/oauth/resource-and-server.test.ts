import { describe, expect, test } from 'vitest';
import { defectsOf, namesOf } from './lint-oauth.ts';

const jwt = (header: unknown, claims: unknown) =>
  [header, claims, 'signature']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

describe('protected resource metadata', () => {
  const GOOD = {
    resource: 'https://mcp.example.com/mcp',
    authorization_servers: ['https://auth.example.com'],
    bearer_methods_supported: ['header'],
  };

  test.each([
    [{}, []],
    [{ bearer_methods_supported: undefined }, []],
    [{ resource: undefined }, ['error resource-present']],
    [{ resource: 5 }, ['error types']],
    [{ resource: 'mcp.example.com' }, ['error resource-https']],
    [{ resource: 'http://mcp.example.com/mcp' }, ['error resource-https']],
    [{ resource: 'http://localhost:3000/mcp' }, ['info loopback-http']],
    [{ resource: 'https://mcp.example.com#x' }, ['error resource-fragment']],
    [{ resource: 'https://mcp.example.com/mcp?tenant=1' }, ['warning resource-query']],
    [{ resource: 'https://u:p@mcp.example.com/mcp' }, ['warning resource-user-info']],
    [{ resource: 'https://mcp.example.com/' }, ['info resource-slash']],
    [{ resource: 'https://mcp.example.com' }, []],
    [{ resource: '${PUBLIC_URL}/mcp' }, []],
    [{ authorization_servers: [] }, ['error authorization-servers']],
    [{ authorization_servers: 'https://auth.example.com' }, ['error types']],
    [{ authorization_servers: ['http://auth.example.com'] }, ['error authorization-server-https']],
    [{ authorization_servers: ['auth.example.com'] }, ['error authorization-server-https']],
    [
      { authorization_servers: ['https://auth.example.com?x', 'https://b.example#y'] },
      ['error authorization-server-parts', 'error authorization-server-parts'],
    ],
    [
      { authorization_servers: ['https://a.example/.well-known/openid-configuration'] },
      ['error authorization-server-metadata-url'],
    ],
    [
      { authorization_servers: ['http://127.0.0.1:8080', 'https://auth.example.com/t'] },
      ['info loopback-http'],
    ],
    [{ bearer_methods_supported: ['header', 'query'] }, ['error bearer-query']],
    [{ bearer_methods_supported: ['query'] }, ['error bearer-query', 'error bearer-header']],
    [{ bearer_methods_supported: [] }, ['error bearer-header']],
    [{ bearer_methods_supported: ['header', 'body'] }, ['warning bearer-other']],
    [{ jwks_uri: 'http://mcp.example.com/jwks' }, ['error keys-https']],
    [{ resource_signing_alg_values_supported: ['RS256', 'none'] }, ['error signing-none']],
    [{ scopes_supported: ['read', 'offline_access'] }, ['warning offline-access']],
    [{ scopes_supported: ['*'] }, ['info broad-scope']],
    [{ scopes_supported: ['files:read', 'admin:read'] }, []],
    [{ scopes_supported: [] }, ['error empty-lists']],
    [{ resource_tos_uri: 'javascript:alert(1)' }, ['error shown-addresses']],
    [{ dpop_bound_access_tokens_required: 'no' }, ['error types']],
    [{ client_secret: 'x' }, ['error secret-member']],
    [{ jwks: { keys: [{ kty: 'oct', k: 'x' }] } }, ['error private-key']],
    [{ signed_metadata: jwt({ alg: 'ES256' }, { iss: 'me', resource: 'x' }) }, []],
    [{ signed_metadata: jwt({ alg: 'none' }, { iss: 'me' }) }, ['error signed-metadata-form']],
    [{ signed_metadata: jwt({ alg: 'ES256' }, { resource: 'x' }) }, ['error signed-metadata-form']],
    [
      { signed_metadata: jwt({ alg: 'ES256' }, { iss: 'me', signed_metadata: 'x' }) },
      ['warning signed-metadata-nested'],
    ],
    [{ signed_metadata: 'a.b' }, ['error signed-metadata-form']],
    [{ x_future: { resource: 1 } }, []],
  ])('%j', (members, expected) => {
    const path = '/s/.well-known/oauth-protected-resource-x.json';
    expect(namesOf({ ...GOOD, ...members }, path)).toEqual(expected);
  });

  test.each([
    ['oauth-protected-resource/mcp', 'https://mcp.example.com/mcp', []],
    ['oauth-protected-resource/mcp', 'https://mcp.example.com/mcp/', []],
    ['oauth-protected-resource/public/mcp.json', 'https://mcp.example.com/public/mcp', []],
    ['oauth-protected-resource/a b', 'https://mcp.example.com/a%20b', []],
    ['oauth-protected-resource/mcp', 'https://mcp.example.com/api', ['error resource-place']],
    ['oauth-protected-resource/mcp', 'https://mcp.example.com', ['error resource-place']],
    ['oauth-protected-resource/mcp', 'https://mcp.example.com/MCP', ['error resource-place']],
    ['oauth-protected-resource', 'https://mcp.example.com', []],
    ['oauth-protected-resource', 'https://mcp.example.com/mcp', ['info resource-root-place']],
    ['oauth-protected-resource.json', 'https://mcp.example.com/mcp', ['info resource-root-place']],
  ])('%s for %s', (place, resource, expected) => {
    expect(namesOf({ ...GOOD, resource }, `/s/.well-known/${place}`)).toEqual(expected);
  });

  test.each(['[]', '"x"', 'null', '7', '[{"resource":"https://a.example"}]'])('%s is no object', (text) => {
    expect(namesOf(text, '/s/.well-known/oauth-protected-resource')).toEqual(['error object']);
  });
});

describe('authorization server metadata', () => {
  const GOOD = {
    issuer: 'https://auth.example.com',
    authorization_endpoint: 'https://auth.example.com/authorize',
    token_endpoint: 'https://auth.example.com/token',
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['ES256'],
    client_id_metadata_document_supported: true,
    authorization_response_iss_parameter_supported: true,
  };
  const path = '/s/.well-known/oauth-authorization-server';

  test.each([
    [{}, []],
    [{ issuer: undefined }, ['error issuer-present']],
    [{ issuer: 'http://auth.example.com' }, ['error issuer-https']],
    [{ issuer: 'http://localhost:8080' }, ['info loopback-http']],
    [{ issuer: 'https://auth.example.com?x' }, ['error issuer-parts']],
    [{ issuer: 'https://auth.example.com#x' }, ['error issuer-parts']],
    [{ issuer: 'https://auth.example.com/' }, []],
    [{ issuer: 'https://auth.example.com/tenant' }, ['warning issuer-root-place']],
    [{ response_types_supported: undefined }, ['error response-types-present']],
    [{ response_types_supported: ['code id_token'] }, []],
    [{ response_types_supported: ['id_token'] }, ['warning code-response']],
    [{ response_types_supported: ['code', 'token', 'id_token token'] }, ['info implicit-grant']],
    [{ authorization_endpoint: undefined }, ['error authorization-endpoint-present']],
    [{ token_endpoint: undefined }, ['error token-endpoint-present']],
    [{ token_endpoint: 'http://auth.example.com/token' }, ['error endpoints-https']],
    [{ token_endpoint: '/token' }, ['error endpoints-https']],
    [{ authorization_endpoint: 'javascript:alert(1)' }, ['error endpoints-https']],
    [{ authorization_endpoint: 'https://auth.example.com/a#b' }, ['error endpoint-fragment']],
    [{ authorization_endpoint: 'https://auth.example.com/a?tenant=1' }, []],
    [{ jwks_uri: 'http://10.0.0.1/keys' }, ['error endpoints-https']],
    [{ code_challenge_methods_supported: undefined }, ['error pkce-stated']],
    [{ code_challenge_methods_supported: ['plain'] }, ['error pkce-s256', 'info pkce-plain']],
    [{ code_challenge_methods_supported: ['plain', 'S256'] }, ['info pkce-plain']],
    [{ code_challenge_methods_supported: [] }, ['error empty-lists']],
    [{ registration_endpoint: 'https://auth.example.com/r' }, []],
    [{ client_id_metadata_document_supported: undefined }, []],
    [
      { client_id_metadata_document_supported: false, registration_endpoint: 'https://auth.example.com/r' },
      ['warning client-metadata-support'],
    ],
    [{ client_id_metadata_document_supported: 'true' }, ['error types']],
    [{ token_endpoint_auth_methods_supported: ['client_secret_basic'] }, ['warning client-metadata-methods']],
    [{ token_endpoint_auth_methods_supported: undefined }, ['warning client-metadata-methods']],
    [{ token_endpoint_auth_methods_supported: ['private_key_jwt'] }, ['info client-metadata-public']],
    [{ token_endpoint_auth_signing_alg_values_supported: undefined }, ['error assertion-algorithms']],
    [{ token_endpoint_auth_signing_alg_values_supported: ['none', 'ES256'] }, ['error signing-none']],
    [{ grant_types_supported: ['authorization_code', 'password'] }, ['warning password-grant']],
    [{ grant_types_supported: ['authorization_code', 'implicit'] }, ['info implicit-grant']],
    [{ authorization_response_iss_parameter_supported: undefined }, ['warning issuer-in-answers']],
    [{ authorization_response_iss_parameter_supported: false }, ['warning issuer-in-answers']],
    [{ authorization_response_iss_parameter_supported: 'yes' }, ['error types']],
    [{ scopes_supported: ['offline_access'] }, []],
  ])('%j', (members, expected) => expect(namesOf({ ...GOOD, ...members }, path)).toEqual(expected));

  test('a server without codes owes nothing about them', () => {
    const machine = {
      issuer: 'https://auth.example.com',
      token_endpoint: 'https://auth.example.com/token',
      grant_types_supported: ['client_credentials'],
      response_types_supported: ['none'],
    };
    expect(namesOf(machine, path)).toEqual([]);
  });

  test.each([
    ['GitHub Actions', {}],
    ['Kubernetes', { authorization_endpoint: 'urn:kubernetes:programmatic_authorization' }],
  ])('an issuer of tokens for workloads, as of %s, has no clients to sign in', (_name, members) => {
    const issuer = {
      issuer: 'https://token.example.com/cluster',
      jwks_uri: 'https://token.example.com/cluster/jwks',
      subject_types_supported: ['public'],
      response_types_supported: ['id_token'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
    const place = '/s/cluster/.well-known/openid-configuration';
    expect(namesOf({ ...issuer, ...members }, place)).toEqual([]);
  });

  test.each([
    ['oauth-authorization-server/tenant1', 'https://auth.example.com/tenant1', []],
    ['openid-configuration/tenant1', 'https://auth.example.com/tenant1', []],
    ['openid-configuration/tenant1', 'https://auth.example.com/tenant2', ['error issuer-place']],
    ['oauth-authorization-server/tenant1', 'https://auth.example.com', ['error issuer-place']],
    ['openid-configuration', 'https://auth.example.com/tenant1', []],
  ])('%s for %s', (place, issuer, expected) => {
    expect(namesOf({ ...GOOD, issuer }, `/s/.well-known/${place}`)).toEqual(expected);
  });

  test('every missing member is a finding of its own, with a path of its own', () => {
    const found = defectsOf('{}', path);
    expect(new Set(found.map((defect) => defect.path.join())).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(4);
  });
});
