import type { LocatedText } from '../../core/located-text.ts';
import type { ShellCommand, ShellWord } from './command.ts';

/** What variables are set to, as far as a text says. */
export type Variables = Map<string, LocatedText>;

/** Longer values are no credentials; without a limit a text that doubles a variable line by line would grow for ever. */
const MAX_LENGTH = 2048;
const MAX_USES = 32;

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]{0,127})=/;
const POWERSHELL_ASSIGNMENT = /^\$(?:env:|global:|script:)?([A-Za-z_][A-Za-z0-9_]{0,127})$/i;
const SETTERS = new Set(['export', 'declare', 'typeset', 'readonly', 'local', 'set', 'setx']);

/** How many words at the start of a command only set variables. */
export function countAssignments(words: readonly ShellWord[]): number {
  const first = words.findIndex(({ text }) => !ASSIGNMENT.test(text.reveal()));
  return first === -1 ? words.length : first;
}

/** The name and the value of a word `NAME=value`. */
export function assignmentOf(
  word: Pick<ShellWord, 'text'>,
): { readonly name: LocatedText; readonly value: LocatedText } | undefined {
  const name = ASSIGNMENT.exec(word.text.reveal())?.[1];
  if (name === undefined) return undefined;
  return { name: word.text.slice(0, name.length), value: word.text.slice(name.length + 1) };
}

/** Keeps what a command sets for those behind it. What stands before a program is for that alone. */
export function remember(variables: Variables, { words }: ShellCommand): void {
  const first = words[0]?.text.reveal() ?? '';
  const powershell = POWERSHELL_ASSIGNMENT.exec(first)?.[1];
  if (powershell !== undefined && words[1]?.text.reveal() === '=' && words[2])
    keep(variables, powershell, words[2]);
  const setter = SETTERS.has(first.toLowerCase());
  if (!setter && countAssignments(words) < words.length) return;
  const operands = words.slice(setter ? 1 : 0).filter(({ text }) => !text.reveal().startsWith('-'));
  for (const operand of operands) {
    const assignment = assignmentOf(operand);
    if (assignment) keep(variables, assignment.name.reveal(), operand, assignment.name.length + 1);
  }
  // `setx NAME value`, `set -gx NAME value`
  const [name, value] = operands;
  if (setter && name && value && /^(?:set|setx)$/i.test(first) && /^[A-Za-z_]\w*$/.test(name.text.reveal()))
    keep(variables, name.text.reveal(), value);
}

function keep(variables: Variables, name: string, word: ShellWord, from = 0): void {
  const value = substitute(word, variables).slice(from);
  if (value.length > 0 && value.length <= MAX_LENGTH) variables.set(name, value);
  else variables.delete(name);
}

/** The text of a word with the values of the variables that the same text sets. Others stay as they are written. */
export function substitute({ text, uses }: ShellWord, variables: Variables): LocatedText {
  const known = uses.filter(({ name }) => variables.has(name));
  const added = known.reduce((sum, { name }) => sum + variables.get(name)!.length, 0);
  if (known.length === 0 || known.length > MAX_USES || added > MAX_LENGTH) return text;
  const pieces: LocatedText[] = [];
  let at = 0;
  for (const { name, start, end } of known) {
    pieces.push(text.slice(at, start), variables.get(name)!);
    at = end;
  }
  pieces.push(text.slice(at));
  const [first, ...others] = pieces.filter(({ length }) => length > 0);
  return first ? first.followedBy(others) : text;
}
