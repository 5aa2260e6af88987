/** How the vendor's own remote server authenticates its clients. */
export type RemoteAuthentication = 'oauth-preregistered' | 'oauth-dcr' | 'oauth-cimd' | 'bearer' | 'none';

/** Facts of one known MCP server, from its documentation or a registry. */
export interface KnownServer {
  readonly id: string;
  /** Whose service it talks to, as people call it. */
  readonly provider: string;
  readonly npm: readonly string[];
  readonly pypi: readonly string[];
  readonly images: readonly string[];
  readonly binaries: readonly string[];
  readonly transport: 'stdio' | 'http' | 'both';
  readonly secretEnv: readonly string[];
  readonly secretArgs: readonly string[];
  /** Variables that sound secret and are not. */
  readonly plainEnv: readonly string[];
  /** Host name of the API that its credential is for. */
  readonly apiHost?: string;
  readonly remote?: {
    readonly url: string;
    readonly urls: readonly string[];
    /** Addresses that the vendor has given up or will. */
    readonly deprecatedUrls: readonly string[];
    readonly auth?: RemoteAuthentication;
    /** OAuth of a kind that is not known. */
    readonly oauth: boolean;
    readonly bearer?: boolean;
    readonly secretHeaders: readonly string[];
  };
  readonly deprecated: boolean;
  /** Id of the server to use instead. */
  readonly successor?: string;
  /** Signs its user in by itself, so that no credential need be configured. */
  readonly selfLogin?: string;
  /** What of this machine it can reach. */
  readonly localReach?: 'files' | 'shell' | 'browser' | 'cloud-credentials' | 'other';
  /** Read at its source; rows that were not are never a reason for an error or a warning. */
  readonly confirmed: boolean;
}
