import type { TSESTree } from '@typescript-eslint/typescript-estree';
// The part that converts trees, without the one that looks for projects: that reads files.
import {
  astConverter,
  getScriptKind,
  type ParseSettings,
} from '@typescript-eslint/typescript-estree/use-at-your-own-risk';
import { createSourceFile, JSDocParsingMode, ScriptTarget, type SourceFile } from 'typescript';
import type { SyntaxFault } from '../dialects.ts';
import { findTooDeep } from './bracket-depth.ts';

/** Longer scripts are bundles; their trees would need gigabytes. */
export const LONGEST_SCRIPT = 4 << 20;

export interface ReadTree {
  readonly program?: TSESTree.Program;
  readonly fault?: SyntaxFault;
}

/** What the converter reads of its settings. */
const SETTINGS = {
  allowInvalidAST: true,
  errorOnUnknownASTType: false,
  suppressDeprecatedPropertyWarnings: true,
  range: true,
  // Made in any case; taking it away takes as long as to convert.
  loc: true,
  tokens: false,
  comment: false,
} as unknown as ParseSettings;

/**
 * The syntax tree of a script; of a broken one what TypeScript made of it, beside the fault. Never throws. `path` tells by
 * its end whether there is JSX, and is not opened. Offsets are those of `source`.
 */
export function readTree(source: string, path: string): ReadTree {
  if (source.length > LONGEST_SCRIPT) {
    const message = `more than ${LONGEST_SCRIPT} characters of code`;
    return { fault: { code: 'unreadable', message, offset: 0 } };
  }
  const tooDeep = findTooDeep(source);
  if (tooDeep !== undefined) return { fault: nestedTooDeep(tooDeep) };
  let fault: SyntaxFault | undefined;
  try {
    const file = parseFile(source, path);
    fault = faultOf(file, source);
    // Else the converter refuses what TypeScript could make of the text.
    Object.assign(file, { parseDiagnostics: [] });
    const program = astConverter(file, SETTINGS, false).estree;
    return { program, ...(fault && { fault }) };
  } catch (error) {
    // Both recurse: operators and `else if` nest without brackets.
    if (error instanceof RangeError) return { fault: nestedTooDeep(0) };
    return {
      fault: fault ?? {
        code: 'syntax',
        message: 'not valid TypeScript or JavaScript',
        offset: placeOf(error),
      },
    };
  }
}

function parseFile(source: string, path: string): SourceFile {
  const extension = /\.[cm]?[jt]sx?(?=\.|$)/i.exec(path.replace(/^.*[\\/]/, ''))?.[0].toLowerCase() ?? '.ts';
  const options = { languageVersion: ScriptTarget.Latest, jsDocParsingMode: JSDocParsingMode.ParseNone };
  return createSourceFile(
    `script${extension}`,
    source,
    options,
    true,
    getScriptKind(`script${extension}`, false),
  );
}

function nestedTooDeep(offset: number): SyntaxFault {
  return { code: 'too-deep', message: 'nested too deeply', offset };
}

// Codes of diagnosticMessages.json of TypeScript 6.0.
const MESSAGES: Readonly<Record<number, string>> = {
  1002: 'a string is not closed',
  1005: 'a bracket or another sign is missing',
  1010: 'a comment is not closed',
  1109: 'an expression is missing',
  1127: 'invalid character',
  1128: 'a declaration or statement is missing',
  1160: 'a template is not closed',
  1161: 'a regular expression is not closed',
  1185: 'merge conflict marker',
  17008: 'a JSX element is not closed',
};

/** The first of what TypeScript says against a text, in our own words: its messages quote the text. */
function faultOf(file: SourceFile, source: string): SyntaxFault | undefined {
  const { parseDiagnostics } = file as unknown as {
    parseDiagnostics: readonly { readonly code: number; readonly start: number }[];
  };
  const first = parseDiagnostics[0];
  if (!first) return undefined;
  const atEnd = source.slice(first.start).trim() === '';
  const message = atEnd
    ? 'the file ends too early'
    : (MESSAGES[first.code] ?? 'not valid TypeScript or JavaScript');
  return { code: 'syntax', message, offset: first.start };
}

/** Errors of the converter know where. */
function placeOf(error: unknown): number {
  const { location } = error as { location?: { start?: { offset?: unknown } } };
  const offset = location?.start?.offset;
  return typeof offset === 'number' ? offset : 0;
}
