import type { Field, Host } from '../core/host.ts';
import { LocatedText } from '../core/located-text.ts';
import type { Path } from '../core/model.ts';
import { parsePattern } from '../core/path-pattern.ts';
import { type Reference, readReferences } from './references.ts';

/** Words in the syntax of a reference that stand for what the user chooses; any other name is meant as it is. */
const CHOSEN = /^(?:NAME|KEY|VAR|X|id|name|path)$/;

/** Is a reference written in this syntax of a host table? */
export function isWrittenAs(reference: Reference, syntax: string): boolean {
  const [own] = readReferences(new LocatedText(syntax, 0));
  if (!own || !CHOSEN.test(own.name)) return reference.text.reveal() === syntax;
  return reference.syntax === own.syntax;
}

/** Does the host put a value there? */
export function isExpanded(reference: Reference, field: Field, host: Host): boolean {
  return host.interpolation.some(
    ({ syntax, fields }) => fields.includes(field) && isWrittenAs(reference, syntax),
  );
}

/** Tells of a field whether it is known what the host does with references in it, for the server at a path. */
export function knownExpansion(server: Path, host: Host): (field: Field) => boolean {
  const unknown = host.unknownExpansion;
  // A server under a key that this host does not read is some other host's.
  const isRead = (pattern: string) => leadsTo(pattern, server);
  const known =
    unknown !== 'all' && host.servers.some(isRead) && !unknown?.servers?.some(isRead) ? unknown : 'all';
  return (field) => known !== 'all' && !known?.fields?.includes(field);
}

/** The same for one field. */
export function isExpansionKnown(field: Field, server: Path, host: Host): boolean {
  return knownExpansion(server, host)(field);
}

/** Does a pattern lead to this server, or to the mapping or list that it is in? */
function leadsTo(pattern: string, path: Path): boolean {
  const steps = parsePattern(pattern);
  if (path.length !== steps.length && path.length !== steps.length + 1) return false;
  return steps.every((step, index) => {
    const actual = path[index];
    return step === '*' || (typeof actual === 'number' ? step === '[]' : step === actual);
  });
}

/** The form in which the host takes a variable of its user's environment in this field, for advice. */
export function formFor(field: Field, host: Host): string | undefined {
  return host.interpolation.find(
    ({ syntax, fields }) => fields.includes(field) && /NAME/.test(syntax) && !/default/.test(syntax),
  )?.syntax;
}
