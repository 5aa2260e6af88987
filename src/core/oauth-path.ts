/** The JSON documents of OAuth that are linted. */
export type OAuthKind = 'client-metadata' | 'protected-resource' | 'authorization-server';

/** What the path of a file says about the OAuth document in it. */
export interface OAuthPath {
  readonly kind: OAuthKind;
  /** `certain`: the place is there for such documents only. Else the content has to agree. */
  readonly certain: boolean;
  /**
   * Path of the resource or issuer that the place stands for, '' for none: `/mcp` of
   * `.well-known/oauth-protected-resource/mcp`. Nothing when the place does not say.
   */
  readonly suffix?: string;
  /** The issuer's path may also stand before `.well-known` (OpenID Connect Discovery 1.0, section 4). */
  readonly appended?: boolean;
}

/** Names that RFC 9728, RFC 8414 and OpenID Connect Discovery register below `.well-known`. */
const WELL_KNOWN: readonly (readonly [string, OAuthKind])[] = [
  ['oauth-protected-resource', 'protected-resource'],
  ['oauth-authorization-server', 'authorization-server'],
  ['openid-configuration', 'authorization-server'],
];
const FOLDER = '.well-known';

/** Files beside the documents: handlers that make them, texts about them. */
const OTHER_FILE =
  /(?:^\.|\.(?:[cm]?[jt]sx?|mdx?|html?|php|py|rb|go|java|cs|rs|txt|ya?ml|toml|vue|svelte|astro|snap)$)/i;

/** The OAuth document that a file of this path is there for. */
export function oauthPathOf(path: string): OAuthPath | undefined {
  const names = path.replaceAll('\\', '/').split('/');
  const folder = names.lastIndexOf(FOLDER);
  if (folder >= 0) return wellKnownPath(names.slice(folder + 1));
  const name = names.at(-1)!.toLowerCase();
  if (!name.endsWith('.json')) return undefined;
  const isClient = /client|cimd/.test(name) && /client[-_]?metadata|^oauth[-_]client|^cimd/.test(name);
  return isClient ? { kind: 'client-metadata', certain: false } : undefined;
}

function wellKnownPath([first, ...rest]: readonly string[]): OAuthPath | undefined {
  const last = rest.at(-1) ?? first;
  if (first === undefined || last === undefined || OTHER_FILE.test(last)) return undefined;
  for (const [name, kind] of WELL_KNOWN) {
    const appended = name === 'openid-configuration' && { appended: true };
    if (first === name || (first === `${name}.json` && rest.length === 0)) {
      const segments = [...rest.slice(0, -1), ...rest.slice(-1).map((end) => end.replace(/\.json$/i, ''))];
      if (segments.at(-1) === 'index') segments.pop();
      return { kind, certain: true, suffix: segments.map((segment) => `/${segment}`).join(''), ...appended };
    }
    if (rest.length === 0 && first.startsWith(name) && first.endsWith('.json'))
      return { kind, certain: true };
  }
  return undefined;
}

/** Whether files below this folder may be OAuth documents without an ending. Asked of every folder of a tree. */
export function mayHoldWellKnown(folder: string): boolean {
  return folder.includes(FOLDER);
}

/** Host ids of files that are no config of a host but an OAuth document. */
export const OAUTH_HOST_IDS: Readonly<Record<OAuthKind, string>> = {
  'client-metadata': 'oauth-client-metadata',
  'protected-resource': 'oauth-protected-resource',
  'authorization-server': 'oauth-authorization-server',
};
