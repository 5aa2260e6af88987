import type { Row } from './row.ts';

const LISTS = ['npm', 'pypi', 'images', 'binaries', 'denied'] as const;

/**
 * Every name and host of the rows, quoted as they stand there, a line for each kind. It is a fraction of the rows'
 * text: what is not in it need not be looked for in them.
 */
export function nameIndex(rows: readonly Row[]): string {
  const hosts = rows.flatMap(({ remote }) =>
    remote ? [remote.url, ...(remote.urls ?? []), ...(remote.deprecatedUrls ?? [])] : [],
  );
  const lists = LISTS.map((member) => [member, rows.flatMap((row) => row[member] ?? [])] as const);
  return [...lists, ['hosts', [...new Set(hosts.map(hostOf))]] as const]
    .map(([member, names]) => `"${member}":${JSON.stringify(names)}\n`)
    .join('');
}

/** `//host` of a URL. */
function hostOf(url: string): string {
  return url.slice(url.indexOf('//'), url.indexOf('/', url.indexOf('//') + 2) >>> 0);
}
