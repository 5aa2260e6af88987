import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/core/value.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import { parseYamlText } from '../../src/parsers/yaml/parse-yaml.ts';

const read = (text: string) =>
  parseYamlText(documentOfText(text, { path: 'a.yaml', absolute: '/a.yaml' }).text);

const MANY = 5000;

function count(value: Value): number {
  if (value.kind === 'scalar') return 1;
  const inner = value.kind === 'mapping' ? value.entries.map((entry) => entry.value) : value.items;
  return inner.reduce((sum, one) => sum + count(one), 1);
}

describe('hostile texts', () => {
  it.each([
    ['brackets', '['],
    ['braces', '{'],
    ['pairs', '[a: '],
    ['dashes', '- '],
    ['question marks', '? '],
    ['colons', ': '],
    ['mappings', '{a: '],
  ])('are not followed into deep %s', (_, piece) => {
    const { fault } = read(piece.repeat(MANY));
    expect(fault?.code === 'too-deep' || fault?.code === 'syntax').toBe(true);
  });

  it('may be 512 levels deep', () => {
    expect(read('['.repeat(512) + ']'.repeat(512)).fault).toBeUndefined();
    expect(read('['.repeat(513) + ']'.repeat(513)).fault).toMatchObject({ code: 'too-deep', offset: 512 });
    expect(read('- '.repeat(512)).fault).toBeUndefined();
    expect(read('- '.repeat(513)).fault?.code).toBe('too-deep');
  });

  it('have no more values by aliases than characters', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
      ...Array.from(
        { length: 30 },
        (_, at) => `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(', ')}]`,
      ),
    ].join('\n');
    const { root, fault } = read(bomb);
    expect(fault).toMatchObject({ code: 'unreadable' });
    expect(count(root!)).toBeLessThan(30_000);
    const merged = `a: &a {${Array.from({ length: 500 }, (_, at) => `k${at}: 1`).join(', ')}}\n${Array.from({ length: 500 }, (_, at) => `b${at}: {<<: *a}`).join('\n')}`;
    expect(count(read(merged).root!)).toBeLessThan(40_000);
  });

  it('are no deeper by aliases', () => {
    const nested = (inner: string) => '['.repeat(400) + inner + ']'.repeat(400);
    const lines = Array.from({ length: 20 }, (_, at) => `a${at + 1}: &a${at + 1} ${nested(`*a${at}`)}`);
    expect(read([`a0: &a0 ${nested('x')}`, ...lines].join('\n')).fault?.code).toBe('too-deep');
  });

  it.each([
    ['a quote without an end', 'a: "', 'x '],
    ['quotes on every line', '', 'a: "x\n'],
    ['anchors', 'a: ', '&a '],
    ['tags', '', '!a '],
    ['closing brackets', '', ']'],
    ['commas', '[', ','],
    ['empty lines', 'a:', '\n'],
    ['a block text', 'a: |\n', '  x\n'],
    ['a folded block text', 'a: >\n', '  x\n\n'],
    ['lines of a plain text', 'a: x\n', '  x\n'],
    ['escapes', 'a: "', '\\"'],
    ['documents', '', '---\na: 1\n'],
    ['directives', '', '%a\n'],
    ['comments', 'a:\n', '  # c\n'],
    ['control characters', '', '\u0018\u0002\u001f'],
    ['tags of templates', '', 'a: {{ b }} c\n'],
  ])('are read to their end: %s', (_, start, piece) => {
    expect(read(start + piece.repeat(MANY)).root).toBeDefined();
  });
});
