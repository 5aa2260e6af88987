import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reachOf } from '../../src/oauth/host-reach.ts';
import { findDotSegment, isNormal, isTemplate, isWebUrl, pathOf, takeUrlApart } from '../../src/oauth/url.ts';

const apart = (text: string) => takeUrlApart(text)!;

describe('takeUrlApart', () => {
  test.each([
    ['https://a.example', '', undefined, undefined],
    ['https://a.example/', '/', undefined, undefined],
    ['https://a.example/p/q', '/p/q', undefined, undefined],
    ['https://a.example?x=/y', '', '?x=/y', undefined],
    ['https://a.example/p?', '/p', '?', undefined],
    ['https://a.example/p#', '/p', undefined, '#'],
    ['https://a.example/p#a?b', '/p', undefined, '#a?b'],
    ['https://a.example/p?a#b', '/p', '?a', '#b'],
    ['com.example.app:/callback', '/callback', undefined, undefined],
    ['javascript:alert(1)', 'alert(1)', undefined, undefined],
  ])('%s', (text, path, query, fragment) => {
    const parts = apart(text);
    const cut = (range?: { start: number; end: number }) => range && text.slice(range.start, range.end);
    expect([pathOf(parts), cut(parts.query), cut(parts.fragment)]).toEqual([path, query, fragment]);
  });

  test.each([
    ['https://user:pass@a.example/p', 'a.example', 'user:pass@'],
    ['https://@a.example/p', 'a.example', '@'],
    ['https://a.example@evil.example/p', 'evil.example', 'a.example@'],
    ['https://a@b@evil.example/', 'evil.example', 'a@b@'],
    ['https://[::1]:8443/p', '[::1]', undefined],
    ['https://a.example:8443/p', 'a.example', undefined],
    ['https://a.example/p@q', 'a.example', undefined],
  ])('user information of %s', (text, host, userInfo) => {
    const parts = apart(text);
    expect(parts.host).toBe(host);
    expect(parts.userInfo && text.slice(parts.userInfo.start, parts.userInfo.end)).toBe(userInfo);
  });

  test.each([
    '',
    'a.example/p',
    '/p',
    '//a.example/p',
    ' https://a.example/',
    'https://a.example/ p',
    'https://a.example/\n',
    'https://a.example\\p',
    'https://a.example/%2',
    'https://a.example/%zz',
    'https://a.example/ü',
    'https://a.example/"',
    '1https://a.example/',
  ])('%j is no absolute URI', (text) => {
    expect(takeUrlApart(text)).toBeUndefined();
  });

  test('puts together what it took apart, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
        (text) => {
          const parts = takeUrlApart(text);
          if (!parts) return;
          const { authority, path, query, fragment } = parts;
          const cut = (range?: { start: number; end: number }) =>
            range ? text.slice(range.start, range.end) : '';
          const slashes = parts.hasAuthority ? '//' : '';
          const scheme = text.slice(0, parts.scheme.length);
          expect(`${scheme}:${slashes}${cut(authority)}${cut(path)}${cut(query)}${cut(fragment)}`).toBe(text);
          expect(['loopback', 'special', 'public']).toContain(reachOf(parts));
        },
      ),
    );
  });

  test('knows every URL of the web', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (text) => {
        expect(isWebUrl(apart(text))).toBe(true);
      }),
    );
  });
});

describe('isWebUrl', () => {
  test.each([
    'https://a.example',
    'http://127.0.0.1',
    'https://a.example:65535/',
    'HTTPS://A.EXAMPLE/',
    'https://[2001:4860::1]/',
  ])('%s is one', (text) => expect(isWebUrl(apart(text))).toBe(true));
  test.each([
    'https:///p',
    'https:a.example/p',
    'https://:443/p',
    'https://a.example:0/',
    'https://a.example:65536/',
    'https://a.example:x/',
    'https://a.example:+80/',
    'https://[::1/',
    'https://256.1.1.1/',
    'ftp://a.example/',
    'urn:ietf:wg:oauth:2.0:oob',
  ])('%s is none', (text) => {
    const parts = takeUrlApart(text);
    expect(parts !== undefined && isWebUrl(parts)).toBe(false);
  });
});

describe('findDotSegment', () => {
  test.each([
    ['https://a.example/./c', '.'],
    ['https://a.example/x/../c', '..'],
    ['https://a.example/..', '..'],
    ['https://a.example/x/%2e%2E/c', '%2e%2E'],
    ['https://a.example/x/.%2e', '.%2e'],
    ['https://a.example/%2E/c', '%2E'],
  ])('%s', (text, segment) => {
    const found = findDotSegment(apart(text))!;
    expect(text.slice(found.start, found.end)).toBe(segment);
  });
  test.each([
    'https://a.example/...',
    'https://a.example/.well-known/x',
    'https://a.example/a..b/c.',
    'https://a.example/c?x=/../y',
    'https://a.example/c#/../y',
    'https://a.example/%252e%252e/c',
  ])('%s has none', (text) => expect(findDotSegment(apart(text))).toBeUndefined());

  test('a URL that a parser leaves as it is has none', () => {
    fc.assert(
      fc.property(fc.webUrl(), (text) => {
        if (new URL(text).href === text) expect(findDotSegment(apart(text))).toBeUndefined();
      }),
    );
  });
});

describe('isNormal', () => {
  test.each([
    'https://a.example/p',
    'https://a.example:8443/p',
    'http://a.example:443/p',
    'https://a.example/%2F%20x',
    'https://a.example/P',
  ])('%s', (text) => expect(isNormal(apart(text))).toBe(true));
  test.each([
    'HTTPS://a.example/p',
    'https://A.example/p',
    'https://a.example:443/p',
    'http://a.example:80/p',
    'https://a.example:/p',
    'https://a.example/%41',
    'https://a.example/%7Ex',
    'https://a.example/%2fx',
    'https://a.example/%c3%BC',
  ])('%s is not', (text) => expect(isNormal(apart(text))).toBe(false));
});

describe('reachOf', () => {
  test.each([
    'http://localhost/',
    'http://LOCALHOST:3000/',
    'http://localhost./',
    'http://app.localhost/',
    'http://127.0.0.1:1/',
    'http://127.1/',
    'http://127.255.255.254/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://user@localhost/',
  ])('%s is this machine', (text) => expect(reachOf(apart(text))).toBe('loopback'));
  test.each([
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://169.254.169.254/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://192.0.2.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://3232235777/',
    'https://[::]/',
    'https://[fe80::1]/',
    'https://[fd12:3456::1]/',
    'https://[2001:db8::1]/',
    'https://[ff02::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
    'https://printer.local/',
    'https://a.test/',
    'https://a.invalid/',
    'https://a.internal/',
    'https://router.home.arpa/',
  ])('%s is for some or for nobody', (text) => expect(reachOf(apart(text))).toBe('special'));
  test.each([
    'https://a.example/',
    'https://localhost.example.com/',
    'https://notlocalhost/',
    'https://127.0.0.1.example.com/',
    'https://localhost@example.com/',
    'https://172.32.0.1/',
    'https://100.128.0.1/',
    'https://8.8.8.8/',
    'https://198.20.0.1/',
    'https://[2606:4700::1111]/',
    'https://[2001:4860:4860::8888]/',
    'https://[::ffff:8.8.8.8]/',
    'https://latest/',
    'https://internal.example.com/',
  ])('%s is for everybody', (text) => expect(reachOf(apart(text))).toBe('public'));

  test('every form of an address leads to the same place', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const bytes = address.split('.').map(Number);
        const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
        const hex = bytes.map((byte) => `0x${byte.toString(16)}`).join('.');
        const [dotted, whole, digits, mapped] = [address, String(number), hex, `[::ffff:${address}]`].map(
          (host) => reachOf(apart(`https://${host}/`)),
        );
        expect([whole, digits, mapped]).toEqual([dotted, dotted, dotted]);
      }),
    );
  });
});

describe('isTemplate', () => {
  test.each([
    '${BASE}/c.json',
    'https://{{host}}/c',
    'https://<your-domain>/c',
    'https://__HOST__/c',
    '%PUBLIC_URL%/c',
    '$BASE_URL/c',
  ])('%s is filled in later', (text) => expect(isTemplate(text)).toBe(true));
  test.each([
    'https://a.example/c.json',
    'https://a.example/%C3%BC',
    'https://a.example/$x',
    'https://a_b.example/__x',
  ])('%s is not', (text) => expect(isTemplate(text)).toBe(false));
});
