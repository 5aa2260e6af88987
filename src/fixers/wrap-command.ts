import { literalCredential } from '../core/literal-credential.ts';
import { contains } from '../core/range.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { ConfigEditor } from './config-editor.ts';
import { commandForm, type Launching, launchingOf } from './server-places.ts';

/** Puts words in front of a server's command line. False when the entry's form is not one that can be rewritten. */
export function wrapCommand(editor: ConfigEditor, facts: ServerFacts, words: readonly string[]): boolean {
  const launching = launchingOf(facts.server);
  const form = launching && commandForm(facts.server, launching);
  const [first, ...rest] = words;
  if (!form || first === undefined) return false;
  if (form.kind === 'list') {
    editor.addItems(form.list, 0, words);
    return true;
  }
  if (form.kind === 'line' && /[/\\]/.test(first)) return spreadLine(editor, facts, launching, words);
  if (form.kind === 'line') {
    const quoted = words.map(quote);
    if (quoted.includes(undefined)) return false;
    editor.replaceText(form.line, `${quoted.join(' ')} `, form.line.text.slice(0, 0));
    return true;
  }
  // The old program becomes an argument, and new text holds no secret.
  if (facts.slots.some((slot) => isLiteralIn(slot, form.program.range))) return false;
  const args = [...rest, form.program.text.reveal()];
  editor.replaceText(form.program, first);
  if (form.args) editor.addItems(form.args, 0, args);
  else editor.addMember(launching.mapping, 'args', args, launching.program);
  return true;
}

/**
 * A line that begins with a path can be read as the path of one program with spaces in it, so it becomes a program and its
 * arguments.
 */
function spreadLine(
  editor: ConfigEditor,
  facts: ServerFacts,
  { mapping, program, args }: Launching,
  [first, ...rest]: readonly string[],
): boolean {
  const { value } = program;
  if (value.kind !== 'scalar' || first === undefined) return false;
  const words = facts.server.words.filter(({ text }) => contains(value.range, text.range));
  // What only a shell reads, and new text holds no secret.
  const isCertain = words.every(({ text }) => !/^~|["'\\$`]/.test(text.reveal()));
  if (!isCertain || facts.slots.some((slot) => isLiteralIn(slot, value.range))) return false;
  const before = [...rest, ...words.map(({ text }) => text.reveal())];
  editor.replaceText(value, first);
  if (args?.value.kind === 'sequence') editor.addItems(args.value, 0, before);
  else editor.addMember(mapping, 'args', before, program);
  return true;
}

function isLiteralIn(slot: ServerFacts['slots'][number], range: { start: number; end: number }): boolean {
  const literal = literalCredential(slot);
  return literal !== undefined && contains(range, literal.secret.range);
}

/** A word of a line that a host splits; nothing for one that hosts read in different ways. */
function quote(word: string): string | undefined {
  if (/^[\w@%+=:,./~-]+$/.test(word)) return word;
  return /["'\\$`]/.test(word) ? undefined : `"${word}"`;
}
