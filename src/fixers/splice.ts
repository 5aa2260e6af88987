import { isUtf8 } from 'node:buffer';
import type { Document } from '../core/document.ts';
import type { Edit } from '../core/edit.ts';
import { BytePlaces } from '../parsers/byte-places.ts';
import { encodingOf, type TextEncoding } from '../parsers/decode.ts';

/** What is to be replaced is not text, so that nothing could ever put it back. */
export class UnreadableStretch extends Error {
  constructor() {
    super('a stretch that would be replaced is not valid text');
    this.name = 'UnreadableStretch';
  }
}

/**
 * The file with a document's edits made; all other bytes stay as they are, whether they are text or not. `edits` are in
 * order and do not overlap. Throws UnreadableStretch.
 */
export function splice(bytes: Buffer, document: Pick<Document, 'locate'>, edits: readonly Edit[]): Buffer {
  const encoding = encodingOf(bytes);
  const byteAt = byteFinder(bytes, encoding);
  const pieces: Buffer[] = [];
  let done = 0;
  for (const edit of edits) {
    // Of a large file the document has only some parts.
    const from = document.locate(edit.range.start).offset;
    const to = document.locate(edit.range.end).offset;
    const [start, end] = [byteAt(from), byteAt(to)];
    if (encoding.name === 'utf8' && !isUtf8(bytes.subarray(start, end))) throw new UnreadableStretch();
    pieces.push(bytes.subarray(done, start), encode(edit.text, encoding));
    done = end;
  }
  pieces.push(bytes.subarray(done));
  return Buffer.concat(pieces);
}

/** Finds bytes of UTF-16 offsets. */
function byteFinder(bytes: Buffer, { name, start }: TextEncoding): (offset: number) => number {
  if (name !== 'utf8') return (offset) => Math.min(start + 2 * offset, bytes.length);
  const places = new BytePlaces(bytes, start);
  return (offset) => places.byteAt(offset);
}

function encode(text: string, { name }: TextEncoding): Buffer {
  if (name === 'utf8') return Buffer.from(text);
  const encoded = Buffer.from(text, 'utf16le');
  return name === 'utf16le' ? encoded : encoded.swap16();
}
