import type { Edit } from '../core/edit.ts';

/** Two changes of one plan touch the same stretch of a file. */
export class OverlappingEdits extends Error {
  constructor() {
    super('two changes touch the same stretch of a file');
    this.name = 'OverlappingEdits';
  }
}

/**
 * Edits in the order of the document; those that touch are one. At the same place insertions come before what is
 * replaced, each in the order given. Throws OverlappingEdits.
 */
export function mergeEdits(edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits
    .filter(({ range, text }) => range.end > range.start || text !== '')
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const merged: Edit[] = [];
  for (const edit of sorted) {
    const last = merged.at(-1);
    if (!last || edit.range.start > last.range.end) {
      merged.push(edit);
    } else if (edit.range.start < last.range.end) {
      throw new OverlappingEdits();
    } else {
      merged[merged.length - 1] = {
        range: { start: last.range.start, end: edit.range.end },
        text: last.text + edit.text,
      };
    }
  }
  return merged;
}
