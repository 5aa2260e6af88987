export const HUSKY_HOOK = '.husky/pre-commit';

/** A hook of husky that lints what is staged. */
export function newHuskyHook(command: string): string {
  return `${command}\n`;
}

/** What husky before 9 has at the beginning: `#!/bin/sh`, `. "$(dirname -- "$0")/_/husky.sh"`. */
const HEAD = /^\s*(?:#|\.\s|source\s|$)/;

/** The text with our command in front of the first one: a hook ends with the first that fails, or with `exec`. */
export function addToHuskyHook(text: string, command: string): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(lineEnd);
  const first = lines.findIndex((line) => !HEAD.test(line));
  if (first >= 0) return lines.toSpliced(first, 0, command).join(lineEnd);
  return `${text}${text === '' || text.endsWith(lineEnd) ? '' : lineEnd}${command}${lineEnd}`;
}
