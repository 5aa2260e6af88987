/**
 * SHA-256 (FIPS 180-4) of a short text, base64url. To load `node:crypto` takes several times as long as to hash all that a
 * start compares, and a host waits meanwhile. Nothing here is a key.
 */
export function sha256(text: string): string {
  made ??= makeConstants();
  const bytes = Buffer.from(text);
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  // V8 has this one compiled, unlike the methods of Buffer.
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  const state = Uint32Array.from(made.first);
  const words = new Uint32Array(64);
  for (let start = 0; start < padded.length; start += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getUint32(start + at * 4);
    mix(state, words, made.round);
  }
  for (let at = 0; at < 8; at++) view.setUint32(at * 4, state[at]!);
  return Buffer.from(padded.buffer, 0, 32).toString('base64url');
}

/** One block. Plain variables: in code that runs once, everything else takes ten times as long. */
function mix(state: Uint32Array, words: Uint32Array, round: Uint32Array): void {
  for (let at = 16; at < 64; at++) {
    const x = words[at - 15]!;
    const y = words[at - 2]!;
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    words[at] = words[at - 16]! + s0 + words[at - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let at = 0; at < 64; at++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + round[at]! + words[at]!) | 0;
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at]! += word;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

let made: ReturnType<typeof makeConstants> | undefined;

/** The first 32 bits behind the point of the cube roots of the first 64 primes, and of the square roots of the first 8. */
function makeConstants(): { readonly round: Uint32Array; readonly first: Uint32Array } {
  const primes: number[] = [];
  for (let number = 2; primes.length < 64; number++) {
    let divisor = 2;
    while (divisor * divisor <= number && number % divisor !== 0) divisor++;
    if (divisor * divisor > number) primes.push(number);
  }
  const fraction = (root: number) => (root % 1) * 2 ** 32;
  return {
    round: Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    first: Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  };
}
