/**
 * What a stored credential may be used for. It is kept with the credential in the vault, where a config cannot change it:
 * a config that names the reference of another server gets nothing.
 */
export type Use = CommandUse | OriginUse;

/** To start one program with one command line. */
export interface CommandUse {
  readonly kind: 'command';
  /** Where the reference stands: `env NAME`, or `argument` (its place is then in `words`). */
  readonly place: string;
  /** Absolute path of the program on the day of storing. */
  readonly program: string;
  /** Program as it was called and its arguments; references as references, versions of packages taken off. */
  readonly words: readonly string[];
  /** Folder on the day of storing, where what is started depends on it and it was known. */
  readonly folder?: string;
  /**
   * Variables that could redirect or inject, with a hash of their value on the day of storing. `required`: the entry
   * sets them, so they must be there; the others came from the surroundings and may be absent. `PATH` is there once for
   * each of its folders.
   */
  readonly variables: readonly { readonly name: string; readonly hash: string; readonly required: boolean }[];
}

/** To be sent, in one header, to one web origin. */
export interface OriginUse {
  readonly kind: 'origin';
  /** Name of the header, lower case. */
  readonly header: string;
  /** Scheme, host name and port, as `URL.origin` gives it. */
  readonly origin: string;
}
