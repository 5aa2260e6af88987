/** What a value of a config may be. The checks of config files and the published JSON Schema are both made from it. */
export type Shape = TextShape | ListShape | MembersShape | ByNameShape;

interface Described {
  /** One sentence for editors. */
  readonly describe: string;
}

export interface TextShape extends Described {
  readonly kind: 'text';
  readonly choices?: readonly string[];
  /** Source of a regular expression, `u` set, that the text has to fit. */
  readonly pattern?: string;
  /** What a text that fits is, for messages: "a name in kebab case". */
  readonly is?: string;
  /** Words that it may begin with, up to a colon: what to suggest for one that does not fit. */
  readonly words?: readonly string[];
  /** Most characters; default: 200. */
  readonly most?: number;
}

export interface ListShape extends Described {
  readonly kind: 'list';
  readonly of: Shape;
  readonly least?: number;
  readonly most: number;
  /** One that stands alone counts as a list of one. */
  readonly orOne?: true;
}

export interface MembersShape extends Described {
  readonly kind: 'members';
  readonly members: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** At least one of these has to be there. */
  readonly someOf?: readonly string[];
}

/** Members that all are of one shape, under names from a list. */
export interface ByNameShape extends Described {
  readonly kind: 'by-name';
  /** What a name is of: "rule". */
  readonly noun: string;
  readonly names: readonly string[];
  readonly of: Shape;
}

/** Most characters of a text without a limit of its own. */
export const LONGEST_TEXT = 200;
