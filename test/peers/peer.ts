/** A place that a scanner points at. */
export interface Hit {
  /** From the folder that was scanned, with `/`. */
  readonly file: string;
  /** Lines from 1; the last is the first unless it says so. */
  readonly first: number;
  readonly last?: number;
  /** What it shows of the credential, if it shows that: not every line that is said is the right one. */
  readonly text?: string;
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
  /** It looks at one project at a time: every config of the labelled set is a project of its own for it. */
  readonly byProject?: true;
  /** Exit codes of a run that worked. */
  readonly exits: readonly number[];
  /** Scans the folder, which it also runs in, sends nothing, and prints what `hits` reads. */
  scan(folder: string): Command;
  /** `read`: text of a file of the scanned folder. */
  hits(output: string, folder: string, read: (file: string) => string): readonly Hit[];
}
