import type { Dialect } from '../core/dialect.ts';
import { jsonSyntax } from './json-syntax.ts';
import { json5Syntax } from './json5-syntax.ts';
import { scriptSyntax } from './script-syntax.ts';
import type { SyntaxOf } from './syntax.ts';
import { tomlSyntax } from './toml-syntax.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** How each dialect is written; one that is absent is read only. */
export const SYNTAXES: Readonly<Partial<Record<Dialect, SyntaxOf>>> = {
  json: jsonSyntax,
  json5: json5Syntax,
  script: scriptSyntax,
  toml: tomlSyntax,
  yaml: yamlSyntax,
};
