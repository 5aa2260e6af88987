import type { LocatedText } from './located-text.ts';
import type { Path, Word } from './model.ts';
import type { Range } from './range.ts';

/** Something that stands between a host and a server. */
export interface Wrapper {
  readonly kind:
    | 'shell' // sh -c, cmd /c, powershell -Command
    | 'environment' // env, cross-env, dotenv, direnv, mise
    | 'elevation' // sudo, doas
    | 'runner' // npx, uvx, bunx, pipx run, deno run, poetry run
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
  /**
   * Without version, tag or extras, as its registry compares it: lower case; on PyPI every run of `-`, `_` and `.` is
   * one `-`; images of Docker Hub without its host and without `library/`.
   */
  readonly name: string;
  /** Version, tag or digest as written. */
  readonly version?: string;
  /** Whether starting it again gives the same code: an exact version or digest, or code that is installed already. */
  readonly pinned: boolean;
  /** Nothing is fetched when it starts: `node …/node_modules/x`, `python -m x`, `npx --no-install x`. */
  readonly installed?: boolean;
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

/** A variable that a word of the command line sets: `env A=b`, `cross-env A=b`, `docker -e A=b`, `export A=b`. */
export interface Assignment {
  /** Raw text: print it through `label`. */
  readonly name: string;
  /** Absent where the value comes from the environment around it: `docker -e NAME`. */
  readonly value?: LocatedText;
  readonly path: Path;
}

/** An option of a command line. */
export interface Option {
  /** As written: `--publish`, `-p`. */
  readonly name: string;
  readonly value?: LocatedText;
  /** Of the word that has the name. */
  readonly range: Range;
  /** Of the value where there is one. */
  readonly path: Path;
}

/** What an entry comes down to once shells, runners, containers and bridges are taken off. */
export interface Launch {
  /** Outermost first. */
  readonly wrappers: readonly Wrapper[];
  /** Innermost program, base name in lower case without extension. Raw text. */
  readonly program?: string;
  /** The word that starts it. */
  readonly programWord?: Word;
  /** Words behind the innermost program. */
  readonly args: readonly Word[];
  readonly package?: Package;
  /** Where the server is, of a remote entry or behind a bridge. */
  readonly endpoint?: Endpoint;
  /** What the wrappers set, outermost first. */
  readonly assignments?: readonly Assignment[];
  /** Options of `docker run` and its relatives; there exactly when a container is started. */
  readonly container?: readonly Option[];
}
