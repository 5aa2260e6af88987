/** Where a server entry keeps strings that its host may expand references in; `helper`: a command that prints headers. */
export type Field = 'command' | 'args' | 'env' | 'envFile' | 'cwd' | 'url' | 'headers' | 'oauth' | 'helper';

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
  /** Of a project, but for one person: its host has git ignore it. */
  readonly personal?: true;
}

/** A form of reference that a host replaces before a server sees it. */
export interface Interpolation {
  /** As users write it, with NAME, KEY, id or default for the part that they choose: `${env:NAME}`. */
  readonly syntax: string;
  readonly fields: readonly Field[];
  /** What the server gets when nothing is there to insert. */
  readonly unset: 'literal' | 'empty' | 'prompt' | 'error' | 'default' | 'unknown';
}

/** Members in which a host takes names of variables in the place of values. */
export interface VariableNames {
  /** List of variables that a server gets under their own names. */
  readonly env?: string;
  /** Variable with the token of `Authorization: Bearer …`. */
  readonly bearer?: string;
  /** Variables by the headers whose whole values they hold. */
  readonly headers?: string;
  /** References of the entry stand for variables of its list only. */
  readonly listed?: true;
}

/** A reference that makes the host refuse what it stands in, instead of handing the text on. */
export interface Refusal {
  readonly syntax: string;
  readonly fields: readonly Field[];
  /** Only in files of this scope. */
  readonly scope?: HostFile['scope'];
}

/** Facts of one host (or one kind of file of a host). Data only: adding a host needs no code. */
export interface Host {
  readonly id: string;
  /** As its users call it. */
  readonly title: string;
  readonly files: readonly HostFile[];
  /** Where else its configs are, in words: files that are known as another host's, settings on a web page. */
  readonly also?: string;
  /** Dotted paths of the mappings (or lists, `[]`) that hold servers; `*` stands for any one key. */
  readonly servers: readonly string[];
  /** Dotted paths of mappings from variable names to values that servers inherit. */
  readonly environments?: readonly string[];
  /** Dotted paths of mappings from header names to values outside servers. */
  readonly headers?: readonly string[];
  /** Dotted paths of lists or mappings of prompts; their `default` may hold a credential. */
  readonly inputs?: readonly string[];
  /** Dotted paths of single values that are credentials of the host itself. */
  readonly credentials?: readonly string[];
  /** The file is there for MCP only, so that any string in it may be handed to a server. */
  readonly dedicated?: boolean;
  /**
   * Of a host whose files have names that other programs use as well: members of the root that tell them, one of each
   * group. In a folder such a file only counts when it says something about servers.
   */
  readonly requires?: readonly (readonly string[])[];
  readonly interpolation: readonly Interpolation[];
  /**
   * Where it is not known what the host expands, so that nothing follows from a syntax that `interpolation` does not
   * have: everywhere, in some fields, or in servers under some of the paths of `servers`, which another program reads.
   */
  readonly unknownExpansion?:
    | 'all'
    | { readonly fields?: readonly Field[]; readonly servers?: readonly string[] };
  /** Members of an entry that take the names of variables of the environment that the host is started in. */
  readonly variableNames?: VariableNames;
  readonly refused?: readonly Refusal[];
  /** What it starts does not inherit the environment of its user, as in a container. */
  readonly isolated?: boolean;
  /** Its references stand for variables of its user all the same: it puts their values in before it starts anything. */
  readonly expandsOutside?: true;
  /** Runs in a container as a rule, so that a name of one word is that of a container beside it. */
  readonly inContainers?: true;
  /** Variables that the host takes for its own credentials and puts nothing for; `*` stands for any characters. */
  readonly blanked?: { readonly fields: readonly Field[]; readonly names: readonly string[] };
  /** What to do with a literal credential in this host, one sentence each. */
  readonly advice: {
    readonly env: string;
    readonly headers: string;
    /** For a header that takes the key alone, without a scheme word, where that is another sentence. */
    readonly bareHeaders?: string;
    readonly args: string;
    readonly url: string;
    readonly other: string;
  };
  /**
   * Text for readers: nothing is started from it. Says what such a text can show in place of a value to paste in, by the
   * key that its servers stand under; the last is for all others.
   */
  readonly documentation?: readonly { readonly under?: string; readonly better: string }[];
  /** Usually committed or synchronised to others. */
  readonly shared: boolean;
  /** There to be given to others: rolled out by an organisation, installed from a package, copied into containers. */
  readonly distributed?: true;
  readonly docs: string;
  /** Where the facts were read, and when. */
  readonly source: string;
  readonly checked: string;
}
