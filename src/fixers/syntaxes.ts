import type { Dialect } from '../core/dialect.ts';
import { jsonSyntax } from './json-syntax.ts';
import type { SyntaxOf } from './syntax.ts';

/** How each dialect is written; one that is absent is read only. */
export const SYNTAXES: Readonly<Partial<Record<Dialect, SyntaxOf>>> = {
  json: jsonSyntax,
};
