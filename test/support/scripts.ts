import type { LocatedText } from '../../src/core/located-text.ts';
import type { Value } from '../../src/core/value.ts';
import { withGeneric } from '../../src/hosts/reading.ts';
import { lintDocument, NOWHERE } from '../../src/lint-document.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import type { ParsedText } from '../../src/parsers/dialects.ts';
import { parseScript } from '../../src/parsers/script/parse-script.ts';

/** A literal credential of a script: who has it, and how its range is written. */
export interface FoundLiteral {
  readonly server: string | undefined;
  readonly kind: string;
  readonly name: string;
  readonly value: LocatedText;
  readonly written: string;
}

export function parseSource(source: string, path = 'script.ts'): ParsedText {
  return parseScript(documentOfText(source, { path, absolute: `/${path}` }).text, path);
}

/** What a script is read as: its servers by name, and its literal credentials in its order. */
export function readSource(source: string, path = 'script.ts') {
  const document = documentOfText(source, { path, absolute: `/${path}` });
  const { root, parts, fault } = parseScript(document.text, path);
  if (!root || !parts) throw new Error(`not read: ${fault?.message}`);
  const linted = lintDocument({ document, root, parts }, withGeneric([]), [], NOWHERE);
  const slots = [...linted.servers.flatMap((server) => server.slots), ...linted.slots];
  const literals = slots
    .filter(({ verdict }) => verdict.kind === 'literal')
    .map(({ slot, server }): FoundLiteral => {
      const { kind, name, value } = slot;
      const written = source.slice(value.range.start, value.range.end);
      return { server: server?.name, kind, name, value, written };
    })
    .sort((a, b) => a.value.range.start - b.value.range.start);
  return { root, parts, fault, linted, servers: linted.servers.map(({ server }) => server), literals };
}

/** What `JSON.parse` would give of a value. */
export function plainValue(value: Value): unknown {
  if (value.kind === 'sequence') return value.items.map(plainValue);
  if (value.kind === 'scalar') return value.text.reveal();
  return Object.fromEntries(
    value.entries.map(({ key, value: member }) => [key.reveal(), plainValue(member)]),
  );
}
