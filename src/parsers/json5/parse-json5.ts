import type { ParseText } from '../dialects.ts';
import { parseJsonc } from '../jsonc.ts';
import { toPlainJson } from './plain-json.ts';

/** Parses JSON5: it is written as JSON first, and each character keeps its place. */
export const parseJson5: ParseText = (text) => parseJsonc(toPlainJson(text));
