import type { LocatedText } from '../../core/located-text.ts';
import type { Part } from '../../core/part.ts';
import type { Value } from '../../core/value.ts';
import type { ParsedText, ParseText } from '../dialects.ts';
import { composeDocument } from './compose.ts';
import { partsOfYaml } from './embedded.ts';
import { Faults } from './faults.ts';
import { readTokens } from './read-tokens.ts';
import { emptyScalar } from './scalars.ts';
import { withoutTemplateTags } from './templates.ts';

export { findYamlComments } from './comments.ts';

/** Reads a YAML file: the configs that it is, and those that other texts in it are. */
export const parseYaml: ParseText = (text, path) => {
  const parsed = parseYamlText(text);
  const { root } = parsed;
  if (!root) return parsed;
  const documents: readonly Part[] = parsed.parts ?? [{ form: 'whole', value: root, path: [] }];
  const embedded = documents.map(({ value }) => partsOfYaml(value, text, path));
  if (embedded.every((parts) => parts === undefined)) return parsed;
  const parts = documents.flatMap((document, index) =>
    (embedded[index] ?? [{ ...document, path: [] }]).map((part) => ({
      ...part,
      path: [...document.path, ...part.path],
    })),
  );
  return { ...parsed, parts };
};

/**
 * Reads YAML, that of a file or of a part of one. Broken text still gives the values that could be read, beside the fault.
 * Of several documents most hosts read the first or none, but all of them are in the file: the root is a list of them then,
 * and each is a part.
 */
export function parseYamlText(text: LocatedText): ParsedText {
  const source = text.reveal();
  const faults = new Faults(text);
  const documents = readDocuments(source, text, faults);
  const template = faults.first?.code === 'syntax' ? withoutTemplateTags(source) : undefined;
  if (!template) return parsedText(text, documents, faults);
  const others = new Faults(text);
  const read = readDocuments(template.text, text, others);
  others.add(template.first, 'syntax', 'a tag of a template, which has to be filled in first');
  return parsedText(text, read, others);
}

function readDocuments(source: string, text: LocatedText, faults: Faults): Value[] {
  const documents: Value[] = [];
  let directive: number | undefined;
  for (const token of readTokens(source, faults)) {
    if (token.type === 'directive') directive ??= token.offset;
    else if (token.type === 'error') faults.syntax(token.offset, 'text');
    else if (token.type === 'document') {
      const value = composeDocument(token, text, faults);
      if (value) documents.push(value);
      if (directive !== undefined && !token.start.some(({ type }) => type === 'doc-start'))
        faults.syntax(directive, 'directive');
      directive = undefined;
    }
  }
  if (directive !== undefined) faults.syntax(directive, 'directive');
  return documents;
}

function parsedText(text: LocatedText, documents: readonly Value[], { first }: Faults): ParsedText {
  const fault = first && { fault: first };
  const [only = emptyScalar(text, 0), ...others] = documents;
  if (others.length === 0) return { root: only, ...fault };
  const range = { start: only.range.start, end: others.at(-1)!.range.end };
  const root: Value = { kind: 'sequence', range, items: documents };
  const parts = documents.map((value, index): Part => ({ form: 'whole', value, path: [index] }));
  return { root, parts, ...fault };
}
