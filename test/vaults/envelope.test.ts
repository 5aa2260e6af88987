import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import type { CommandUse, OriginUse, Use } from '../../src/core/use.ts';
import { type KeptCredential, seal, unseal } from '../../src/vaults/envelope.ts';
import { VaultError } from '../../src/vaults/vault.ts';

const COMMAND: CommandUse = {
  kind: 'command',
  place: 'env TOKEN',
  program: '/usr/bin/npx',
  words: ['npx', '-y', '@acme/server'],
  folder: '/home/me/project',
  variables: [
    { name: 'NODE_OPTIONS', hash: 'abc', required: true },
    { name: 'PATH', hash: 'def', required: false },
  ],
};
const ORIGIN: OriginUse = { kind: 'origin', header: 'authorization', origin: 'https://mcp.example.com' };

/** Any text, with lone halves of pairs, NUL and line ends among it. */
const text = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});
const commandUse: fc.Arbitrary<CommandUse> = fc
  .record(
    {
      place: text,
      program: text,
      words: fc.array(text),
      folder: text,
      variables: fc.array(fc.record({ name: text, hash: text, required: fc.boolean() })),
    },
    { requiredKeys: ['place', 'program', 'words', 'variables'] },
  )
  .map((use) => ({ kind: 'command', ...use }) as CommandUse);
const use: fc.Arbitrary<Use> = fc.oneof(
  commandUse,
  fc.record({ kind: fc.constant('origin' as const), header: text, origin: text }),
);
const kept: fc.Arbitrary<KeptCredential> = fc
  .record({ secret: text, spelling: fc.option(text), uses: fc.array(use, { maxLength: 4 }) })
  .map(({ secret, spelling, uses }) => ({
    secret: new Secret(secret),
    ...(spelling !== null && { spelling: new Secret(spelling) }),
    uses,
  }));

const opened = ({ secret, spelling, uses }: KeptCredential) => ({
  secret: secret.reveal(),
  spelling: spelling?.reveal(),
  uses,
});

test('what was sealed is found again, whatever it was', () => {
  fc.assert(
    fc.property(kept, (credential) => {
      expect(opened(unseal(seal(credential)))).toEqual(opened(credential));
    }),
    { numRuns: 500 },
  );
});

test('an envelope is one line of ASCII', () => {
  fc.assert(
    fc.property(kept, (credential) => {
      expect(seal(credential).reveal()).toMatch(/^[\x20-\x7e]+$/);
    }),
  );
});

test('an envelope can be read by a person', () => {
  const envelope = seal({ secret: new Secret('a "b" \u00e4'), uses: [COMMAND, ORIGIN] });
  expect(envelope.reveal()).toBe(
    '{"mcp-lint":1,"secret":"a \\"b\\" \\u00e4","uses":[{"place":"env TOKEN","program":"/usr/bin/npx",' +
      '"words":["npx","-y","@acme/server"],"folder":"/home/me/project",' +
      '"variables":[["NODE_OPTIONS","abc",1],["PATH","def",0]]},' +
      '{"header":"authorization","origin":"https://mcp.example.com"}]}',
  );
});

describe('damaged is', () => {
  const good = seal({
    secret: new Secret('secret text'),
    spelling: new Secret('s'),
    uses: [COMMAND, ORIGIN],
  });
  const damaged = expect.objectContaining({ name: 'VaultError', kind: 'damaged' });

  const errorOf = (content: string): unknown => {
    try {
      return unseal(new Secret(content));
    } catch (error) {
      return error;
    }
  };

  test.each([
    ['no text', ''],
    ['a bare credential', 'secret text'],
    ['another type', '"secret text"'],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['another version', good.reveal().replace('"mcp-lint":1', '"mcp-lint":2')],
    ['no version', good.reveal().replace('"mcp-lint":1,', '')],
    ['a number for a text', good.reveal().replace('"secret text"', '17')],
    ['no uses', '{"mcp-lint":1,"secret":"secret text"}'],
    ['a use of no kind', '{"mcp-lint":1,"secret":"secret text","uses":[{}]}'],
    ['a use that is none', '{"mcp-lint":1,"secret":"secret text","uses":[null]}'],
    ['words that are none', good.reveal().replace('["npx","-y","@acme/server"]', '["npx",1]')],
    ['a variable that is none', good.reveal().replace('["PATH","def",0]', '["PATH"]')],
    ['a variable of two minds', good.reveal().replace('["PATH","def",0]', '["PATH","def",2]')],
    ['a variable with more', good.reveal().replace('["PATH","def",0]', '["PATH","def",0,0]')],
    ['a member of others', good.reveal().replace('"uses"', '"other":"x","uses"')],
    ['a member twice', good.reveal().replace('"uses"', '"secret":"other text","uses"')],
    ['another order', '{"secret":"secret text","mcp-lint":1,"uses":[]}'],
    ['a line end behind it', `${good.reveal()}\n`],
    ['white space in it', good.reveal().replace(',', ', ')],
    ['letters beyond ASCII', '{"mcp-lint":1,"secret":"secret \u00e4","uses":[]}'],
  ])('%s', (_, content) => {
    const error = errorOf(content);
    expect(error).toEqual(damaged);
    expect(String((error as VaultError).stack)).not.toContain('secret text');
    expect((error as VaultError).cause).toBeUndefined();
  });

  test('any part of an envelope', () => {
    const whole = good.reveal();
    for (let end = 0; end < whole.length; end += 1) expect(errorOf(whole.slice(0, end))).toEqual(damaged);
  });

  test('any other text', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.json()), (content) => {
        expect(errorOf(content)).toEqual(damaged);
      }),
    );
  });

  test('an envelope with any one character changed, or it says something else', () => {
    const whole = good.reveal();
    const anyChange = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0x20, max: 0x7e }));
    fc.assert(
      fc.property(anyChange, ([index, unit]) => {
        const changed = whole.slice(0, index) + String.fromCharCode(unit) + whole.slice(index + 1);
        const result = errorOf(changed);
        if (result instanceof VaultError) expect(result.kind).toBe('damaged');
        else expect(seal(result as KeptCredential).reveal()).toBe(changed);
      }),
      { numRuns: 500 },
    );
  });
});
