/** Where a server entry keeps strings that its host may expand references in. */
export type Field = 'command' | 'args' | 'env' | 'envFile' | 'cwd' | 'url' | 'headers' | 'oauth';

export type OperatingSystem = 'macos' | 'linux' | 'windows';

/** A place where a host keeps a config. */
export interface HostFile {
  /** `user` and `system` are this machine's; `project` is found in folders, anywhere below them. */
  readonly scope: 'user' | 'project' | 'system';
  readonly os: OperatingSystem | 'any';
  /**
   * `/`-separated. Begins with `~/`, an environment variable (`%APPDATA%/…`, `$CLAUDE_CONFIG_DIR/…`), a root, or, for
   * projects, with the name that the file must end in (`.vscode/mcp.json`). `*` stands for one name or a part of one.
   */
  readonly path: string;
}

/** A form of reference that a host replaces before a server sees it. */
export interface Interpolation {
  /** As users write it, with NAME, KEY, id or default for the part that they choose: `${env:NAME}`. */
  readonly syntax: string;
  readonly fields: readonly Field[];
  /** What the server gets when nothing is there to insert. */
  readonly unset: 'literal' | 'empty' | 'prompt' | 'error' | 'default' | 'unknown';
}

/** Facts of one host (or one kind of file of a host). Data only: adding a host needs no code. */
export interface Host {
  readonly id: string;
  /** As its users call it. */
  readonly title: string;
  readonly files: readonly HostFile[];
  /** Dotted paths of the mappings (or lists, `[]`) that hold servers; `*` stands for any one key. */
  readonly servers: readonly string[];
  /** Dotted paths of mappings from variable names to values that servers inherit. */
  readonly environments: readonly string[];
  /** Dotted paths of mappings from header names to values outside servers. */
  readonly headers: readonly string[];
  /** Dotted paths of lists or mappings of prompts; their `default` may hold a credential. */
  readonly inputs: readonly string[];
  /** Dotted paths of single values that are credentials of the host itself. */
  readonly credentials?: readonly string[];
  /** The file is there for MCP only, so that any string in it may be handed to a server. */
  readonly dedicated?: boolean;
  /** Keys that must be there at the root before a file of a common name counts as this host's. */
  readonly requires?: readonly string[];
  readonly interpolation: readonly Interpolation[];
  /** What to do with a literal credential in this host, one sentence each. */
  readonly advice: {
    readonly env: string;
    readonly headers: string;
    readonly args: string;
    readonly url: string;
    readonly other: string;
  };
  /** Usually committed or synchronised to others. */
  readonly shared: boolean;
  readonly docs: string;
  /** Where the facts were read, and when. */
  readonly source: string;
  readonly checked: string;
}
