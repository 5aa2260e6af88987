import { describe, expect, test } from 'vitest';
import { type ConfigEditor, OverlappingEdits } from '../../src/fixers/config-editor.ts';
import { EditedText } from '../support/edits.ts';

type Change = (editor: ConfigEditor, edited: EditedText) => void;

function change(text: string, make: Change): string {
  const edited = new EditedText(text);
  make(edited.editor, edited);
  return edited.result;
}

/** Removes the members of a mapping that have these keys. */
const without =
  (...keys: readonly string[]): Change =>
  (editor, edited) => {
    const mapping = edited.mapping();
    for (const entry of mapping.entries) {
      if (keys.includes(entry.key.reveal())) editor.removeMember(mapping, entry);
    }
  };

/** Adds a member behind another, or at the end. */
const withMember =
  (key: string, value: Parameters<ConfigEditor['addMember']>[2], after?: string): Change =>
  (editor, edited) => {
    const mapping = edited.mapping();
    editor.addMember(
      mapping,
      key,
      value,
      mapping.entries.find((entry) => entry.key.reveal() === after),
    );
  };

describe('removing a member', () => {
  const cases: readonly [string, string, readonly string[], string][] = [
    ['first of lines', '{\n  "a": 1,\n  "b": 2\n}\n', ['a'], '{\n  "b": 2\n}\n'],
    ['middle of lines', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', ['b'], '{\n  "a": 1,\n  "c": 3\n}'],
    ['last of lines', '{\n  "a": 1,\n  "b": 2\n}', ['b'], '{\n  "a": 1\n}'],
    ['last two of lines', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', ['b', 'c'], '{\n  "a": 1\n}'],
    ['the only one', '{\n  "a": 1\n}', ['a'], '{}'],
    ['all', '{\n  "a": 1,\n  "b": 2\n}', ['a', 'b'], '{}'],
    ['the only one on a line', '{ "a": 1 }', ['a'], '{}'],
    ['first on a line', '{ "a": 1, "b": 2 }', ['a'], '{ "b": 2 }'],
    ['middle on a line', '{ "a": 1, "b": 2, "c": 3 }', ['b'], '{ "a": 1, "c": 3 }'],
    ['last on a line', '{ "a": 1, "b": 2 }', ['b'], '{ "a": 1 }'],
    ['minified', '{"a":1,"b":2,"c":3}', ['a', 'c'], '{"b":2}'],
    ['line ends of Windows', '{\r\n\t"a": 1,\r\n\t"b": 2\r\n}\r\n', ['b'], '{\r\n\t"a": 1\r\n}\r\n'],
    ['trailing commas', '{\n  "a": 1,\n  "b": 2,\n}', ['b'], '{\n  "a": 1,\n}'],
    ['trailing comma on a line', '{ "a": 1, "b": 2, }', ['b'], '{ "a": 1, }'],
    ['several lines', '{\n  "a": {\n    "x": 1\n  },\n  "b": 2\n}', ['a'], '{\n  "b": 2\n}'],
    ['commas in front', '{\n    "a": 1\n  , "b": 2\n  , "c": 3\n}', ['c'], '{\n    "a": 1\n  , "b": 2\n}'],
    ['with blank lines', '{\n  "a": 1,\n\n  "b": 2,\n\n  "c": 3\n}', ['b'], '{\n  "a": 1,\n\n\n  "c": 3\n}'],
    ['two on one of several lines', '{\n  "a": 1, "b": 2,\n  "c": 3\n}', ['b'], '{\n  "a": 1,\n  "c": 3\n}'],
    [
      'first on one of several lines',
      '{\n  "a": 1, "b": 2,\n  "c": 3\n}',
      ['a'],
      '{\n  "b": 2,\n  "c": 3\n}',
    ],
    ['duplicates', '{"a":1,"a":2,"b":3}', ['a'], '{"b":3}'],
  ];
  test.each(cases)('%s', (_, text, keys, expected) => {
    expect(change(text, without(...keys))).toBe(expected);
  });

  const comments: readonly [string, string, readonly string[], string][] = [
    ['its own line', '{\n  "a": 1, // of a\n  "b": 2\n}', ['a'], '{\n  // of a\n  "b": 2\n}'],
    ['its own line, last', '{\n  "a": 1,\n  "b": 2 // of b\n}', ['b'], '{\n  "a": 1\n  // of b\n}'],
    ['the line before', '{\n  "a": 1, // of a\n  "b": 2\n}', ['b'], '{\n  "a": 1 // of a\n}'],
    ['above it', '{\n  // of a\n  "a": 1,\n  "b": 2\n}', ['a'], '{\n  // of a\n  "b": 2\n}'],
    ['below it', '{\n  "a": 1,\n  // of b\n  "b": 2\n}', ['a'], '{\n  // of b\n  "b": 2\n}'],
    ['around the only one', '{\n  // above\n  "a": 1\n  // below\n}', ['a'], '{\n  // above\n  // below\n}'],
    [
      'on one line',
      '{ /* x */ "a": 1, /* y */ "b": 2 /* z */ }',
      ['a'],
      '{ /* x */ /* y */ "b": 2 /* z */ }',
    ],
    ['on one line, last', '{ "a": 1, /* y */ "b": 2 /* z */ }', ['b'], '{ "a": 1 /* y */ /* z */ }'],
    ['before the comma', '{ "a": 1 /* x */, "b": 2 }', ['a'], '{ /* x */ "b": 2 }'],
  ];
  test.each(comments)('keeps a comment on %s', (_, text, keys, expected) => {
    expect(change(text, without(...keys))).toBe(expected);
  });
});

describe('adding a member', () => {
  const cases: readonly [string, string, Change, string][] = [
    ['to lines', '{\n  "a": 1\n}\n', withMember('b', 'x'), '{\n  "a": 1,\n  "b": "x"\n}\n'],
    ['to a line', '{ "a": 1 }', withMember('b', 'x'), '{ "a": 1, "b": "x" }'],
    ['to minified text', '{"a":1}', withMember('b', ['x', 'y']), '{"a":1,"b":["x","y"]}'],
    [
      'behind another',
      '{\n  "a": 1,\n  "c": 3\n}',
      withMember('b', true, 'a'),
      '{\n  "a": 1,\n  "b": true,\n  "c": 3\n}',
    ],
    [
      'behind another on a line',
      '{ "a": 1, "c": 3 }',
      withMember('b', 'x', 'a'),
      '{ "a": 1, "b": "x", "c": 3 }',
    ],
    [
      'with tabs and CRLF',
      '{\r\n\t"a": 1\r\n}',
      withMember('b', { c: 'x' }),
      '{\r\n\t"a": 1,\r\n\t"b": {\r\n\t\t"c": "x"\r\n\t}\r\n}',
    ],
    ['with a trailing comma', '{\n  "a": 1,\n}', withMember('b', 'x'), '{\n  "a": 1,\n  "b": "x",\n}'],
    [
      'behind a comment',
      '{\n  "a": 1 // of a\n}',
      withMember('b', 'x'),
      '{\n  "a": 1, // of a\n  "b": "x"\n}',
    ],
    [
      'behind a comment and a comma',
      '{\n  "a": 1, // of a\n  "c": 3\n}',
      withMember('b', 'x', 'a'),
      '{\n  "a": 1, // of a\n  "b": "x",\n  "c": 3\n}',
    ],
    [
      'on a line before a comment',
      '{ "a": 1 /* of a */ }',
      withMember('b', 'x'),
      '{ "a": 1, "b": "x" /* of a */ }',
    ],
    [
      'with the commas of its neighbours',
      '{ "a": 1,"b": 2 }',
      withMember('c', 'x'),
      '{ "a": 1,"b": 2,"c": "x" }',
    ],
    ['to nothing', '{}', withMember('b', 'x'), '{ "b": "x" }'],
    ['to nothing with a blank', '{ }', withMember('b', 'x'), '{ "b": "x" }'],
    ['to nothing on two lines', '{\n}', withMember('b', 'x'), '{\n  "b": "x"\n}'],
    ['to a comment', '{\n  // none yet\n}', withMember('b', 'x'), '{\n  // none yet\n  "b": "x"\n}'],
    ['to a comment on a line', '{ /* none yet */ }', withMember('b', 'x'), '{ /* none yet */ "b": "x" }'],
    [
      'with the colon of its neighbour',
      '{\n  "a" : 1\n}',
      withMember('b', 'x'),
      '{\n  "a" : 1,\n  "b" : "x"\n}',
    ],
    [
      'of text that needs escapes',
      '{"a":1}',
      withMember('b"', 'x\\\n\u0001\ud800'),
      '{"a":1,"b\\"":"x\\\\\\n\\u0001\\ud800"}',
    ],
  ];
  test.each(cases)('%s', (_, text, make, expected) => {
    expect(change(text, make)).toBe(expected);
  });

  test('into an empty mapping of a file with lines', () => {
    const text = '{\n    "s": {\n        "command": "x",\n        "env": {}\n    }\n}\n';
    expect(change(text, (editor, edited) => editor.addMember(edited.mapping('s', 'env'), 'A', 'x'))).toBe(
      '{\n    "s": {\n        "command": "x",\n        "env": {\n            "A": "x"\n        }\n    }\n}\n',
    );
  });

  test('into an empty mapping on the line of its neighbours', () => {
    const text = '{\n  "s": { "command": "x", "env": {} }\n}\n';
    expect(change(text, (editor, edited) => editor.addMember(edited.mapping('s', 'env'), 'A', 'x'))).toBe(
      '{\n  "s": { "command": "x", "env": { "A": "x" } }\n}\n',
    );
  });

  test('several at one place are one edit', () => {
    const edited = new EditedText('{"a":1}');
    for (const key of ['b', 'c']) edited.editor.addMember(edited.mapping(), key, 'x');
    expect(edited.editor.edits()).toEqual([{ range: { start: 6, end: 6 }, text: ',"b":"x","c":"x"' }]);
  });

  test('in the place of a removed one', () => {
    const both: Change = (editor, edited) => {
      without('a', 'b')(editor, edited);
      withMember('c', 'x')(editor, edited);
    };
    expect(change('{\n  "a": 1,\n  "b": 2\n}', both)).toBe('{\n  "c": "x"\n}');
    expect(change('{ "a": 1, "b": 2, }', both)).toBe('{ "c": "x", }');
    expect(change('{"a":1,"b":2,"d":3}', both)).toBe('{"d":3,"c":"x"}');
  });
});

describe('lists', () => {
  const withItems =
    (index: number, ...values: readonly string[]): Change =>
    (editor, edited) =>
      editor.addItems(edited.sequence(), index, values);
  const cases: readonly [string, string, Change, string][] = [
    ['in front on a line', '["a", "b"]', withItems(0, 'x', 'y'), '["x", "y", "a", "b"]'],
    [
      'in front, minified',
      '{"l":["a"]}',
      (editor, edited) => editor.addItems(edited.sequence('l'), 0, ['x']),
      '{"l":["x","a"]}',
    ],
    [
      'in front on lines',
      '[\n  "a",\n  "b"\n]',
      withItems(0, 'x', 'y'),
      '[\n  "x",\n  "y",\n  "a",\n  "b"\n]',
    ],
    [
      'in front of a comment',
      '[ // words\n  // of a\n  "a"\n]',
      withItems(0, 'x'),
      '[ // words\n  "x",\n  // of a\n  "a"\n]',
    ],
    ['in the middle', '["a", "b"]', withItems(1, 'x'), '["a", "x", "b"]'],
    ['at the end', '[\n  "a"\n]', withItems(1, 'x'), '[\n  "a",\n  "x"\n]'],
    ['into nothing', '[]', withItems(0, 'x', 'y'), '["x", "y"]'],
    ['into nothing but blanks', '[ ]', withItems(0, 'x'), '[ "x" ]'],
    [
      'out of the middle',
      '["a", "b", "c"]',
      (editor, edited) => editor.removeItem(edited.sequence(), 1),
      '["a", "c"]',
    ],
    [
      'in the place of the first',
      '["a", "b"]',
      (editor, edited) => {
        editor.removeItem(edited.sequence(), 0);
        editor.addItems(edited.sequence(), 0, ['x']);
      },
      '["x", "b"]',
    ],
    [
      'in the place of all on lines',
      '[\n  "a",\n  "b"\n]',
      (editor, edited) => {
        editor.removeItem(edited.sequence(), 0);
        editor.removeItem(edited.sequence(), 1);
        editor.addItems(edited.sequence(), 0, ['x', 'y']);
      },
      '[\n  "x",\n  "y"\n]',
    ],
  ];
  test.each(cases)('%s', (_, text, make, expected) => {
    expect(change(text, make)).toBe(expected);
  });

  test('mappings in a list are written as the others in it', () => {
    const text =
      '{\n  "inputs": [\n    { "id": "a", "password": true }\n  ],\n  "env": {\n    "A": "x"\n  }\n}';
    const made = change(text, (editor, edited) =>
      editor.addItems(edited.sequence('inputs'), 1, [{ id: 'b', password: true }]),
    );
    expect(made).toBe(text.replace('true }', 'true },\n    { "id": "b", "password": true }'));
  });
});

describe('replacing text', () => {
  test('all of a string is what stands between its quotes', () => {
    const edited = new EditedText('{ "a": "old" }');
    edited.editor.replaceText(edited.scalar('a'), 'n"w');
    expect(edited.editor.edits()).toEqual([{ range: { start: 8, end: 11 }, text: 'n\\"w' }]);
  });

  test('a part, with the escapes that it is written with', () => {
    const edited = new EditedText('{ "a": "Bearer \\u0041bc" }');
    const holder = edited.scalar('a');
    edited.editor.replaceText(holder, '${KEY}', holder.text.slice(7));
    expect(edited.result).toBe('{ "a": "Bearer ${KEY}" }');
  });

  test('a number becomes a string', () => {
    expect(change('{"a":123}', (editor, edited) => editor.replaceText(edited.scalar('a'), 'x'))).toBe(
      '{"a":"x"}',
    );
  });

  test('two parts of one string', () => {
    const made = change('["one two"]', (editor, edited) => {
      const holder = edited.scalar(0);
      editor.replaceText(holder, 'b', holder.text.slice(4));
      editor.replaceText(holder, 'a', holder.text.slice(0, 3));
    });
    expect(made).toBe('["a b"]');
  });

  test('the same change twice is one', () => {
    const twice: Change = (editor, edited) => {
      editor.replaceText(edited.scalar(0), 'x');
      editor.replaceText(edited.scalar(0), 'x');
    };
    expect(change('["a"]', twice)).toBe('["x"]');
  });

  test('different changes of one place are refused', () => {
    const edited = new EditedText('{"a":"one"}');
    edited.editor.replaceText(edited.scalar('a'), 'x');
    edited.editor.replaceText(edited.scalar('a'), 'y');
    expect(() => edited.editor.edits()).toThrow(OverlappingEdits);
  });

  test('a change inside of what is removed is refused', () => {
    const edited = new EditedText('{"a":{"b":"one"},"c":1}');
    edited.editor.replaceText(edited.scalar('a', 'b'), 'x');
    edited.editor.removeMember(edited.mapping(), edited.mapping().entries[0]!);
    expect(() => edited.editor.edits()).toThrow(OverlappingEdits);
  });
});
