import type { ParseText } from '../dialects.ts';

/** Reads nothing yet. */
export const parseShell: ParseText = (text) => ({
  fault: { code: 'unreadable', message: 'shell is not read yet', offset: text.offsetAt(0) },
});
