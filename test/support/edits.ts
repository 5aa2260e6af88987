import type { Document } from '../../src/core/document.ts';
import type { Edit } from '../../src/core/edit.ts';
import type { Host } from '../../src/core/host.ts';
import type { Mapping, Scalar, Sequence, Value } from '../../src/core/value.ts';
import { ConfigEditor } from '../../src/fixers/config-editor.ts';
import { type LintedDocument, lintDocument, NOWHERE } from '../../src/lint-document.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import type { ParsedText } from '../../src/parsers/dialects.ts';
import { parseJsonc } from '../../src/parsers/jsonc.ts';
import { PLAIN_HOST } from './slots.ts';

/** Reads a text as its dialect does. */
type Read = (text: string) => ParsedText & { readonly document: Document };

function readJson(text: string): ReturnType<Read> {
  const document = documentOfText(text, { path: 'mcp.json', absolute: '/mcp.json' });
  return { document, ...parseJsonc(document.text) };
}

/** A parsed text, JSON unless read otherwise, and an editor of it. */
export class EditedText {
  readonly text: string;
  readonly root: Value;
  readonly editor: ConfigEditor;

  constructor(text: string, read: Read = readJson) {
    const { document, root, fault } = read(text);
    if (!root || fault) throw new Error(`cannot be read: ${fault?.message} at ${fault?.offset}`);
    this.text = text;
    this.root = root;
    this.editor = new ConfigEditor(document, root);
  }

  /** The value that keys and places lead to. */
  at(...path: readonly (string | number)[]): Value {
    return path.reduce<Value>((value, step) => {
      const next =
        value.kind === 'mapping'
          ? value.entries.find(({ key, shadowed }) => !shadowed && key.reveal() === step)?.value
          : value.kind === 'sequence'
            ? value.items[step as number]
            : undefined;
      if (!next) throw new Error(`nothing at ${path.join('.')}`);
      return next;
    }, this.root);
  }

  mapping(...path: readonly (string | number)[]): Mapping {
    return this.at(...path) as Mapping;
  }

  sequence(...path: readonly (string | number)[]): Sequence {
    return this.at(...path) as Sequence;
  }

  scalar(...path: readonly (string | number)[]): Scalar {
    return this.at(...path) as Scalar;
  }

  /** The text with the changes made. */
  get result(): string {
    return applyEdits(this.text, this.editor.edits());
  }
}

/** The edits that take others back, offsets being those of files; `text` is that of the file before. */
export function inverseOf(
  text: string,
  edits: readonly Edit[],
  { locate }: Pick<Document, 'locate'> = { locate: (offset) => ({ offset, line: 1, column: 1 }) },
): Edit[] {
  let growth = 0;
  return edits.map((edit) => {
    const [from, to] = [locate(edit.range.start).offset, locate(edit.range.end).offset];
    const start = from + growth;
    growth += edit.text.length - (to - from);
    return { range: { start, end: start + edit.text.length }, text: text.slice(from, to) };
  });
}

/** A text with edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { range, text: added } of edits) {
    if (range.start < done) throw new Error('edits out of order');
    result += text.slice(done, range.start) + added;
    done = range.end;
  }
  return result + text.slice(done);
}

/** A config text as one host reads it. */
export function lintText(text: string, hosts: readonly Host[] = [PLAIN_HOST]): LintedDocument {
  const document = documentOfText(text, { path: 'mcp.json', absolute: '/mcp.json' });
  const { root } = parseJsonc(document.text);
  return lintDocument({ document, root: root! }, hosts, [], NOWHERE);
}
