/** A place that a scanner points at. */
export interface Hit {
  /** From the folder that was scanned, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A program with its arguments. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** A scanner that mcp-lint is measured beside. */
export interface Peer {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Version as `scripts/install-peers.sh` installs it. */
  readonly version: string;
  /** File that is there once it is installed. */
  readonly installed: string;
  /** It only looks at configs in the places of their hosts: every config is a project of its own for it. */
  readonly byProject?: true;
  /** Exit codes of a run that worked. */
  readonly exits: readonly number[];
  /** Scans a folder, sends nothing, and prints what `hits` reads. */
  scan(folder: string): Command;
  /** `read`: text of a file of the scanned folder. */
  hits(output: string, folder: string, read: (file: string) => string): readonly Hit[];
}
