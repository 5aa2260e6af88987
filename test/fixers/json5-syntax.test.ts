import { expect, test } from 'vitest';
import type { Edit } from '../../src/core/edit.ts';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Mapping, Scalar } from '../../src/core/value.ts';
import { json5Syntax } from '../../src/fixers/json5-syntax.ts';
import { Unwritable } from '../../src/fixers/syntax.ts';
import { parseJson5 } from '../../src/parsers/json5/parse-json5.ts';

function open(text: string) {
  const root = parseJson5(new LocatedText(text, 0), 'openclaw.json').root as Mapping;
  return { root, scalar: root.entries[0]!.value as Scalar, syntax: json5Syntax(text, root) };
}

const textIn = (text: string) => open(text).scalar.text.reveal();

test.each(["{ key: 'Bearer \\'x\\'' }", '{ key: "Bearer \'x\'" }', "{'key':'Bearer \\x27x\\x27', }"])(
  'a text, or a part of it, is replaced: %s',
  (text) => {
    const { scalar, syntax } = open(text);
    const put = (edit: Edit | readonly Edit[]) => {
      const [{ range, text: written }] = [edit].flat() as [Edit];
      return text.slice(0, range.start) + written + text.slice(range.end);
    };
    expect(textIn(put(syntax.replaceText(scalar, 'it\'s "new"\\')))).toBe('it\'s "new"\\');
    const part = scalar.text.slice('Bearer '.length);
    expect(textIn(put(syntax.replaceText(scalar, 'it\'s "new"\\', part)))).toBe('Bearer it\'s "new"\\');
  },
);

test('members are added where the file is JSON, and nowhere else', () => {
  const change = (root: Mapping) => ({
    container: root,
    removed: new Set<number>(),
    added: [{ index: 1, key: 'new', value: 'x' }],
  });
  const json = open('{\n  // ours\n  "key": "x"\n}');
  expect(json.syntax.editContainer(change(json.root))).not.toEqual([]);
  const json5 = open("{ key: 'x' }");
  expect(() => json5.syntax.editContainer(change(json5.root))).toThrow(Unwritable);
});
