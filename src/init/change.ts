/** A file that is set up: a new one, or one that is there and gets lines. */
export interface Change {
  /** Below the top of the working tree, `/`-separated. */
  readonly path: string;
  /** Its text so far; absent for a new file. */
  readonly before?: string;
  readonly after: string;
  /** What it does, a clause. */
  readonly purpose: string;
  /** For a new file that is run. */
  readonly executable?: true;
}

/** One thing that is set up: a config, a hook, a workflow. */
export interface Part {
  /** It is the config of mcp-lint. */
  readonly settings?: true;
  readonly change?: Change;
  /** It is there already: where, a clause. */
  readonly kept?: string;
  /** What to do by hand, then or instead; sentences. */
  readonly next?: readonly string[];
  /** Why nothing can be set up as long as it is so, a sentence. */
  readonly problem?: string;
}
