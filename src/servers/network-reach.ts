import type { Host } from '../core/host.ts';
import type { Endpoint } from '../core/launch.ts';

/** Names that mean this machine (RFC 6761), in containers as well (documentation of Docker, Podman and Lima). */
const LOOPBACK_NAMES =
  /^(?:(?:.{1,253}\.)?localhost|localhost\.localdomain|ip6-(?:localhost|loopback)|(?:host|gateway|kubernetes)\.docker\.internal|host\.containers\.internal|host\.lima\.internal|docker\.for\.(?:mac|win)\.host\.internal)$/;
/**
 * Suffixes that no public name has (RFC 6762 with appendix G, RFC 8375, RFC 6761, ICANN's reservation of .internal);
 * `ts.net` names machines of a private Tailscale network, and what is made public there needs TLS (tailscale.com/kb/1223).
 */
const PRIVATE_SUFFIX =
  /\.(?:local|internal|lan|home|home\.arpa|intranet|corp|private|localdomain|test|ts\.net|svc|flycast)$/;
/**
 * Suffixes of networks inside a platform: nobody is in them but the services of one project or cluster, as with containers
 * side by side, and platforms that many people share tunnel all of it.
 */
const INSIDE_PLATFORM = [
  // Railway, tunnelled with WireGuard (docs.railway.com/networking/private-networking)
  'railway.internal',
  // Fly.io, tunnelled with WireGuard (fly.io/docs/networking/private-networking)
  'flycast',
  // Kubernetes (kubernetes.io/docs/concepts/services-networking/dns-pod-service)
  'cluster.local',
  'svc',
];

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

/** Names that companies give to what only their own network knows: `proxy.corp.example.com`. */
const COMPANY_NAME = /(?:^|\.)(?:corp|corporate|internal|intra|intranet|lan|private)\.(?=[^.]+\.)/;

/** Does a host name say that it is for the network of a company, though it may be known everywhere? */
export function isCompanyName(hostname: string): boolean {
  return COMPANY_NAME.test(hostname.slice(-253));
}

/**
 * Can others read what goes there without TLS? Not on this machine, not in a network that encrypts all by itself, not
 * inside a platform, and not from one container to the next; nothing is said of an address that is not known.
 */
export function travelsOpenly(
  { hostname, reach }: Pick<Endpoint, 'hostname' | 'reach'>,
  { isolated, inContainers }: Pick<Host, 'isolated' | 'inContainers'>,
): boolean {
  if (reach !== 'public' && reach !== 'private') return false;
  if (isTailscale(hostname) || INSIDE_PLATFORM.some((suffix) => hostname.endsWith(`.${suffix}`)))
    return false;
  return !((isolated || inContainers) && isServiceName(hostname));
}

/** Is it a machine of a Tailscale network, which encrypts all that goes through it (tailscale.com/kb/1015, 1033, 1217)? */
function isTailscale(hostname: string): boolean {
  const [, first, second] = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(hostname) ?? [];
  if (first !== undefined) return isSharedAddress(Number(first), Number(second));
  return /\.ts\.net$|^fd7a:115c:a1e0:/.test(hostname);
}

/** Is it a name of one word, as containers of one network call each other? */
function isServiceName(hostname: string): boolean {
  return /^[^.:]+$/.test(hostname);
}

/** RFC 6598. Providers use it too, but nobody has a server there. */
function isSharedAddress(first: number, second: number): boolean {
  return first === 100 && second >= 64 && second <= 127;
}

/** RFC 1122, 1918, 3927 and 6598; to connect to 0.0.0.0 is to connect to this machine. */
function reachOfIpv4(first: number, second: number): Endpoint['reach'] {
  if (first === 127 || first === 0) return 'loopback';
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    isSharedAddress(first, second);
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
