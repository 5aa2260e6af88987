import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkConfig, RULE_IDS } from '../../src/settings/check-config.ts';
import { checkShape } from '../../src/settings/check-shape.ts';
import { configShape } from '../../src/settings/shapes.ts';
import { refusal } from './support.ts';

const schema = JSON.parse(readFileSync('mcp-lint.schema.json', 'utf8'));
// What `required` and `anyOf` say of members stands beside their `type`.
const isValid = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

const FORMAT = { id: 'acme-key', title: 'Acme API key', prefixes: ['acme_'], pattern: 'acme_[a-z0-9]{32}' };
const SERVER = { id: 'acme', title: 'Acme', npm: ['@acme/mcp'] };

const GOOD: readonly (readonly [string, object])[] = [
  ['nothing', {}],
  ['a schema', { $schema: './node_modules/mcp-lint/mcp-lint.schema.json' }],
  ['one file to extend', { extends: './base.json' }],
  ['several', { extends: ['./base.json', '@acme/lint/base.json'] }],
  ['levels', { rules: { 'inline-credential': 'warning', 'duplicate-key': 'off' } }],
  ['globs', { exclude: ['vendor', '**/fixtures/**', 'docs/*.md', './a/?.json'] }],
  ['placeholders', { placeholders: ['acme-example', 'acme-*-example', '****acme'] }],
  ['a format', { formats: [{ ...FORMAT, rotateUrl: 'https://acme.example/keys?x=1#y' }] }],
  ['servers', { servers: [SERVER, { id: 'b', title: 'Bé', origins: ['https://mcp.acme.example:8443'] }] }],
  [
    'all of a server',
    {
      servers: [
        {
          ...SERVER,
          pypi: ['acme.mcp'],
          images: ['ghcr.io/acme/mcp', 'localhost:5000/a/b'],
          secretVariables: ['ACME'],
        },
      ],
    },
  ],
  ['a destination', { fix: { to: '1password:Team vault' } }],
  ['a baseline', { baseline: '.mcp-lint-baseline.json' }],
  [
    'ignores',
    { ignore: [{ rule: '*', file: 'a/**', server: 'x', path: 'mcpServers.x', reason: 'rotated daily' }] },
  ],
];

const BAD: readonly (readonly [string, unknown, string])[] = [
  ['no object', [], '1:1: The config has to be an object.'],
  ['an unknown option', { exlude: [] }, '2:4: There is no option "exlude". Did you mean "exclude"?'],
  [
    'an unknown rule',
    { rules: { 'inline-credentials': 'off' } },
    '3:6: There is no rule "inline-credentials". Did you mean "inline-credential"?',
  ],
  [
    'an unknown level',
    { rules: { 'inline-credential': 'warn' } },
    '3:26: "rules.inline-credential" is one of off, info, warning, error; got "warn".',
  ],
  [
    'a level that is no text',
    { rules: { 'inline-credential': 2 } },
    '3:26: "rules.inline-credential" has to be a text.',
  ],
  ['rules as a list', { rules: ['inline-credential'] }, '2:12: "rules" has to be an object.'],
  ['one glob', { exclude: 'vendor' }, '2:14: "exclude" has to be a list.'],
  [
    'a glob with braces',
    { exclude: ['{a,b}.json'] },
    '3:5: "exclude[0]" has to be a glob with "*", "**" and "?" only',
  ],
  ['a glob that leads out', { exclude: ['a/../../b'] }, '3:5: "exclude[0]" has to be a glob'],
  ['an absolute glob', { exclude: ['/etc'] }, '3:5: "exclude[0]" has to be a glob'],
  [
    'a placeholder for everything',
    { placeholders: ['*'] },
    '3:5: "placeholders[0]" has to be a text with at least 4 characters besides "*".',
  ],
  [
    'a format without prefixes',
    { formats: [{ ...FORMAT, prefixes: [] }] },
    '6:19: "formats[0].prefixes" has at least 1 entry.',
  ],
  [
    'a format without a pattern',
    { formats: [{ ...FORMAT, pattern: undefined }] },
    '3:5: "formats[0]" lacks "pattern".',
  ],
  [
    'a title with an escape sequence',
    { formats: [{ ...FORMAT, title: '\u001b[31mx' }] },
    '5:16: "formats[0].title" has to be one line of text',
  ],
  [
    'a title with a bidirectional override',
    { formats: [{ ...FORMAT, title: 'a\u202eb' }] },
    '5:16: "formats[0].title" has to be one line of text',
  ],
  [
    'an address to rotate at that is no https',
    { formats: [{ ...FORMAT, rotateUrl: 'http://acme.example' }] },
    '10:20: "formats[0].rotateUrl" has to be an https address.',
  ],
  [
    'a server that nothing tells',
    { servers: [{ id: 'a', title: 'A' }] },
    '3:5: "servers[0]" needs one of npm, pypi, images, origins.',
  ],
  [
    'an origin with a path',
    { servers: [{ id: 'a', title: 'A', origins: ['https://a.example/mcp'] }] },
    '7:9: "servers[0].origins[0]" has to be an origin',
  ],
  [
    'an unknown destination',
    { fix: { to: 'keychian' } },
    '3:11: "fix.to" has to be one of keychain, headers-helper, input, env, oauth, pass, 1password, doppler, infisical, authsome, agent-vault, onecli. Did you mean "keychain"?',
  ],
  [
    "a level in ESLint's word",
    { rules: { 'inline-credential': 'warn' } },
    '3:26: "rules.inline-credential" is one of off, info, warning, error; got "warn". Did you mean "warning"?',
  ],
  ['an ignore without a reason', { ignore: [{ rule: 'duplicate-key' }] }, '3:5: "ignore[0]" lacks "reason".'],
  [
    'an empty reason',
    { ignore: [{ rule: 'duplicate-key', reason: ' ' }] },
    '5:17: "ignore[0].reason" has to be one line of text',
  ],
  [
    'an ignore of an unknown rule',
    { ignore: [{ rule: 'duplicate-keys', reason: 'x' }] },
    '4:15: "ignore[0].rule" does not know "duplicate-keys". Did you mean "duplicate-key"?',
  ],
  [
    'rules of their own in JSON',
    { customRules: [] },
    '2:4: Rules of your own are code: they need a config that is code.',
  ],
  ['a text that is too long', { baseline: 'x'.repeat(501) }, '2:15: "baseline" has at most 500 characters.'],
];

describe('the schema and the command agree', () => {
  test.each(GOOD)('good: %s', (_, config) => {
    expect(checkConfig(config, false, [])).toEqual([]);
    expect(isValid(config), JSON.stringify(isValid.errors)).toBe(true);
  });

  test.each(BAD)('bad: %s', async (_, config, message) => {
    expect(await refusal(config as object)).toContain(`mcp-lint.config.json:${message}`);
    expect(isValid(JSON.parse(JSON.stringify(config)))).toBe(false);
  });

  test('on random configs', () => {
    const shape = configShape(RULE_IDS);
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        ...RULE_IDS.slice(0, 3),
        'off',
        'warning',
        '*',
        './a',
        'a/**',
        'acme-key',
        'acme_',
        'https://a.example',
        'pass',
        'pass:x',
        '',
      ),
      fc.constant('x'.repeat(501)),
      fc.constant('\u{1f600}'.repeat(150)),
    );
    const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.constantFrom(0, true, null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(text, tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    const some = (members: readonly string[]) =>
      fc.record(
        Object.fromEntries(members.map((name) => [name, fc.oneof(text, fc.array(text, { maxLength: 2 }))])),
        { requiredKeys: [] },
      );
    const config = fc.record(
      {
        $schema: fc.oneof(text, value),
        extends: fc.oneof(text, fc.array(text, { maxLength: 3 }), value),
        rules: fc.dictionary(fc.oneof(fc.constantFrom(...RULE_IDS), text), text, { maxKeys: 3 }),
        exclude: fc.oneof(fc.array(text, { maxLength: 3 }), value),
        placeholders: fc.array(text, { maxLength: 3 }),
        formats: fc.array(some(['id', 'title', 'prefixes', 'rotateUrl']), { maxLength: 2 }),
        servers: fc.array(some(['id', 'title', 'npm', 'pypi', 'images', 'origins']), { maxLength: 2 }),
        fix: fc.record({ to: text }, { requiredKeys: [] }),
        baseline: text,
        ignore: fc.array(some(['rule', 'file', 'reason', 'server']), { maxLength: 2 }),
        other: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(config, value), (one) => {
        expect(isValid(one)).toBe(checkShape(one, shape).length === 0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what cannot be read', () => {
  test.each([
    ['{ "rules": { ', 'mcp-lint.config.json:1:14: the file ends too early.'],
    ['', 'mcp-lint.config.json:1:1: the file is empty.'],
    ['{ "rules": hunter2 }', 'mcp-lint.config.json:1:12: invalid symbol.'],
    ['{ "exclude": [], "exclude": [] }', 'mcp-lint.config.json:1:19: the key "exclude" is there twice.'],
    [`${'['.repeat(600)}`, 'mcp-lint.config.json:1:513: nested deeper than 512 levels.'],
    [`"${'x'.repeat(1 << 20)}"`, 'mcp-lint.config.json: larger than 1 MiB.'],
  ])('%.40s', async (text, message) => {
    expect(await refusal(text)).toBe(message);
  });

  test('several faults are told at once, up to ten', async () => {
    const config = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`option${index}`, 1]));
    const lines = (await refusal(config)).split('\n');
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('(and 2 more)');
  });

  test('values are not quoted, and keys only as labels', async () => {
    const value = 'hunter2\u001b]0;x\u0007';
    const config = {
      [value]: 1,
      rules: { [value]: 'off' },
      exclude: [value],
      formats: [{ id: value, title: value, prefixes: [value], pattern: value }],
    };
    const said = await refusal(config);
    expect(said).not.toContain('\u001b');
    expect(said.match(/hunter2/g)).toHaveLength(2);
  });

  test('names of members of every object are names like others', async () => {
    expect(await refusal('{ "__proto__": {}, "constructor": 1 }')).toBe(
      'mcp-lint.config.json:1:4: There is no option "__proto__".\nmcp-lint.config.json:1:21: There is no option "constructor".',
    );
    expect(await refusal('{ "rules": { "toString": "off" } }')).toMatch('There is no rule "toString".');
  });
});

describe('formats', () => {
  test('ids of ours are taken', async () => {
    expect(await refusal({ formats: [{ ...FORMAT, id: 'github-fine-grained-pat' }] })).toBe(
      'mcp-lint.config.json:4:13: mcp-lint itself has a format "github-fine-grained-pat": choose another id.',
    );
  });

  test('a pattern that may take long is refused with its place', async () => {
    expect(await refusal({ formats: [{ ...FORMAT, pattern: 'acme_[a-z]{1,40}[a-z]{1,40}' }] })).toBe(
      'mcp-lint.config.json:9:18: The pattern of "acme-key" is refused at character 6: what follows this repetition could be more of it, which can take very long.',
    );
  });
});

describe('rules of the user', () => {
  const meta = { id: 'own-rule', title: 'A title', docs: { why: 'Why.', fix: 'Fix.' } };
  const check = (...customRules: readonly unknown[]) => checkConfig({ customRules }, true, []);

  test('a good one, and a level for it', () => {
    const rule = { meta, checkServer: () => undefined };
    expect(
      checkConfig({ customRules: [rule], rules: { 'own-rule': 'error', extended: 'off' } }, true, [
        'extended',
      ]),
    ).toEqual([]);
  });

  test.each([
    ['nothing', [null], '"customRules[0]" has to be what defineRule() gives.'],
    ['no meta', [{ checkSlot() {} }], '"customRules[0].meta" has to be an object.'],
    ['no check', [{ meta }], '"customRules[0]" needs a function checkServer or checkSlot.'],
    [
      'a check that is none',
      [{ meta, checkSlot: 'x' }],
      '"customRules[0]" needs a function checkServer or checkSlot.',
    ],
    [
      'an id of ours',
      [{ meta: { ...meta, id: 'duplicate-key' }, checkSlot() {} }],
      '"customRules[0]" has an id that another rule has: "duplicate-key".',
    ],
    [
      'an id twice',
      [
        { meta, checkSlot() {} },
        { meta, checkSlot() {} },
      ],
      '"customRules[1]" has an id that another rule has: "own-rule".',
    ],
    [
      'another level',
      [{ meta: { ...meta, severity: 'fatal' }, checkSlot() {} }],
      '"customRules[0].meta.severity" is one of info, warning, error; got "fatal".',
    ],
    [
      'another member',
      [{ meta, checkDocument() {}, checkSlot() {} }],
      '"customRules[0]" has meta, checkServer and checkSlot, nothing else.',
    ],
  ])('%s', (_, rules, message) => {
    expect(check(...rules).map((fault) => fault.message)).toContain(message);
  });
});
