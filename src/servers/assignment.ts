import type { Assignment, Option } from '../core/launch.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path, Word } from '../core/model.ts';

const ASSIGNMENT = /^(?:\$[Ee][Nn][Vv]:)?([A-Za-z_][A-Za-z0-9_.-]{0,127})=/;

/** `NAME=value`, or `$env:NAME=value` of PowerShell. */
export function readAssignment(text: LocatedText, path: Path): Assignment | undefined {
  const match = ASSIGNMENT.exec(text.reveal());
  return match ? { name: match[1]!, value: text.slice(match[0].length), path } : undefined;
}

/** The assignments in front of a command, and how many words they are. */
export function readAssignments(words: readonly Word[], start = 0): Assignment[] {
  const assignments: Assignment[] = [];
  for (let index = start; index < words.length; index++) {
    const assignment = readAssignment(words[index]!.text, words[index]!.path);
    if (!assignment) break;
    assignments.push(assignment);
  }
  return assignments;
}

/** The variables that `-e NAME=value` sets. */
export function assignmentsOf(options: readonly Option[]): Assignment[] {
  return options.flatMap(({ name, value, path }) => {
    if ((name !== '-e' && name !== '--env') || !value) return [];
    return readAssignment(value, path) ?? { name: value.reveal(), path };
  });
}
