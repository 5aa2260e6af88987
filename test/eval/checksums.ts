import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Digits 0-9, capitals, small letters, as GitHub, npm and Vercel count. */
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

function inBase(value: number, digits: string, width: number): string {
  let rest = value;
  let text = '';
  while (rest > 0) {
    text = (digits[rest % digits.length] as string) + text;
    rest = Math.floor(rest / digits.length);
  }
  return text.padStart(width, '0');
}

/** CRC-32 as six base62 digits. */
export const crcBase62 = (text: string): string => inBase(crc32(text), BASE62, 6);

/** CRC-32 as seven base36 digits. */
export const crcBase36 = (text: string): string => inBase(crc32(text), BASE62.slice(0, 36).toLowerCase(), 7);

/** A number as `width` base36 digits. */
export const base36 = (value: number, width: number): string =>
  inBase(value, BASE62.slice(0, 36).toLowerCase(), width);

/** CRC-32 as eight lower-case hexadecimal digits, most significant byte first. */
export const crcHex = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** The same with the bytes in the opposite order. */
export const crcHexReversed = (text: string): string => (crcHex(text).match(/../g) ?? []).reverse().join('');

/** CRC-32, least significant byte first, as the first six characters of base64. */
export const crcBase64 = (text: string): string =>
  Buffer.from(crcHexReversed(text), 'hex').toString('base64').slice(0, 6);

/** First `length` RFC 4648 base32 digits of SHA-256. */
export function shaBase32(text: string, length: number): string {
  let bits = '';
  for (const byte of createHash('sha256').update(text).digest()) bits += byte.toString(2).padStart(8, '0');
  let out = '';
  for (let index = 0; index < length; index += 1)
    out += BASE32[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)];
  return out;
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** Base58 with a double SHA-256 check of four bytes behind. */
export function base58Check(bytes: Buffer): string {
  const all = Buffer.concat([bytes, sha256(sha256(bytes)).subarray(0, 4)]);
  let value = BigInt(`0x${all.toString('hex')}`);
  let text = '';
  while (value > 0n) {
    text = BASE58[Number(value % 58n)] + text;
    value /= 58n;
  }
  return text;
}

/** BIP-173 text of `data` (numbers below 32). */
export function bech32(prefix: string, data: readonly number[]): string {
  const polymod = (values: readonly number[]): number => {
    const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
    let check = 1;
    for (const value of values) {
      const top = check >>> 25;
      check = ((check & 0x1ffffff) << 5) ^ value;
      generators.forEach((generator, bit) => {
        if ((top >>> bit) & 1) check ^= generator;
      });
    }
    return check;
  };
  const codes = [...prefix].map((char) => char.charCodeAt(0));
  const expanded = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  const check = polymod([...expanded, ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = [0, 1, 2, 3, 4, 5].map((index) => (check >>> (5 * (5 - index))) & 31);
  return `${prefix}1${[...data, ...tail].map((value) => BECH32[value]).join('')}`;
}

/** The last word of a 12-word phrase whose words are indexes below 64 (all the words we carry). */
export function lastMnemonicIndex(first: readonly number[], tail: number): number {
  const bits =
    first.map((index) => index.toString(2).padStart(11, '0')).join('') + tail.toString(2).padStart(7, '0');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return (tail << 4) | ((sha256(bytes)[0] as number) >> 4);
}
