import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeJwt } from '../../src/credentials/jwt.ts';
import { jwt, prng } from '../support/samples.ts';

const readJwt = (token: string) => decodeJwt(token)?.facts;
const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const HEADER = encode({ alg: 'HS256' });
const PAYLOAD = encode({ sub: 'someone' });

describe('facts', () => {
  test('are the claims that may be told, and no others', () => {
    const claims = {
      iss: 'someone',
      aud: 'something',
      role: 'anon',
      exp: 1_800_000_000,
      iat: 1_700_000_000,
      email: 'a@b.example',
    };
    expect(readJwt(jwt(prng(1), claims))).toEqual({
      alg: 'HS256',
      typ: 'JWT',
      iss: 'someone',
      aud: 'something',
      role: 'anon',
      exp: 1_800_000_000,
      iat: 1_700_000_000,
      hasExpiry: true,
    });
  });

  test('are left out where they are missing or of another type', () => {
    expect(readJwt(jwt(prng(1), {}, { alg: 'ES256' }))).toEqual({ alg: 'ES256', hasExpiry: false });
    expect(
      readJwt(
        jwt(prng(1), { iss: 1, aud: {}, role: ['admin'], exp: 'never', iat: null }, { alg: 'ES256', typ: 2 }),
      ),
    ).toEqual({
      alg: 'ES256',
      hasExpiry: false,
    });
  });

  test('hold several audiences', () => {
    expect(readJwt(jwt(prng(1), { aud: ['a', 2, 'b'] }))?.aud).toEqual(['a', 'b']);
  });

  test('are read from JSON with spaces and letters of any language', () => {
    expect(readJwt(`${encode('{ "alg": "HS256" }\n')}.${encode({ iss: 'größer ☃' })}.c2ln`)?.iss).toBe(
      'größer ☃',
    );
  });
});

describe('what is none', () => {
  test.each([
    ['nothing', ''],
    ['one part', HEADER],
    ['two parts', `${HEADER}.${PAYLOAD}`],
    ['four parts', `${HEADER}.${PAYLOAD}.c2ln.c2ln`],
    ['five parts, as JWE has', `${HEADER}.a.b.c.d`],
    ['no algorithm', `${encode({ typ: 'JWT' })}.${PAYLOAD}.c2ln`],
    ['an empty algorithm', `${encode({ alg: '' })}.${PAYLOAD}.c2ln`],
    ['an algorithm that is no text', `${encode({ alg: 256 })}.${PAYLOAD}.c2ln`],
    ['a list as header', `${encode([{ alg: 'HS256' }])}.${PAYLOAD}.c2ln`],
    ['a list as payload', `${HEADER}.${encode([])}.c2ln`],
    ['null as payload', `${HEADER}.${encode('null')}.c2ln`],
    ['a payload that is no JSON', `${HEADER}.${encode('{"sub":}')}.c2ln`],
    ['padding', `${HEADER}.${Buffer.from('{"a":1}').toString('base64')}.c2ln`],
    ['no signature, though one is announced', `${HEADER}.${PAYLOAD}.`],
    ['an empty payload', `${HEADER}..c2ln`],
  ])('%s', (_, text) => {
    expect(readJwt(text)).toBeUndefined();
  });

  test('an unsigned one is one', () => {
    expect(readJwt(`${encode({ alg: 'none' })}.${PAYLOAD}.`)?.alg).toBe('none');
  });

  test('any text is read without an error', () => {
    const part = fc.oneof(fc.string(), fc.json().map(encode), fc.constant(HEADER), fc.constant(PAYLOAD));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        readJwt(parts.join('.'));
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  test('nesting of any depth neither', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(() => readJwt(`${HEADER}.${encode(deep)}.c2ln`)).not.toThrow();
  });
});

test('claims of the prototype are none of the payload', () => {
  expect(readJwt(`${encode('{"__proto__":{"alg":"HS256"}}')}.${PAYLOAD}.c2ln`)).toBeUndefined();
});
