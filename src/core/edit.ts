import type { Range } from './range.ts';

/**
 * Puts `text` in the place of a stretch of a document's text. The new text holds no secret: what leaves a file is in a
 * vault before.
 */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}
