import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { ConfigEditor } from '../../src/fixers/config-editor.ts';
import { splice, UnreadableStretch } from '../../src/fixers/splice.ts';
import { decodeBytes, documentOfText } from '../../src/parsers/decode.ts';
import { LARGE, parse } from '../../src/parsers/parse.ts';
import { applyEdits, inverseOf } from '../support/edits.ts';

/** A document of all of a file. */
function documentOf(bytes: Buffer): Document {
  return documentOfText(decodeBytes(bytes), { path: 'x.json', absolute: '/x.json' });
}

const big = (text: string) => Buffer.from(text, 'utf16le').swap16();

const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16 little-endian': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 big-endian': (text) => big(`\ufeff${text}`),
  'UTF-16 little-endian without a mark': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 big-endian without a mark': (text) => big(text),
};

describe.each(Object.entries(ENCODINGS))('%s', (_, encode) => {
  test('edits are made where they belong', () => {
    const piece = fc.string({ unit: 'grapheme', maxLength: 12 });
    const program = fc.array(fc.record({ keep: piece, cut: piece, text: piece }), { maxLength: 5 });
    fc.assert(
      fc.property(program, piece, (steps, rest) => {
        // Two ASCII characters, by which UTF-16 is told.
        let text = '{ ';
        const edits = steps.map(({ keep, cut, text: added }) => {
          const start = text.length + keep.length;
          text += keep + cut;
          return { range: { start, end: start + cut.length }, text: added };
        });
        text += rest;
        const bytes = encode(text);
        const after = splice(bytes, documentOf(bytes), edits);
        expect(after.equals(encode(applyEdits(text, edits)))).toBe(true);
        expect(splice(after, documentOf(after), inverseOf(text, edits)).equals(bytes)).toBe(true);
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
  });
});

describe('bytes that are no text', () => {
  const broken = Buffer.concat([
    Buffer.from('{"a": "'),
    Buffer.from([0xff, 0xc3, 0xf0, 0x9f, 0x94, 0xed, 0xa0, 0x80]),
    Buffer.from('", "b": "old"} '),
    Buffer.from([0xe2, 0x82]),
  ]);

  test('stay as they are outside of edits', () => {
    const at = decodeBytes(broken).indexOf('old');
    const bytes = splice(broken, documentOf(broken), [{ range: { start: at, end: at + 3 }, text: 'new' }]);
    const expected = Buffer.from(broken);
    expected.write('new', broken.indexOf('old'));
    expect(bytes.equals(expected)).toBe(true);
  });

  test('are not replaced: nothing could put them back', () => {
    const edit = { range: { start: 7, end: 9 }, text: 'x' };
    expect(() => splice(broken, documentOf(broken), [edit])).toThrow(UnreadableStretch);
  });

  test('half a character of UTF-16 at the end stays', () => {
    const odd = Buffer.concat([Buffer.from('\ufeff{"a":1}', 'utf16le'), Buffer.from([0x41])]);
    const bytes = splice(odd, documentOf(odd), [{ range: { start: 5, end: 6 }, text: '"é"' }]);
    expect(bytes).toEqual(Buffer.concat([Buffer.from('\ufeff{"a":"é"}', 'utf16le'), Buffer.from([0x41])]));
  });
});

test('a large file, of which the document has only parts', () => {
  const history = `["${'é\u{1f511} and more '.repeat(40_000)}"]`;
  const text = `\ufeff{\n  "history": ${history},\n  "mcpServers": {\n    "s": { "command": "x", "env": { "A": "old" } }\n  },\n  "more": ${history},\n  "env": {}\n}\n`;
  const bytes = Buffer.from(text);
  expect(bytes.length).toBeGreaterThan(LARGE);
  const { document, root } = parse({ path: 'x.json', absolute: '/x.json', bytes }, ['mcpServers', 'env']);
  expect(document.text.length).toBeLessThan(1000);
  if (root?.kind !== 'mapping') throw new Error('not read');
  const editor = new ConfigEditor(document, root);
  const member = (index: number) => root.entries[index]!.value;
  const servers = member(1);
  const env = member(3);
  if (servers.kind !== 'mapping' || env.kind !== 'mapping') throw new Error('not read');
  editor.addMember(servers, 't', 'new');
  editor.addMember(env, 'B', 'é');
  editor.addMember(root, 'inputs', [], root.entries[2]);
  editor.removeMember(root, root.entries[0]!);
  const after = splice(bytes, document, editor.edits());
  expect(after.toString()).toBe(
    `\ufeff{\n  "mcpServers": {\n    "s": { "command": "x", "env": { "A": "old" } },\n    "t": "new"\n  },\n  "more": ${history},\n  "inputs": [],\n  "env": { "B": "é" }\n}\n`,
  );
});
