import type { Change } from '../init/change.ts';
import type { FixLook } from '../reporters/fix-look.ts';
import { printable } from '../reporters/printable.ts';

/** What a set-up writes: new files whole, and of others only the lines that are added, since their text is not ours to show. */
export function changesText(changes: readonly Change[], look: FixLook): string {
  return changes.map((change) => changeText(change, look)).join('\n');
}

function changeText({ path, before, after, purpose }: Change, look: FixLook): string {
  const { where, added } = before === undefined ? newLines(after) : findAdded(before, after);
  const lines = added.map((text) => look.added(`  + ${printable(text)}`));
  return `${look.strong(printable(path))} (${where}): ${purpose}\n\n${lines.join('\n')}\n`;
}

interface Added {
  readonly where: string;
  readonly added: readonly string[];
}

function newLines(text: string): Added {
  return { where: 'new', added: linesOf(text) };
}

/** What only the new text has, which is all in one place: whole lines, or a part of one. */
function findAdded(before: string, after: string): Added {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const line = countEqual(old, fresh);
  const rest = countEqual(old.slice(line).reverse(), fresh.slice(line).reverse());
  if (line + rest === old.length)
    return { where: `behind line ${line}`, added: fresh.slice(line, fresh.length - rest) };
  return { where: `in line ${line + 1}`, added: linesOf(findAddedText(before, after)).filter(isText) };
}

const isText = (line: string) => line.trim() !== '';

/** Where it could have been put in at several places, at the first: `"a": 1, ` rather than `a": 1, "`. */
function findAddedText(before: string, after: string): string {
  const start = countEqual(before, after);
  const reversed = (text: string) => text.slice(start).split('').reverse();
  const stop = after.length - countEqual(reversed(before), reversed(after));
  let shift = 0;
  if (stop - start === after.length - before.length)
    while (shift < start && after[start - 1 - shift] === after[stop - 1 - shift]) shift++;
  return after.slice(start - shift, stop - shift);
}

/** How many come first in both. */
function countEqual(a: ArrayLike<string>, b: ArrayLike<string>): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
