import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import { Secret } from '../../src/core/secret.ts';

const text = fc.string({ minLength: 12 }).filter((value) => !'[sealed text]'.includes(value));

test('no conversion lets the text out', () => {
  fc.assert(
    fc.property(text, (value) => {
      for (const secret of [new Secret(value), new LocatedText(value, 3)]) {
        const outputs = [
          `${secret}`,
          '' + secret,
          String(secret),
          JSON.stringify({ secret }),
          JSON.stringify({ ...secret }),
          inspect(secret),
          inspect({ secret }, { showHidden: true, customInspect: false, depth: 9 }),
          inspect(structuredClone({ ...secret })),
          String(new Error('x', { cause: secret }).cause),
        ];
        for (const output of outputs) expect(output.includes(value)).toBe(false);
        expect(secret.reveal()).toBe(value);
      }
    }),
  );
});

test('secrets compare by content', () => {
  expect(new Secret('alpha').equals(new Secret('alpha'))).toBe(true);
  expect(new Secret('alpha').equals(new Secret('beta'))).toBe(false);
});
