import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ObjectReader, type StagedObject } from '../../src/discover/staged-objects.ts';

const NAME = 'a'.repeat(40);

function read(chunks: readonly Buffer[]): StagedObject[] {
  const objects: StagedObject[] = [];
  const reader = new ObjectReader((object) => objects.push(object));
  for (const chunk of chunks) reader.take(chunk);
  return objects;
}

it('takes objects apart however what git writes is cut', () => {
  const object = fc.oneof(
    fc.constant('missing' as const),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom('', '\n', `${NAME} missing\n`, `${NAME} blob 3\nabc\n`).map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(
      fc.array(object, { maxLength: 5 }),
      fc.array(fc.nat(12), { minLength: 1 }),
      (objects, cuts) => {
        const output = Buffer.concat(
          objects.flatMap((one) =>
            one === 'missing'
              ? [Buffer.from(`${NAME} missing\n`)]
              : [Buffer.from(`${NAME} blob ${one.length}\n`), one, Buffer.from('\n')],
          ),
        );
        const chunks: Buffer[] = [];
        for (let at = 0, turn = 0; at < output.length; turn++) {
          const length = 1 + cuts[turn % cuts.length]!;
          chunks.push(output.subarray(at, at + length));
          at += length;
        }
        expect(read(chunks)).toEqual(objects);
      },
    ),
    { numRuns: 100 },
  );
});
