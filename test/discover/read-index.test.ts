import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBitmap } from '../../src/discover/ewah.ts';
import { readIndex } from '../../src/discover/read-index.ts';

interface Sample {
  readonly version: 2 | 3 | 4;
  readonly hashLength: 20 | 32;
  readonly names: readonly string[];
}

/** Writes an index as its format says. */
function writeIndex({ version, hashLength, names }: Sample, extensions: readonly Buffer[] = []): Buffer {
  const header = Buffer.from('DIRC........');
  header.writeUInt32BE(version, 4);
  header.writeUInt32BE(names.length, 8);
  let previous = '';
  const entries = names.map((name) => {
    const fixed = Buffer.alloc(40 + hashLength + 2);
    fixed.writeUInt32BE(0o100644, 24);
    fixed.writeUInt16BE(Math.min(name.length, 0xfff), 40 + hashLength);
    if (version !== 4) {
      const length = fixed.length + name.length;
      return Buffer.concat([fixed, Buffer.from(name, 'latin1'), Buffer.alloc(8 - (length % 8))]);
    }
    let same = 0;
    while (same < name.length && name[same] === previous[same]) same++;
    const strip = previous.length - same;
    previous = name;
    return Buffer.concat([fixed, writeOffset(strip), Buffer.from(`${name.slice(same)}\0`, 'latin1')]);
  });
  return Buffer.concat([header, ...entries, ...extensions, Buffer.alloc(hashLength)]);
}

function writeOffset(value: number): Buffer {
  const bytes = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift(0x80 | (--rest & 0x7f));
  return Buffer.from(bytes);
}

const sample = fc.record({
  version: fc.constantFrom(2 as const, 3 as const, 4 as const),
  hashLength: fc.constantFrom(20 as const, 32 as const),
  names: fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b', '/', '\u00e9'), minLength: 1, maxLength: 400 }),
    { maxLength: 20 },
  ),
});

describe('readIndex', () => {
  it('reads the names that were written, in all versions', () => {
    fc.assert(
      fc.property(sample, (given) => {
        expect(readIndex(writeIndex(given), given.hashLength).names).toEqual(given.names);
      }),
    );
  });

  it('throws nothing but RangeErrors on damaged bytes, and finishes', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sample, damage, fc.nat(), (given, changes, cut) => {
        const bytes = writeIndex(given, [Buffer.from('link\0\0\0\u0014'), Buffer.alloc(20, 1)]);
        for (const [place, value] of changes) bytes[place % bytes.length] = value;
        expectRangeErrorOnly(() => readIndex(bytes.subarray(0, cut % (bytes.length + 1)), given.hashLength));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) =>
        expectRangeErrorOnly(() => readIndex(Buffer.from(bytes), 20)),
      ),
    );
  });

  it('refuses prefixes that unfold without end', () => {
    const long = writeIndex({ version: 4, hashLength: 20, names: ['x'.repeat(30_000)] });
    // Strip one character, add one: a few bytes stand for 30,000.
    const next = Buffer.concat([Buffer.alloc(62), writeOffset(1), Buffer.from('y\0')]);
    const unfold = (count: number) => {
      const bytes = Buffer.concat([
        long.subarray(0, -20),
        ...Array<Buffer>(count).fill(next),
        Buffer.alloc(20),
      ]);
      bytes.writeUInt32BE(count + 1, 8);
      return readIndex(bytes, 20).names;
    };
    expect(unfold(3).map((name) => name.length)).toEqual([30_000, 30_000, 30_000, 30_000]);
    expect(() => unfold(20_000)).toThrow(RangeError);
  });

  it('refuses extensions that may not be passed over, and passes over the others', () => {
    const extension = (name: string) => [Buffer.from(`${name}\0\0\0\u0002ab`)];
    const given = { version: 2, hashLength: 20, names: ['a'] } as const;
    expect(readIndex(writeIndex(given, extension('TREE')), 20).names).toEqual(['a']);
    expect(() => readIndex(writeIndex(given, extension('what')), 20)).toThrow(RangeError);
  });
});

describe('readBitmap', () => {
  it('reads literal words and runs', () => {
    // 64 zeros, 128 ones, then one literal word with bits 0 and 33, over 256 bits.
    const words = [marker(0, 1, 0), marker(1, 2, 1), (1n << 33n) | 1n];
    const bits = readBitmap(bitmap(256, words), 256);
    expect([...bits]).toEqual([...Array.from({ length: 128 }, (_, index) => 64 + index), 192, 225]);
  });

  it('is bounded by the number of bits that make sense, and by its bytes', () => {
    expect(() => readBitmap(bitmap(2 ** 32 - 1, [marker(1, 2 ** 32 - 1, 0)]), 1000)).toThrow(RangeError);
    expect(readBitmap(bitmap(1000, [marker(1, 2 ** 32 - 1, 0)]), 1000).size).toBe(1000);
    expect(() => readBitmap(bitmap(64, [0n]).subarray(0, 15), 64)).toThrow(RangeError);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) =>
        expectRangeErrorOnly(() => readBitmap(Buffer.from(bytes), 500)),
      ),
    );
  });
});

function marker(bit: 0 | 1, run: number, literals: number): bigint {
  return BigInt(bit) | (BigInt(run) << 1n) | (BigInt(literals) << 33n);
}

function bitmap(size: number, words: readonly bigint[]): Buffer {
  const bytes = Buffer.alloc(8 + words.length * 8 + 4);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(words.length, 4);
  for (const [index, word] of words.entries()) bytes.writeBigUInt64BE(word, 8 + index * 8);
  return bytes;
}

function expectRangeErrorOnly(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
  }
}
