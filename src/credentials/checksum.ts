// What goes into each check, and how it is written, was recomputed on samples that scanners and vendors publish:
// github.blog/2021-04-05-behind-githubs-new-authentication-token-formats, GitLab's token generator, the rules of
// kingfisher, titus and DataDog's sensitive data scanner (2026-08).

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Checks that need nothing but the token. */
export type ChecksumId =
  | 'github'
  | 'github-fine-grained'
  | 'npm'
  | 'vercel'
  | 'atlassian'
  | 'gitlab-routable'
  | 'cloudflare'
  | 'grafana'
  | 'zuplo'
  | 'confluent';

const CHECKS: Readonly<Record<ChecksumId, (token: string) => boolean>> = {
  github: isPrefixedBase62,
  npm: isPrefixedBase62,
  vercel: isPrefixedBase62,
  'github-fine-grained': (token) => token.slice(77, 85) === base32Head(sha256(token.slice(0, 77))),
  atlassian: (token) => token.slice(-8) === hex(crc32(token.slice(0, -8))).toUpperCase(),
  'gitlab-routable': isGitlabRoutable,
  cloudflare: (token) => token.slice(-8) === hex(crc32(bodyOf(token).slice(0, -8))),
  // Without the second underscore, and with the bytes of the check written backwards.
  grafana: (token) => token.slice(-8) === hex(swapBytes(crc32(`glsa_${token.slice(5, -9)}`))),
  zuplo: (token) => token.slice(-8) === hex(crc32(token.slice(5, -9))),
  confluent: (token) => token.slice(-6) === base64LittleEndian(crc32(token.slice(4, -6))),
};

/** Whether the check inside a whole token, prefix included, fits the rest of it. */
export function verifyChecksum(id: ChecksumId, token: string): boolean {
  return CHECKS[id](token);
}

let table: Uint32Array | undefined;

/** CRC-32/ISO-HDLC of ASCII text, as in zlib; loading `node:zlib` would cost more than the table. */
function crc32(text: string): number {
  table ??= makeTable();
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index++) {
    crc = (table[(crc ^ text.charCodeAt(index)) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** SHA-256 of UTF-8 text. Few texts get here, so `node:crypto`, about 3 ms to load, is only loaded when one does. */
export function sha256(text: string): Buffer {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest();
}

/** The first eight RFC 4648 base32 characters of `bytes`. */
function base32Head(bytes: Uint8Array): string {
  let head = '';
  for (let bit = 0; bit < 40; bit += 5) {
    const pair = ((bytes[bit >> 3] as number) << 8) | (bytes[(bit >> 3) + 1] as number);
    head += BASE32[(pair >> (11 - (bit & 7))) & 31];
  }
  return head;
}

/** Eight lower-case hexadecimal digits. */
function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/** The other order of four bytes. */
function swapBytes(value: number): number {
  return ((value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24)) >>> 0;
}

/** Base64, without padding, of four bytes with the least significant first. */
function base64LittleEndian(value: number): string {
  const bytes = [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];
  return btoa(String.fromCharCode(...bytes)).slice(0, 6);
}

function isPrefixedBase62(token: string): boolean {
  return token.slice(-6) === digits(crc32(bodyOf(token).slice(0, -6)), BASE62, 6);
}

/** The last nine characters are the length of the payload (2, base36) and the check of all before it (7, base36). */
function isGitlabRoutable(token: string): boolean {
  return token.slice(-7) === digits(crc32(token.slice(0, -7)), BASE36, 7);
}

function bodyOf(token: string): string {
  return token.slice(token.indexOf('_') + 1);
}

/** Big-endian digits of `value`, padded in front to `width`. */
function digits(value: number, alphabet: string, width: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / alphabet.length)) {
    text = (alphabet[rest % alphabet.length] as string) + text;
  }
  return text.padStart(width, '0');
}

function makeTable(): Uint32Array {
  const made = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    made[byte] = crc;
  }
  return made;
}
