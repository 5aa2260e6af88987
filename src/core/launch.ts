import type { LocatedText } from './located-text.ts';
import type { Path, Word } from './model.ts';
import type { Range } from './range.ts';

/** Something that stands between a host and a server. */
export interface Wrapper {
  readonly kind:
    | 'shell' // sh -c, cmd /c, powershell -Command
    | 'environment' // env, cross-env, dotenv
    | 'elevation' // sudo, doas
    | 'runner' // npx, uvx, bunx, pipx run, deno run
    | 'container' // docker run, podman run
    | 'bridge' // mcp-remote, supergateway, mcp-proxy
    | 'broker' // authsome run, agent-vault run, onecli, clawvisor-server agent run
    | 'secret-manager' // op run, doppler run, infisical run
    | 'remote-shell'; // ssh, kubectl exec, wsl
  /** Name of the program, lower case, as `npx`. One of our own tables', so that it may be printed. */
  readonly name: string;
}

/** A package or image that a server is run from. Names are raw text: print them through `label`. */
export interface Package {
  readonly registry: 'npm' | 'pypi' | 'oci';
  /** Without version, tag or extras; lower case as its registry compares it. */
  readonly name: string;
  /** Version, tag or digest as written. */
  readonly version?: string;
  /** Whether what is written always gives the same code. */
  readonly pinned: boolean;
  readonly range: Range;
  readonly path: Path;
}

/** Address of an MCP server. Texts are raw: print them through `label`. */
export interface Endpoint {
  /** Lower case, without the colon. */
  readonly scheme: string;
  /** Lower case, without brackets and port. '' when a reference stands for it. */
  readonly hostname: string;
  readonly port?: number;
  /** From the first slash to the query, '' when there is none. */
  readonly pathname: string;
  readonly url: LocatedText;
  readonly path: Path;
  /** Where only this machine, or only a private network, can be meant. */
  readonly reach: 'loopback' | 'private' | 'public' | 'unknown';
  /** Name of the bridge program whose argument this is. */
  readonly bridge?: string;
}

/** What an entry comes down to once shells, runners, containers and bridges are taken off. */
export interface Launch {
  /** Outermost first. */
  readonly wrappers: readonly Wrapper[];
  /** Innermost program, base name in lower case without extension. Raw text. */
  readonly program?: string;
  /** Words behind the innermost program. */
  readonly args: readonly Word[];
  readonly package?: Package;
  /** Where the server is, of a remote entry or behind a bridge. */
  readonly endpoint?: Endpoint;
}
