import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verdictOn } from '../support/classify.ts';
import { prng, sample } from '../support/samples.ts';

const HEX = '0123456789abcdef';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ALPHANUMERIC = `${LETTERS}${LETTERS.toUpperCase()}0123456789`;

/** Text of a length over an alphabet, from a seed. */
function opaque(seed: number, alphabet: string, length: number): string {
  const random = prng(seed);
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}

function uuid(seed: number): string {
  const hex = opaque(seed, HEX, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

describe('opaque values', () => {
  const shapes: Record<string, (seed: number) => string> = {
    '32 hex': (seed) => opaque(seed, HEX, 32),
    '40 hex': (seed) => opaque(seed, HEX, 40),
    '64 hex': (seed) => opaque(seed, HEX, 64),
    uuid,
    '43 base64url': (seed) => opaque(seed, `${ALPHANUMERIC}-_`, 43),
    '24 alphanumeric': (seed) => opaque(seed, ALPHANUMERIC, 24),
    '40 alphanumeric': (seed) => opaque(seed, ALPHANUMERIC, 40),
  };
  const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

  for (const [shape, make] of Object.entries(shapes)) {
    test(`${shape} under names of secrets are literals`, () => {
      for (const seed of seeds) {
        for (const name of ['API_KEY', 'GITHUB_TOKEN', 'clientSecret', 'X-Api-Key', 'OPENAI_KEY']) {
          expect([seed, verdictOn(name, make(seed)).kind]).toEqual([seed, 'literal']);
        }
      }
    });

    test(`${shape} under names of settings are not`, () => {
      for (const seed of seeds.slice(0, 20)) {
        for (const name of [
          'PROJECT_ID',
          'COMMIT',
          'CLIENT_ID',
          'AWS_REGION',
          'MAX_TOKENS',
          'PRIMARY_KEY',
          'KEY_PATH',
        ]) {
          expect([name, verdictOn(name, make(seed)).kind]).toEqual([name, 'benign']);
        }
      }
    });
  }

  test('two hexadecimal parts are as random as one, even under a name that says little', () => {
    for (const seed of seeds) {
      const pair = `${opaque(seed, HEX, 16)}:${opaque(seed + 1, HEX, 32)}`;
      expect([seed, verdictOn('key', pair).kind]).toEqual([seed, 'literal']);
    }
  });

  test('the name of a variable in the place of its value is none', () => {
    expect(verdictOn('PROXMOX_TOKEN_VALUE', 'PROXMOX_TOKEN_VALUE').kind).toBe('placeholder');
  });

  test('passwords are literals whatever their characters', () => {
    const characters = fc.constantFrom(...`${ALPHANUMERIC}!@#^&*-_=+?`);
    const password = fc.array(characters, { minLength: 9, maxLength: 14 }).map((list) => list.join(''));
    let missed = 0;
    fc.assert(
      fc.property(password, (value) => {
        // A generator may write a word or a row of equal characters now and then.
        if (
          new Set(value.toLowerCase()).size > 5 &&
          /\d/.test(value) &&
          verdictOn('DB_PASSWORD', value).kind !== 'literal'
        )
          missed += 1;
      }),
      { numRuns: 2000, seed: 7 },
    );
    expect(missed).toBeLessThanOrEqual(4);
  });
});

test.each([
  'YOUR_API_KEY',
  'your-api-key-here',
  '<your-token>',
  '[REDACTED]',
  'REDACTED',
  'changeme',
  'xxxxxxxxxxxxxxxx',
  'sk-...',
  'sk-your-key',
  '...',
  'TODO',
  'INSERT_KEY_HERE',
  'my-secret-token',
  'replace_me',
  'abc123',
  '1234567890abcdef1234567890abcdef',
  '00000000-0000-0000-0000-000000000000',
  'OPENAI_API_KEY',
  'GITHUB_PAT_TOKEN',
  'token',
  'secret',
  'your_token',
  'test',
  'dummy',
  'placeholder',
  'optional',
  '你的密钥',
  'votre-cle-api',
  'deine-api-key',
  '********',
  '••••••••',
  'Bearer token or API key',
  'AIzaSyexample-key',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'deadbeef',
  'none',
  'EMPTY',
  'not-needed',
  'YourAccessTokenHere',
])('a placeholder is no credential: %s', (value) => {
  expect(verdictOn('API_KEY', value).kind).toMatch(/placeholder|benign|reference/);
});

test.each([
  '${API_KEY}',
  '$API_KEY',
  '${env:API_KEY}',
  '${input:api-key}',
  '{env:API_KEY}',
  '{{API_KEY}}',
  '{{ secrets.API_KEY }}',
  '%API_KEY%',
  '${{ secrets.API_KEY }}',
  'op://Private/item/field',
  'keychain://mcp-lint/host/server/name',
  'vault:secret/data/x#key',
  'doppler://project/config/NAME',
  'authsome-proxy-managed',
  '$(pass show api/key)',
  '`cat ~/.key`',
  'mcpm:keychain:server',
  'env:API_KEY',
  'file:///run/secrets/key',
  '{file:~/.key}',
  '$augment-key',
  'process.env.API_KEY',
  '${user_config.api_key}',
  'arn:aws:secretsmanager:eu-west-1:000000000000:secret:x',
  'projects/p/secrets/s/versions/latest',
  '$env:API_KEY',
  'bw://00000000-1111-2222-3333-444444444444',
  'aws-sm://prod/mcp/key',
  'gcp-sm://p/secrets/key',
])('a reference is no credential: %s', (value) => {
  expect(verdictOn('API_KEY', value).kind).toBe('reference');
});

test.each([
  ['MAX_TOKENS', '4096'],
  ['TOKEN_LIMIT', '200000'],
  ['API_KEY_FILE', '/run/secrets/key'],
  ['SECRET_KEY_PATH', '~/.ssh/id_ed25519'],
  ['PASSWORD_FILE', './password.txt'],
  ['SSH_PRIVATE_KEY', '/home/me/.ssh/id_rsa'],
  ['AUTH_TYPE', 'oauth2_client_credentials_v2'],
  ['REQUIRE_AUTH', 'true'],
  ['USE_TOKEN', '1'],
  ['IMAGE', `sha256:${'0123456789abcdef'.repeat(4)}`],
])('a setting is no credential: %s', (name, value) => {
  expect(verdictOn(name, value).kind).toMatch(/^(?:benign|placeholder)$/);
});

test.each([
  ['DB_PASSWORD', 'velvet anchor mosaic tundra'],
  ['GMAIL_APP_PASSWORD', 'rump gooa ydbr haip'],
  ['BROWSER_USE_API_KEY', opaque(8, ALPHANUMERIC, 24)],
  ['API_KEY_21ST', opaque(8, ALPHANUMERIC, 24)],
  ['FB_PAGE_PASSWORD', opaque(8, ALPHANUMERIC, 12)],
  ['WHATSAPP_VERIFY_TOKEN', opaque(8, ALPHANUMERIC, 24)],
  ['DB_PASSWORD_RO', opaque(8, ALPHANUMERIC, 12)],
  ['TOKEN1', opaque(8, ALPHANUMERIC, 24)],
  ['AWSSECRETACCESSKEY', opaque(8, ALPHANUMERIC, 40)],
])('a qualifier or a space does not make a secret a setting: %s', (name, value) => {
  expect(verdictOn(name, value).kind).toBe('literal');
});

test('a known format is found under any name, with its issuer and its checksum', () => {
  const token = sample('github-pat-classic', prng(3));
  const verdict = verdictOn('NOTES', `see ${token} there`);
  expect(verdict).toMatchObject({
    kind: 'literal',
    format: 'github-pat-classic',
    issuer: 'github',
    confidence: 'high',
    checksum: 'valid',
  });
  expect(verdict.kind === 'literal' && verdict.secret.range).toEqual({ start: 4, end: 4 + token.length });
});

test('a failed checksum lowers the confidence and no more', () => {
  const token = sample('github-pat-classic', prng(3));
  const broken = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');
  expect(verdictOn('GITHUB_TOKEN', broken)).toMatchObject({
    kind: 'literal',
    confidence: 'low',
    checksum: 'invalid',
  });
});

test('a phrase behind all that the tokens of a format begin with is a placeholder, under any name', () => {
  const phrases = [
    'your-upstash-vector-rest-token',
    'your_google_api_key_goes_here',
    'REPLACE_WITH_YOUR_REAL_KEY_HERE',
  ];
  for (const phrase of phrases) {
    for (const name of ['UPSTASH_VECTOR_REST_TOKEN', 'GOOGLE_API_KEY', 'VALUE']) {
      const { kind } = verdictOn(name, ['AIza', 'Sy', phrase].join(''));
      expect([name, phrase, kind]).toEqual([name, phrase, 'placeholder']);
    }
  }
});

test('where an address holds nothing but short keys, one that reads like a word is a key all the same', () => {
  const place = { kind: 'url-path', field: 'env', declaredSecret: true } as const;
  expect(verdictOn('key', 'bvihegh', { ...place, keyPlace: true }).kind).toBe('literal');
  expect(verdictOn('key', 'stream', place).kind).toBe('benign');
  for (const value of ['your-hook', 'la-tua-chiave', 'abcdef', 'XXXXXXXX', 'ignored', 'anything', '12345']) {
    const { kind } = verdictOn('key', value, { ...place, keyPlace: true });
    expect([value, kind]).not.toEqual([value, 'literal']);
  }
});

test('a made-up UUID is no key of an address', () => {
  const uuid = ['11111111', '2222', '3333', '4444', '555555555555'].join('-');
  expect(verdictOn('mcp', uuid, { kind: 'url-path', field: 'url', endpoint: true }).kind).not.toBe('literal');
});

test('a sample from documentation is none in an address of a server either', () => {
  const id = ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('');
  // Its own form, and that of the half that has none.
  const half = ['wJalrXUtnFEMI', '/K7MDENG/', 'bPxRfiCY', 'EXAMPLEKEY'].join('');
  for (const value of [id, half]) {
    const { kind } = verdictOn('mcp', value, { kind: 'url-path', field: 'url', endpoint: true });
    expect(kind).toBe('placeholder');
  }
});

test('a prefix with a made-up body is a placeholder', () => {
  for (const body of ['x'.repeat(36), 'your_github_token_here', '1234567890'.repeat(4).slice(0, 36)]) {
    expect(verdictOn('GITHUB_TOKEN', ['ghp', body].join('_')).kind).toBe('placeholder');
  }
});

test('a key made to be public is no error, unless its value says otherwise', () => {
  const random = prng(5);
  expect(verdictOn('NEXT_PUBLIC_STRIPE_KEY', sample('stripe-publishable', random)).kind).toBe('public');
  expect(verdictOn('STRIPE_KEY', sample('stripe-publishable', random)).kind).toBe('public');
  expect(verdictOn('NEXT_PUBLIC_STRIPE_KEY', sample('stripe-secret-live', random)).kind).toBe('literal');
});

function jwt(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'HS256', typ: 'JWT' }), part(payload), opaque(9, `${ALPHANUMERIC}-_`, 43)].join('.');
}

test('a JWT tells when it ends and what it may do', () => {
  const day = 86_400;
  const now = Math.floor(Date.now() / 1000);
  expect(verdictOn('TOKEN', jwt({ iss: 'x', exp: now + 9 * day }))).toMatchObject({
    kind: 'literal',
    traits: [],
  });
  expect(verdictOn('TOKEN', jwt({ iss: 'x', exp: now - 9 * day }))).toMatchObject({
    kind: 'literal',
    traits: ['expired'],
  });
  expect(verdictOn('SUPABASE_KEY', jwt({ iss: 'supabase', role: 'anon', exp: now + day })).kind).toBe(
    'public',
  );
  expect(
    verdictOn('SUPABASE_ANON_KEY', jwt({ iss: 'supabase', role: 'service_role', exp: now + day })),
  ).toMatchObject({
    kind: 'literal',
    traits: ['admin'],
  });
});

test('a default of local development is one only where the host is local', () => {
  const local = verdictOn('password', 'postgres', { kind: 'url-userinfo', destination: 'localhost' });
  expect(local).toMatchObject({ kind: 'literal', traits: ['development-default'] });
  const remote = verdictOn('password', 'postgres', { kind: 'url-userinfo', destination: 'db.example.com' });
  expect(remote).not.toMatchObject({ traits: ['development-default'] });
});

test('a random path segment is a key in the address of a server, and an identifier elsewhere', () => {
  const segment = opaque(4, ALPHANUMERIC, 32);
  expect(verdictOn('', segment, { kind: 'url-path', endpoint: true }).kind).toBe('literal');
  expect(verdictOn('', segment, { kind: 'url-path' }).kind).toBe('benign');
  expect(verdictOn('', 'abandoned-creamy-horse-y39-hm', { kind: 'url-path', endpoint: true }).kind).toBe(
    'benign',
  );
});

test('reasons never quote the value', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 8, unit: 'grapheme' }),
      fc.constantFrom('API_KEY', 'PASSWORD', 'x', ''),
      (value, name) => {
        expect(verdictOn(name, value).reason).not.toContain(value);
      },
    ),
  );
});
