import { type Dialect, dialectOf } from '../core/dialect.ts';
import type { Host } from '../core/host.ts';
import { hostsForPath } from '../hosts/recognise.ts';
import type { LintedDocument } from '../lint-document.ts';
import { hostAdvice } from '../servers/host-advice.ts';
import type { InlineCredential } from './inline-credential.ts';
import { SYNTAXES } from './syntaxes.ts';

/** What is shown or run rather than read by a host, by the id of what reads such parts. */
const BY_READER: Readonly<Record<string, string>> = {
  snippet:
    'it is in a text for readers: revoke it, and write a placeholder such as "<your-api-key>" in its place',
  command:
    'it is in a command line: write a variable of the shell ("$NAME") in its place, and have it set from a keychain when the command is run',
  'github-workflow':
    'it is in a workflow, which runs on other machines: keep it with "gh secret set NAME" and write "${{ secrets.NAME }}" in its place',
};

/** GitHub puts it into the environment of the step. */
const COMMAND_IN_WORKFLOW =
  'it is in a workflow, which runs on other machines: keep it with "gh secret set NAME", give the step "env" with NAME: "${{ secrets.NAME }}", and write "$NAME" in the command';

const KINDS: Readonly<Partial<Record<Dialect, string>>> = {
  markdown: 'Markdown is not rewritten',
  shell: 'files of commands and variables are not rewritten',
};

/** Why a credential is not rewritten in a document where a host reads it, a clause; nothing where it can be. */
export function whyReadOnly(
  { document }: LintedDocument,
  host: Host,
  { slot }: InlineCredential,
): string | undefined {
  const dialect = dialectOf(document.path);
  if (host.id === 'command' && hostsForPath(document.absolute).some(({ id }) => id === 'github-workflow'))
    return COMMAND_IN_WORKFLOW;
  const byReader = BY_READER[host.id];
  if (byReader !== undefined) return byReader;
  if (SYNTAXES[dialect]) return undefined;
  const advice = hostAdvice(host, slot).replace(/\.$/, '');
  return `${KINDS[dialect] ?? 'such files are not rewritten'}: ${advice[0]?.toLowerCase()}${advice.slice(1)}`;
}
