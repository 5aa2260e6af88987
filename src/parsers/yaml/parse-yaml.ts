import type { ParseText } from '../dialects.ts';

/** Reads nothing yet. */
export const parseYaml: ParseText = (text) => ({
  fault: { code: 'unreadable', message: 'yaml is not read yet', offset: text.offsetAt(0) },
});
