import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import { decodePercent } from '../../src/parsers/percent.ts';

test('what is encoded is read as it was, each character where its escapes begin', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), (plain) => {
      const decoded = decodePercent(new LocatedText(encodeURIComponent(plain), 3));
      expect(decoded.reveal()).toBe(plain);
      for (let at = 0; at < plain.length; at++) {
        if (/[\udc00-\udfff]/.test(plain[at]!)) continue;
        expect(decoded.offsetAt(at)).toBe(3 + encodeURIComponent(plain.slice(0, at)).length);
      }
    }),
    { numRuns: 100 },
  );
});

test.each(['%', '%4', '%zz', '%C3', '%C3x', '%80', '%ED%A0%80', '%F8%80%80%80'])(
  'what is no encoding of a character stands for itself: %s',
  (text) => {
    expect(decodePercent(new LocatedText(text, 0)).reveal()).toBe(text);
  },
);
