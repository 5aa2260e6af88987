import type { ParseText } from '../dialects.ts';

/** Reads nothing yet. */
export const parseToml: ParseText = (text) => ({
  fault: { code: 'unreadable', message: 'toml is not read yet', offset: text.offsetAt(0) },
});
