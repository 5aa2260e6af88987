import type { Change } from '../init/change.ts';
import type { FixLook } from '../reporters/fix-look.ts';
import { printable } from '../reporters/printable.ts';

/** What a set-up writes: new files whole, and of others only the lines that are added, since their text is not ours to show. */
export function changesText(changes: readonly Change[], look: FixLook): string {
  return changes.map((change) => changeText(change, look)).join('\n');
}

function changeText({ path, before, after, purpose }: Change, look: FixLook): string {
  const { line, added } = addedLines(before ?? '', after);
  const where = before === undefined ? 'new' : `behind line ${line}`;
  const lines = added.map((text) => look.added(`  + ${printable(text)}`));
  return `${look.strong(printable(path))} (${where}): ${purpose}\n\n${lines.join('\n')}\n`;
}

/** The lines that only the new text has, all in one place, and the number of the line before them. */
function addedLines(before: string, after: string): { line: number; added: readonly string[] } {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  let line = 0;
  while (line < old.length && old[line] === fresh[line]) line++;
  return { line, added: fresh.slice(line, line + fresh.length - old.length) };
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
