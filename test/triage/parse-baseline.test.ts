import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { isUsageError } from '../../src/core/usage-error.ts';
import { slowHashes } from '../../src/credentials/slow-hash.ts';
import type { BaselineEntry } from '../../src/triage/baseline.ts';
import { formatBaseline } from '../../src/triage/format-baseline.ts';
import { isAllowed, newHashSettings } from '../../src/triage/hash-settings.ts';
import { parseBaseline } from '../../src/triage/parse-baseline.ts';

const PLACE = { path: 'baseline.json', absolute: '/x/baseline.json' };
const HASH = { salt: Buffer.alloc(16, 3), cost: 2 ** 15, blockSize: 8, parallelization: 3 };
const parse = (text: string | Buffer) => parseBaseline(Buffer.from(text), PLACE);
const VALUE = 'A'.repeat(22);

const entry: fc.Arbitrary<BaselineEntry> = fc
  .record({
    rule: fc.constantFrom('inline-credential', 'exposed-config', 'a-2'),
    file: fc
      .oneof(
        fc.constantFrom('.mcp.json', '../a/b.json', 'x\u202ey', 'a\nb'),
        fc.string({ minLength: 1, unit: 'binary' }),
      )
      .filter((file) => /^(?![\\/])[^\0]+$/s.test(file) && !/\p{Surrogate}/u.test(file)),
    path: fc.oneof(fc.constantFrom('', 'servers.a.env.KEY'), fc.string()),
    value: fc.option(fc.constantFrom(VALUE, 'b-_0'.repeat(5) + 'xy'), { nil: undefined }),
    count: fc.option(fc.integer({ min: 2, max: 9 }), { nil: undefined }),
  })
  .map(({ value, count, ...rest }) => ({ ...rest, ...(value && { value }), ...(count && { count }) }));

test('what is written is read again, whatever the order, and nothing in it is unseen', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
      const text = formatBaseline({ hash: HASH, entries });
      const read = parse(text);
      expect(formatBaseline(read)).toBe(text);
      expect(formatBaseline({ hash: HASH, entries: entries.toReversed() })).toBe(text);
      expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
      const sum = (all: readonly BaselineEntry[]) => all.reduce((total, { count = 1 }) => total + count, 0);
      expect(sum(read.entries)).toBe(sum(entries));
    }),
    { numRuns: 100, seed: 1 },
  );
});

test('an entry is a line, so that an entry more is a line more', () => {
  const entries = ['a', 'b', 'c'].map((path) => ({
    rule: 'inline-credential',
    file: '.mcp.json',
    path,
    value: VALUE,
  }));
  const [two, three] = [entries.slice(0, 2), entries].map((all) =>
    formatBaseline({ hash: HASH, entries: all }).split('\n'),
  );
  expect(three!.length - two!.length).toBe(1);
  expect(
    two!.filter((line) => !three!.map((other) => other.replace(/,$/, '')).includes(line.replace(/,$/, ''))),
  ).toEqual([]);
});

describe('refuses with the place', () => {
  const good = JSON.parse(
    formatBaseline({ hash: HASH, entries: [{ rule: 'a', file: 'b', path: 'c', value: VALUE, count: 2 }] }),
  );
  const [finding] = good.findings;
  const hash = (change: object) => ({ ...good, hash: { ...good.hash, ...change } });
  const findings = (change: object) => ({ ...good, findings: [{ ...finding, ...change }] });
  const SECRET = 'Tr0ub4dor';
  const cases: readonly (readonly [string, unknown])[] = [
    ['no object', []],
    ['another version', { ...good, version: 2 }],
    ['a member too many', { ...good, [SECRET]: 1 }],
    ['no hash', { ...good, hash: undefined }],
    ['another hash', hash({ name: SECRET })],
    ['a short salt', hash({ salt: 'AAAA' })],
    ['a cheap hash', hash({ cost: 2 ** 10 })],
    ['fewer rounds', hash({ parallelization: 1 })],
    ['much memory', hash({ cost: 2 ** 24 })],
    ['much time', hash({ parallelization: 2 ** 20 })],
    ['odd costs', hash({ cost: 2 ** 15 + 1 })],
    ['costs that are texts', hash({ cost: '32768' })],
    ['large blocks', hash({ blockSize: 2 ** 20 })],
    ['no list', { ...good, findings: {} }],
    ['no finding', { ...good, findings: [null] }],
    ['a wrong rule', findings({ rule: `${SECRET}!` })],
    ['no file', findings({ file: '' })],
    ['a path from the root', findings({ file: '/etc/passwd' })],
    ['a path of another machine', findings({ file: '\\\\machine\\x' })],
    ['a path with a zero', findings({ file: 'a\0b' })],
    ['a long path', findings({ path: 'x'.repeat(5000) })],
    ['a wrong value', findings({ value: SECRET })],
    ['a count of nothing', findings({ count: 0 })],
    ['a broken count', findings({ count: 2.5 })],
    ['more members', findings({ server: SECRET })],
  ];

  test.each(cases)('%s', (_name, content) => {
    const text = JSON.stringify(content, null, 2);
    const error = errorOf(text);
    expect(error).toMatch(/^baseline\.json:\d+:\d+: [A-Z"].*\.$/);
    expect(error).not.toContain(SECRET);
  });

  test.each([
    ['nothing', ''],
    ['half of it', '{ "version": 1, "hash"'],
    ['a key twice', '{ "version": 1, "version": 1 }'],
    ['deep brackets', '['.repeat(100_000)],
    ['a prototype', '{ "__proto__": { "version": 1 } }'],
    ['a conflict', `{\n<<<<<<< ours\n"version": 1\n}`],
  ])('%s', (_name, text) => {
    expect(errorOf(text)).toMatch(/^baseline\.json:\d+:\d+: /);
  });

  test('too many findings, and what is no text', () => {
    const many = `{ "version": 1, "hash": ${JSON.stringify(good.hash)}, "findings": [${'0,'.repeat(30_000)}0] }`;
    expect(errorOf(many)).toMatch(/more than/);
    expect(errorOf(Buffer.from([0xff, 0xfe, 0x7b]))).toMatch(/UTF-8/);
  });

  test('the place is that of what is wrong', () => {
    expect(errorOf('{\n  "version": 1,\n  "hash": {\n    "name": "md5"\n  }\n}')).toMatch(
      /^baseline\.json:1:1: "findings"/,
    );
    expect(errorOf(JSON.stringify(findings({ file: '/x' }), null, 2))).toMatch(/^baseline\.json:13:15: /);
  });

  test('two branches that were merged', () => {
    const ours = `    ${JSON.stringify({ rule: 'inline-credential', file: 'a', path: '' })}\n`;
    const text = `{\n  "version": 1,\n  "findings": [\n<<<<<<< HEAD\n${ours}=======\n${ours}>>>>>>> b\n  ]\n}\n`;
    expect(errorOf(text)).toBe(
      'baseline.json:4:1: This is no baseline: merge conflict marker. Keep the lines of both sides, with commas between them.',
    );
  });

  function errorOf(text: string | Buffer): string {
    try {
      parse(text);
    } catch (error) {
      if (isUsageError(error)) return error.message;
      throw error;
    }
    return 'no error';
  }
});

describe('hashes', () => {
  test('new settings are allowed and have a salt of their own', () => {
    const [one, other] = [newHashSettings(), newHashSettings()];
    expect(isAllowed(one)).toBe(true);
    expect(Buffer.from(one.salt).equals(Buffer.from(other.salt))).toBe(false);
    expect(one.salt).toHaveLength(16);
  });

  test('hang on the credential, the place, the salt and the costs, and on nothing else', async () => {
    const cheap = { ...HASH, cost: 2 };
    const hash = (text: string, place = 'a', settings = cheap) =>
      slowHashes(settings)(new Secret(text), place);
    const first = await hash('x');
    expect(first).toMatch(/^[\w-]{22}$/);
    expect(await hash('x')).toBe(first);
    const others = [
      hash('y'),
      hash('x', 'b'),
      hash('x', 'a', { ...cheap, salt: Buffer.alloc(16, 4) }),
      hash('x', 'a', { ...cheap, cost: 4 }),
    ];
    expect(await Promise.all(others)).not.toContain(first);
    expect(await hash('\ud800')).not.toBe(await hash('\ud801'));
  });

  test('are made of so many credentials, and no more', async () => {
    const hash = slowHashes({ ...HASH, cost: 2, parallelization: 1 });
    const made = await Promise.all(
      Array.from({ length: 600 }, (_, index) => hash(new Secret(`${index}`), 'a')),
    );
    expect(made.filter((one) => one !== undefined)).toHaveLength(500);
    expect(await hash(new Secret('0'), 'b')).toBeDefined();
  });

  test('are those of scrypt as others make it', async () => {
    const program =
      'import hashlib,hmac,base64,sys;k=hashlib.scrypt("pass".encode("utf-16-le"),salt=bytes([3]*16),n=16,r=8,p=1,dklen=32);print(base64.urlsafe_b64encode(hmac.new(k,b"mcp-lint baseline 1\\0here",hashlib.sha256).digest()[:16]).decode().rstrip("="))';
    let expected: string;
    try {
      expected = execFileSync('python3', ['-c', program], { encoding: 'utf8' }).trim();
    } catch {
      return;
    }
    const settings = { salt: Buffer.alloc(16, 3), cost: 16, blockSize: 8, parallelization: 1 };
    expect(await slowHashes(settings)(new Secret('pass'), 'here')).toBe(expected);
  });
});
