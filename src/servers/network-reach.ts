import type { Endpoint } from '../core/launch.ts';

/** Names that mean this machine (RFC 6761), in containers as well (documentation of Docker, Podman and Lima). */
const LOOPBACK_NAMES =
  /^(?:(?:.{1,253}\.)?localhost|localhost\.localdomain|ip6-(?:localhost|loopback)|(?:host|gateway|kubernetes)\.docker\.internal|host\.containers\.internal|host\.lima\.internal|docker\.for\.(?:mac|win)\.host\.internal)$/;
/**
 * Suffixes that no public name has (RFC 6762 with appendix G, RFC 8375, RFC 6761, ICANN's reservation of .internal);
 * `ts.net` names machines of a private Tailscale network, and what is made public there needs TLS (tailscale.com/kb/1223).
 */
const PRIVATE_SUFFIX =
  /\.(?:local|internal|lan|home|home\.arpa|intranet|corp|private|localdomain|test|ts\.net)$/;

/** Where a host name in lower case, without brackets, can be reached; what it resolves to is not known here. */
export function reachOf(hostname: string): Endpoint['reach'] {
  if (hostname === '') return 'unknown';
  if (LOOPBACK_NAMES.test(hostname)) return 'loopback';
  const ipv4 = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(hostname);
  if (ipv4) return reachOfIpv4(Number(ipv4[1]), Number(ipv4[2]));
  if (hostname.includes(':')) return reachOfIpv6(hostname);
  if (PRIVATE_SUFFIX.test(hostname)) return 'private';
  if (hostname.includes('.')) return 'public';
  // A single label is a machine of the local network, unless it is still to be filled in.
  return /(?:^|[-_])(?:your|my|host|hostname|example)(?:[-_]|$)/.test(hostname) ? 'unknown' : 'private';
}

/** RFC 1122, 1918, 3927 and 6598; to connect to 0.0.0.0 is to connect to this machine. */
function reachOfIpv4(first: number, second: number): Endpoint['reach'] {
  if (first === 127 || first === 0) return 'loopback';
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second <= 127);
  return isPrivate ? 'private' : 'public';
}

/** RFC 4291, 4193; `address` as WHATWG URLs write it: compressed, hexadecimal. */
function reachOfIpv6(address: string): Endpoint['reach'] {
  if (address === '::1' || address === '::') return 'loopback';
  const mapped = /^::ffff:([0-9a-f]{1,4}):[0-9a-f]{1,4}$/.exec(address);
  if (mapped) {
    const high = Number.parseInt(mapped[1]!, 16);
    return reachOfIpv4(high >> 8, high & 255);
  }
  return /^f[cd]|^fe[89ab]/.test(address) ? 'private' : 'public';
}
