import type { ParseText } from '../dialects.ts';

/** Reads nothing yet. */
export const parseScript: ParseText = (text) => ({
  fault: { code: 'unreadable', message: 'script is not read yet', offset: text.offsetAt(0) },
});
