const HALF = 2 ** 31;

/**
 * The positions of the set bits of a compressed bitmap as git writes it (Documentation/gitformat-index, "Split index"):
 * number of bits, number of words, the words of 64 bits, position of the last marker, all big endian. Throws a
 * RangeError when the bytes do not hold it, or when it has more than `limit` bits.
 */
export function readBitmap(bytes: Buffer, limit: number): Set<number> {
  const size = bytes.readUInt32BE(0);
  const words = bytes.readUInt32BE(4);
  const first = 8;
  if (size > limit || first + words * 8 + 4 > bytes.length) throw new RangeError('bitmap');
  const bits = new Set<number>();
  let bit = 0;
  let word = 0;
  while (word < words && bit < size) {
    // A marker: lowest bit, then 32 bits for the words that are all like it, then 31 for the literal words behind it.
    const high = bytes.readUInt32BE(first + word * 8);
    const low = bytes.readUInt32BE(first + word * 8 + 4);
    word++;
    const run = ((high & 1) * HALF + (low >>> 1)) * 64;
    const stop = Math.min(bit + run, size);
    if (low & 1) for (let at = bit; at < stop; at++) bits.add(at);
    bit += run;
    for (let literal = high >>> 1; literal > 0 && word < words; literal--, word++, bit += 64) {
      addWord(bits, bit, bytes.readUInt32BE(first + word * 8 + 4));
      addWord(bits, bit + 32, bytes.readUInt32BE(first + word * 8));
    }
  }
  return bits;
}

function addWord(bits: Set<number>, base: number, word: number): void {
  for (let rest = word; rest !== 0; ) {
    const lowest = 31 - Math.clz32(rest & -rest);
    bits.add(base + lowest);
    rest &= rest - 1;
  }
}
