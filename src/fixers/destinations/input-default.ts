import { label } from '../../core/label.ts';
import type { Path } from '../../core/model.ts';
import { parsePattern } from '../../core/path-pattern.ts';
import type { Entry, Mapping, Value } from '../../core/value.ts';
import type { LintedDocument } from '../../lint-document.ts';
import { formatReference } from '../../vaults/reference.ts';
import type { Rewritten, Tools } from '../destination.ts';
import type { InlineCredential } from '../inline-credential.ts';

/** A prompt of the host, and its default. */
interface PromptDefault {
  readonly id: string;
  readonly prompt: Mapping;
  readonly member: Entry;
}

function promptOf({ holder, path }: InlineCredential, document: LintedDocument): PromptDefault | undefined {
  const { host, root, prompts } = document;
  const above = path.slice(0, -1);
  const found = prompts.find((one) => isSamePath(one.path, above));
  const isHosts = host.inputs?.some((pattern) =>
    parsePattern(pattern).every((step, index) => step === '*' || path[index] === step),
  );
  const prompt = valueAt(root, above);
  if (!found || !isHosts || prompt?.kind !== 'mapping') return undefined;
  const member = prompt.entries.find(({ key, value }) => value === holder && key.reveal() === 'default');
  return member && { id: found.id, prompt, member };
}

/** A credential that a prompt of the host is filled with before its user types. */
export function isPromptDefault(credential: InlineCredential, document: LintedDocument): boolean {
  return promptOf(credential, document) !== undefined;
}

/** Takes the default of a prompt away, so that its user types the value. */
export function forgetDefault(
  credential: InlineCredential,
  document: LintedDocument,
  tools: Tools,
): Rewritten {
  const found = promptOf(credential, document);
  if (!found) throw new Error('no default of a prompt');
  const { id, prompt, member } = found;
  const { host } = document;
  const { text } = credential.holder;
  tools.editor.removeMember(prompt, member);
  const owner = { facts: { host, server: { name: 'inputs', path: credential.path.slice(0, -1) } } };
  const account = tools.accountFor('keychain', owner, id, text);
  const reference = formatReference({ vault: 'keychain', account });
  return {
    items: [{ vault: 'keychain', account, text, uses: [], credential }],
    steps: [
      `When ${host.title} asks for ${label(id)}, "mcp-lint secret copy ${reference}" puts it into the clipboard.`,
    ],
    warnings: [],
  };
}

function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

function valueAt(root: Value, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const step of path) {
    if (value?.kind === 'mapping')
      value = value.entries.find(({ key, shadowed }) => !shadowed && key.reveal() === step)?.value;
    else value = value?.kind === 'sequence' && typeof step === 'number' ? value.items[step] : undefined;
  }
  return value;
}
