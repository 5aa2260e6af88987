import type { Endpoint } from '../core/launch.ts';
import type { Row } from './row.ts';
import { escapePattern, isListed, rowsMatching } from './rows.ts';

interface Address {
  readonly row: Row;
  /** Without a slash at the end; '' for the whole host. */
  readonly pathname: string;
  readonly deprecated: boolean;
}

/** Host names have at most 253 characters (RFC 1035), of which servers use few labels. */
const LONGEST_HOST = 253;
const MOST_LABELS = 8;

/** What the paths of MCP endpoints are made of, whoever serves them. */
const PLAIN_PATH = /^(?:\/(?:mcp(?:-[a-z]{1,10})?|sse|http|api|connect|v\d{1,2}))*$/;

/** The row that an address is of, and whether the vendor has given the address up. */
export function addressOf({
  hostname,
  pathname,
}: Pick<Endpoint, 'hostname' | 'pathname'>): { readonly row: Row; readonly deprecated: boolean } | undefined {
  const path = pathname
    .slice(0, 2048)
    .replace(/[?#].*$/s, '')
    .replace(/\/{1,9}$/, '');
  for (const addresses of addressesAt(hostname)) {
    // The longest known path that leads here; of two, the one in use.
    const found = addresses.find((known) => path === known.pathname || path.startsWith(`${known.pathname}/`));
    if (found !== undefined) return found;
    const elsewhere = serverOfHost(hostname, path, addresses);
    if (elsewhere !== undefined) return { row: elsewhere, deprecated: false };
  }
  return undefined;
}

/** Other endpoints of a host that is there for one MCP server only, as those with a key in the path. */
function serverOfHost(hostname: string, path: string, addresses: readonly Address[]): Row | undefined {
  const row = addresses[0]?.row;
  const dedicated =
    /^(?:[a-z0-9-]{0,40}-)?mcp(?:-[a-z0-9-]{0,40})?\./.test(hostname) &&
    addresses.every((address) => address.row === row && PLAIN_PATH.test(address.pathname));
  return dedicated && /(?:^|\/(?:mcp|sse|http))$/.test(path) ? row : undefined;
}

/** The known addresses of a host, and of those with a `*` for one of its labels. */
function addressesAt(hostname: string): (readonly Address[])[] {
  if (hostname.length > LONGEST_HOST) return [];
  const labels = hostname.toLowerCase().replace(/\.$/, '').split('.');
  if (labels.length > MOST_LABELS) return [];
  const names = [labels.join('.'), ...labels.map((_, index) => labels.with(index, '*').join('.'))];
  const listed = names.filter((name) => isListed(`//${name}`));
  if (listed.length === 0) return [];
  const rows = rowsMatching(new RegExp(`//(?:${listed.map(escapePattern).join('|')})(?=[/"])`, 'g'));
  const byHost = readAddresses(rows);
  return names.map((name) => byHost.get(name) ?? []);
}

function readAddresses(rows: readonly Row[]): Map<string, Address[]> {
  const found = new Map<string, Address[]>();
  const add = (row: Row, url: string, deprecated: boolean) => {
    const [, host, path] = /^https?:\/\/([^/]+)([^{]*)/.exec(url) ?? [];
    if (host === undefined || path === undefined) return;
    const address = { row, pathname: path.replace(/\/$/, ''), deprecated };
    found.set(host, [...(found.get(host) ?? []), address]);
  };
  for (const row of rows) {
    const { remote } = row;
    if (remote === undefined) continue;
    for (const url of [remote.url, ...(remote.urls ?? [])]) add(row, url, false);
    for (const url of remote.deprecatedUrls ?? []) add(row, url, true);
  }
  for (const addresses of found.values())
    addresses.sort(
      (a, b) => b.pathname.length - a.pathname.length || Number(a.deprecated) - Number(b.deprecated),
    );
  return found;
}
