import type { KnownRemote, KnownServer } from './known-server.ts';

/** A line of `known-servers.json`: what is false, empty or most common is left out. */
export type Row = Pick<KnownServer, 'id' | 'provider'> &
  Partial<Omit<KnownServer, 'confirmed' | 'remote'>> & {
    readonly remote?: Pick<KnownRemote, 'url'> & Partial<KnownRemote>;
    readonly unconfirmed?: boolean;
  };

/** The server that a row describes. */
export function serverOf({ unconfirmed = false, remote, ...row }: Row): KnownServer {
  return {
    npm: [],
    pypi: [],
    images: [],
    binaries: [],
    transport: 'stdio',
    secretEnv: [],
    secretArgs: [],
    positionalSecret: false,
    plainEnv: [],
    deprecated: false,
    denied: [],
    confirmed: !unconfirmed,
    ...row,
    ...(remote && { remote: { urls: [], deprecatedUrls: [], oauth: false, secretHeaders: [], ...remote } }),
  };
}
