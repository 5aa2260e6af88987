import { type Dialect, dialectOf } from '../core/dialect.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Part } from '../core/part.ts';
import type { Value } from '../core/value.ts';

export interface SyntaxFault {
  readonly code: 'syntax' | 'too-deep' | 'unreadable';
  /** Our own words, a clause without a full stop: messages of parsers quote the text. */
  readonly message: string;
  /** Place in the document. */
  readonly offset: number;
}

/** What a text gives. */
export interface ParsedText {
  /** What could be read; absent when nothing could. */
  readonly root?: Value;
  /** The configs in it; absent when it is one as a whole. */
  readonly parts?: readonly Part[];
  /** First place where the text is not of its dialect. */
  readonly fault?: SyntaxFault;
}

/**
 * Reads the text of a document. Never throws on any text, and takes time linear in it. Parsers other than that of JSON are
 * bundles of their own: they make texts with the methods of the one that they are given, never with a constructor.
 */
export type ParseText = (text: LocatedText, path: string) => ParsedText;

const LOAD: Readonly<Record<Exclude<Dialect, 'json'>, () => Promise<ParseText>>> = {
  json5: async () => (await import('./json5/parse-json5.ts')).parseJson5,
  toml: async () => (await import('./toml/parse-toml.ts')).parseToml,
  yaml: async () => (await import('./yaml/parse-yaml.ts')).parseYaml,
  markdown: async () => (await import('./markdown/parse-markdown.ts')).parseMarkdown,
  script: async () => (await import('./script/parse-script.ts')).parseScript,
  shell: async () => (await import('./shell/parse-shell.ts')).parseShell,
};

const loaded = new Map<Dialect, ParseText>();

/** Loads what `parse` needs for a file of this name. */
export async function loadDialect(path: string): Promise<void> {
  const dialect = dialectOf(path);
  if (dialect !== 'json' && !loaded.has(dialect)) loaded.set(dialect, await LOAD[dialect]());
}

/** The parser of a dialect that was loaded. */
export function parserOf(dialect: Exclude<Dialect, 'json'>): ParseText {
  const parser = loaded.get(dialect);
  if (!parser) throw new Error(`the parser of ${dialect} was not loaded`);
  return parser;
}
