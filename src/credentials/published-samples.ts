import type { Verdict } from '../core/verdict.ts';
import { sha256 } from './checksum.ts';

/**
 * Values that documentation and emulators publish: real in form, worthless to anybody. Length, first and last
 * character, SHA-256; length and ends come first so that nearly no text has to be hashed.
 */
const SAMPLES: readonly (readonly [length: number, ends: string, digest: string])[] = [
  // AWS documentation, ids
  [20, 'AE', '1a5d44a2dca19669d72edf4c4f1c27c4c1ca4b4408fbb17f6ce4ad452d78ddb3'],
  [20, 'AE', 'c6ea27c534f993d31f0aef882e3d200e7b87470c379ae79c8f9b19d3bd363dc9'],
  // AWS documentation, the halves that go with them
  [40, 'wY', '78314b11be2e581549ac1c4f616563fad3fdf0c3b71678f6e2299182080e0598'],
  [40, 'jY', 'e21b597ba6b9cafa59d9ebc4d65c0385f5eb3fa56abab2607fa76589ad849a33'],
  // Azurite and the older storage emulator
  [88, 'E=', '0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059'],
  // Cosmos DB emulator
  [88, 'C=', 'aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615'],
  // Stripe documentation, test mode, newer and older
  [32, 'sc', '2cafc0970149a84f3b9e62eaf169f36f59907a3b3e31f7b82e68c69cd27f7326'],
  [32, 's2', 'f2d6ca16515033e5dce14eba840b979d27b5cbae24bb3e5bf484339667f86397'],
  // jwt.io, third part of its HS256 sample
  [43, 'Sc', '051d093c4bdedbf23f905ad01d9c6111414d54e2170e1d7f76657c4e76e3e65b'],
  // Supabase command line, local stack: privileged, publishable, signing
  [41, 'sz', 'c85debb55f2f204d868cc1552c42faa143b4c675f61363ab040dd50b5b5304cd'],
  [46, 'sH', '9705102db0d5f99ee08daa19a73e510d9877a2a9add9369da247cbbe6c2a0140'],
  [55, 'sg', 'a064b502e61d27e94b8717290e5e1b32e36720e9fbdf952ec81a84c07128cb37'],
  // Hardhat and Anvil, account 0 without 0x, and their phrase
  [64, 'a0', 'bc1a50966c9e6486bc4ebf880b51611a2a97fcb8e7a6976e9b81a9e3e8ca0e3c'],
  [59, 'tk', 'f79cd64f9cea237897b8133e4b905b361c6f166faa5a1c64c32280938f5b707e'],
];

/** What such a value is. */
export const PUBLISHED_SAMPLE: Verdict = {
  kind: 'placeholder',
  reason: 'a sample value from public documentation',
};

/** Whether a text is a value that its vendor publishes as an example. Of a JWT, the third part tells. */
export function isPublishedSample(text: string): boolean {
  const parts = text.split('.', 4);
  return isListed(text.replace(/^0x/, '')) || (parts.length === 3 && isListed(parts[2] as string));
}

function isListed(text: string): boolean {
  const ends = text.slice(0, 1) + text.slice(-1);
  const candidates = SAMPLES.filter((sample) => sample[0] === text.length && sample[1] === ends);
  if (candidates.length === 0) return false;
  const digest = sha256(text).toString('hex');
  return candidates.some((sample) => sample[2] === digest);
}
