import { prng, sample } from './samples.ts';

/** An example with its tags replaced by credentials made from a fixed seed. */
export function fillExample(text: string): string {
  const random = prng(20_261_123);
  return text
    .replace(/\{\{sample:([a-z0-9-]+)\}\}/g, (_, format: string) => sample(format, random))
    .replaceAll('{{opaque}}', () =>
      Array.from({ length: 32 }, () => '0123456789abcdef'[Math.floor(random() * 16)]).join(''),
    );
}
