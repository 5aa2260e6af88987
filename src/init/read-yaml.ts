import { type Document, parseDocument } from 'yaml';

/** A document with places; nothing for one that is broken, or nested so deeply that it cannot be read. */
export function readYaml(text: string): Document.Parsed | undefined {
  try {
    const document = parseDocument(text);
    return document.errors.length === 0 ? document : undefined;
  } catch {
    return undefined;
  }
}
