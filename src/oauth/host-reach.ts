import { isWebUrl, type UrlParts } from './url.ts';

/** Whom a host name leads to: this machine, a place that only some can reach or nobody, or anybody. */
export type HostReach = 'loopback' | 'special' | 'public';

/** Special-use IPv4 blocks (RFC 6890 and its registry) and multicast, without loopback. */
const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** First groups of special-use IPv6 blocks, and how many of their bits count. */
const SPECIAL_IPV6: readonly (readonly [readonly number[], number])[] = [
  [[0, 0, 0, 0, 0, 0, 0, 0], 128],
  [[0x64, 0xff9b, 1], 48],
  [[0x100, 0, 0, 0], 64],
  [[0x2001, 0], 23],
  [[0x2001, 0xdb8], 32],
  [[0xfc00], 7],
  [[0xfe80], 10],
  [[0xff00], 8],
];

/** Names that lead to nothing on the public internet (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`). */
const SPECIAL_NAME = /(?:^|\.)(?:local|test|invalid|internal|home\.arpa)$/;

/** Where a URL of the web leads, in whatever form its address is written. */
export function reachOf(parts: UrlParts): HostReach {
  if (!isWebUrl(parts)) return 'special';
  const host = new URL(parts.text).hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return reachOfIpv6(groupsOf(host.slice(1, -1)));
  // The parser has turned every form of an IPv4 address into four decimal numbers.
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return reachOfIpv4(numberOf(host));
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
  return SPECIAL_NAME.test(host) ? 'special' : 'public';
}

function reachOfIpv4(address: number): HostReach {
  if (address >>> 24 === 127) return 'loopback';
  const isSpecial = SPECIAL_IPV4.some(
    ([block, bits]) => address >>> (32 - bits) === numberOf(block) >>> (32 - bits),
  );
  return isSpecial ? 'special' : 'public';
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => ((sum << 8) | Number(part)) >>> 0, 0);
}

function reachOfIpv6(groups: readonly number[]): HostReach {
  const leading = groups.slice(0, 6);
  const last = ((groups[6]! << 16) | groups[7]!) >>> 0;
  if (leading.every((group) => group === 0) && last === 1) return 'loopback';
  // IPv4 addresses in other clothes: mapped, and behind the well-known prefix of NAT64.
  const isMapped = leading.slice(0, 5).every((group) => group === 0) && leading[5] === 0xffff;
  const isTranslated = leading.join() === [0x64, 0xff9b, 0, 0, 0, 0].join();
  if (isMapped || isTranslated) return reachOfIpv4(last);
  return SPECIAL_IPV6.some(([block, bits]) => sharesBits(groups, block, bits)) ? 'special' : 'public';
}

function sharesBits(groups: readonly number[], block: readonly number[], bits: number): boolean {
  return block.every((group, index) => {
    const counted = Math.min(16, bits - index * 16);
    return counted <= 0 || groups[index]! >>> (16 - counted) === group >>> (16 - counted);
  });
}

/** The eight groups of an address as the URL parser writes it: hexadecimal, `::` at most once. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const first = read(head);
  const second = read(tail ?? '');
  return [...first, ...new Array<number>(8 - first.length - second.length).fill(0), ...second];
}
