import type { ParseText } from '../dialects.ts';

/** Reads nothing yet. */
export const parseMarkdown: ParseText = (text) => ({
  fault: { code: 'unreadable', message: 'markdown is not read yet', offset: text.offsetAt(0) },
});
