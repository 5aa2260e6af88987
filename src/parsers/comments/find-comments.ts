import { type Dialect, dialectOf } from '../../core/dialect.ts';
import type { Document } from '../../core/document.ts';
import type { Range } from '../../core/range.ts';
import type { CommentedText, FindComments } from './comment.ts';
import { findSlashComments, JSON5_SYNTAX, JSONC_SYNTAX } from './slash-comments.ts';
import { findTomlComments } from './toml-comments.ts';

const FIND: Readonly<Record<Dialect, () => FindComments | Promise<FindComments>>> = {
  json: () => (text) => [{ text, comments: findSlashComments(text.reveal(), JSONC_SYNTAX) }],
  json5: () => (text) => [{ text, comments: findSlashComments(text.reveal(), JSON5_SYNTAX) }],
  toml: () => (text) => [{ text, comments: findTomlComments(text.reveal()) }],
  // What takes more than a few signs to find is in the bundles of the parsers.
  yaml: async () => (await import('../yaml/parse-yaml.ts')).findYamlComments,
  markdown: async () => (await import('../markdown/parse-markdown.ts')).findMarkdownComments,
  script: async () => (await import('../script/parse-script.ts')).findScriptComments,
  shell: async () => (await import('../shell/parse-shell.ts')).findShellComments,
};

/**
 * The comments of a document that was read without a fault: of a broken one nobody knows what is a string. `configs` are the
 * places of the configs in it.
 */
export async function findComments(
  { text, path }: Pick<Document, 'text' | 'path'>,
  configs: readonly Range[],
): Promise<readonly CommentedText[]> {
  const find = await FIND[dialectOf(path)]();
  return find(text, path, ({ start, end }) =>
    configs.some((config) => start <= config.start && config.end <= end),
  );
}
