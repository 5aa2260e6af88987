import type { LocatedText } from './located-text.ts';
import type { Range } from './range.ts';
import type { Mapping } from './value.ts';

/** What carries a value to a server. */
export type SlotKind =
  | 'env' // a variable of the server's environment, or of a block that every server inherits
  | 'header' // an HTTP header, its scheme word taken off
  | 'argument' // a positional argument
  | 'flag' // `--flag value` or `--flag=value`
  | 'assignment' // `KEY=value` on a command line: docker -e, env, set, export
  | 'url-userinfo'
  | 'url-query'
  | 'url-path'
  | 'connection-string' // one pair of `Server=…;Password=…` or of a DSN
  | 'embedded-json' // a member of a JSON text inside a string
  | 'reference-default' // the literal in `${VAR:-literal}`
  | 'input-default' // what a prompt is filled with before the user types
  | 'oauth' // OAuth client secrets and stored tokens
  | 'property'; // any other string of a file that is there for MCP servers only

/** Step by step from the root of the document to a value; `#…` steps go on inside a string. */
export type Path = readonly (string | number)[];

/** The part of an entry that a slot is in, however deep inside its text: it decides what users can do. */
export type SlotField = 'env' | 'headers' | 'args' | 'url' | 'other';

/** A place where a credential may sit. Names are raw text: print them through `label`. */
export interface Slot {
  readonly kind: SlotKind;
  readonly field: SlotField;
  /** Name of the variable, header, flag, query parameter or member; '' for a positional argument. */
  readonly name: string;
  readonly value: LocatedText;
  readonly path: Path;
  /** Host name that the value is sent to or names, where the config shows one. */
  readonly destination?: string;
  /** The config itself says that this is a secret: `password: true`, `sensitive: true`, `isSecret: true`. */
  readonly declaredSecret?: boolean;
  /** The value is part of the address of an MCP server, where long random path segments are keys. */
  readonly endpoint?: boolean;
  /** Its place in the address of a service holds nothing but keys, short ones, some of which read like words. */
  readonly keyPlace?: boolean;
  /** The text is the name of a variable that has the value. */
  readonly namesVariable?: boolean;
}

/** A word of a command line, and where it stands. */
export interface Word {
  readonly text: LocatedText;
  readonly path: Path;
}

export type Transport = 'stdio' | 'http' | 'sse' | 'ws' | 'unknown';

/** One configured MCP server. Names, command and URL are raw text: print them through `label`. */
export interface Server {
  readonly name: string;
  /** Where it is declared when that is not the whole file, as the project folder in `~/.claude.json`. */
  readonly scope?: string;
  readonly transport: Transport;
  readonly command?: LocatedText;
  /** Program and arguments, one word each; empty for a server that is called. */
  readonly words: readonly Word[];
  readonly url?: LocatedText;
  readonly path: Path;
  readonly range: Range;
  /** The entry as it stands in the document, for members that are no slots. */
  readonly entry: Mapping;
  readonly slots: readonly Slot[];
}

/** A value that a host asks its user for. Its id is raw text: print it through `label`. */
export interface Prompt {
  readonly id: string;
  /** The host hides what is typed and keeps it as a secret. */
  readonly hidden: boolean;
  /** The user types any text; not a choice from a list, a file or the output of a command. */
  readonly typed: boolean;
  readonly range: Range;
  readonly path: Path;
}

/** A variable of a block that every server inherits. Its name is raw text: print it through `label`. */
export interface SharedVariable {
  readonly name: string;
  readonly value: LocatedText;
  readonly path: Path;
}

/** The same key twice in one mapping: readers take the last, people see the first. */
export interface DuplicateKey {
  readonly key: string;
  readonly range: Range;
  readonly path: Path;
  /** The occurrence that wins. */
  readonly effective: Range;
}

/** What a document says about MCP servers. */
export interface Configuration {
  readonly servers: readonly Server[];
  /** Slots outside any server: shared `env` blocks, prompts, marketplace headers. */
  readonly slots: readonly Slot[];
  readonly duplicates: readonly DuplicateKey[];
  readonly prompts: readonly Prompt[];
}
