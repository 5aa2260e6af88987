import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines } from '../../src/core/line-index.ts';

test('places agree with counting by hand', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀', 'bc')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (source) => {
      const locate = indexLines(source);
      for (let offset = 0; offset <= source.length; offset++) {
        const before = source.slice(0, offset);
        // A line break in the middle of which we stand has not happened yet.
        const breaks = [...before.matchAll(/\r\n|\n|\r(?!$)|\r$/g)].filter(
          (match) => !(match[0] === '\r' && match.index + 1 === offset && source[offset] === '\n'),
        );
        const start = breaks.length === 0 ? 0 : breaks.at(-1)!.index + breaks.at(-1)![0].length;
        expect(locate(offset)).toEqual({ offset, line: breaks.length + 1, column: offset - start + 1 });
      }
    }),
  );
});
