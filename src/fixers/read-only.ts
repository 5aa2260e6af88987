import { type Dialect, dialectOf } from '../core/dialect.ts';
import type { Host } from '../core/host.ts';
import type { LintedDocument } from '../lint-document.ts';
import { SYNTAXES } from './syntaxes.ts';

/** What is shown or run rather than read by a host, by the id of what reads such parts. */
const BY_READER: Readonly<Record<string, string>> = {
  snippet:
    'it is in a text for readers: revoke it, and write a placeholder such as "<your-api-key>" in its place',
  command:
    'it is in a command line: write a variable of the shell ("$NAME") in its place, and have it set from a keychain when the command is run',
};

const BY_DIALECT: Readonly<Partial<Record<Dialect, string>>> = {
  markdown: 'Markdown is not rewritten: "mcp-lint" tells what to write in its place',
  shell: BY_READER['command']!,
};

/** Why what a host reads in a document is not rewritten, a clause; nothing where it can be. */
export function whyReadOnly({ document }: LintedDocument, { id }: Host): string | undefined {
  const dialect = dialectOf(document.path);
  const byReader = BY_READER[id];
  if (byReader !== undefined) return byReader;
  return SYNTAXES[dialect] ? undefined : (BY_DIALECT[dialect] ?? 'files of this kind are only read');
}
