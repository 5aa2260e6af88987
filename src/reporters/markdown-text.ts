import { printable } from './printable.ts';

/** A name as code, where nothing is a link, a mention or markup; fit for a cell of a table. */
export function code(text: string): string {
  const line = printable(text).trim();
  if (line === '') return '` `';
  // A backslash before a bar would end the cell, and a code span has no other way to write either.
  return /^[\w ./:,@+~-]+$/.test(line) ? `\`${line}\`` : `<code>${escapeText(line)}</code>`;
}

/** Text that is shown as it is: no markup, no HTML, no mention of a user or an issue, no link. */
export function escapeText(text: string): string {
  return printable(text).replace(/[&<>|`*_~[\]\\$^]|@|#(?=\d)|\bGH-(?=\d)|:\/\/|www\./gi, (found) =>
    /^(?:[@#]|GH-)/i.test(found)
      ? `${found}<!-- -->`
      : found.length > 1
        ? `${found.slice(0, -1)}${entity(found.at(-1)!)}`
        : entity(found),
  );
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
