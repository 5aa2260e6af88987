import type { Path } from './model.ts';
import type { Value } from './value.ts';

/**
 * What a config is inside its file: all of it, the mapping in front of a Markdown text, a block of such a text, a value of
 * a script, a command that has a host write a config (`claude mcp add …`) or a link that does.
 */
export type PartForm = 'whole' | 'frontmatter' | 'snippet' | 'script' | 'command';

/** A config in a document. Most documents are one. */
export interface Part {
  readonly form: PartForm;
  /** A value of the document's tree. */
  readonly value: Value;
  /** The way to it from the root. */
  readonly path: Path;
}
