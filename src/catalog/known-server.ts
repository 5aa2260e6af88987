/** How the vendor's own remote server authenticates its clients. */
export type RemoteAuthentication = 'oauth-preregistered' | 'oauth-dcr' | 'oauth-cimd' | 'bearer' | 'none';

/** What of this machine a server can reach besides what it is given. */
export type LocalReach = 'files' | 'shell' | 'browser' | 'cloud-credentials' | 'other';

/** Facts of one known MCP server, from its documentation or a registry. */
export interface KnownServer {
  readonly id: string;
  /** Whose service it talks to, as people call it; for a program with a role, its own name. */
  readonly provider: string;
  /** Set for programs that stand between a host and a server and are no server themselves. */
  readonly role?: 'bridge' | 'broker' | 'secret-wrapper';
  /** Package names on npm, with their scope. */
  readonly npm: readonly string[];
  /** Package names on PyPI, as their projects write them. */
  readonly pypi: readonly string[];
  /** Container images without tag; those of Docker Hub without its host name. */
  readonly images: readonly string[];
  /** Names of installed programs. */
  readonly binaries: readonly string[];
  /** What the row is about: a local program, the vendor's remote server or both. */
  readonly transport: 'stdio' | 'http' | 'both';
  /** Variables that hold a credential. */
  readonly secretEnv: readonly string[];
  /** Flags whose value is or holds a credential. */
  readonly secretArgs: readonly string[];
  /** A positional argument holds a credential: a connection string, `KEY=value`, or the bare key. */
  readonly positionalSecret: boolean;
  /** Variables that sound secret and are not. */
  readonly plainEnv: readonly string[];
  /** Host name of the API that its credential is for; a leading `*.` stands for any subdomain. */
  readonly apiHost?: string;
  /** The vendor's own remote server. */
  readonly remote?: KnownRemote;
  /** Archived, or given up by its author. */
  readonly deprecated: boolean;
  /** Id of the server to use instead; also of local servers that are not deprecated but have a better remote twin. */
  readonly successor?: string;
  /**
   * Signs its user in by itself, so that no credential need be configured when it runs locally: what to do, in the
   * imperative, without a capital letter and a full stop.
   */
  readonly selfLogin?: string;
  /** What of this machine it can reach. */
  readonly localReach?: LocalReach;
  /** npm names of malicious packages that posed as it. */
  readonly denied: readonly string[];
  /** Read at its source; rows that were not are never a reason for an error or a warning. */
  readonly confirmed: boolean;
}

/** A remote server at its vendor's address. */
export interface KnownRemote {
  /** The address to use; `{…}` in it is for the user to fill in. */
  readonly url: string;
  /** Other addresses of it; `*` in a host name stands for one label. */
  readonly urls: readonly string[];
  /** Addresses that the vendor has given up or will. */
  readonly deprecatedUrls: readonly string[];
  /** How clients authenticate, where that is documented. Others may work too: see `oauth` and `bearer`. */
  readonly auth?: RemoteAuthentication;
  /** It does OAuth, how clients are registered is not known. */
  readonly oauth: boolean;
  /** Whether it takes a static key or token; absent when nobody says. */
  readonly bearer?: boolean;
  /** Headers besides `Authorization` that hold a credential. */
  readonly secretHeaders: readonly string[];
  /** Where an address of it may hold a credential: the query parameter, or a pattern of the path around it. */
  readonly urlSecret?: { readonly query?: string; readonly path?: string };
}
