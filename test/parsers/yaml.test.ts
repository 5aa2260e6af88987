import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/core/value.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import type { ParsedText } from '../../src/parsers/dialects.ts';
import { parseYaml, parseYamlText } from '../../src/parsers/yaml/parse-yaml.ts';

function read(text: string): ParsedText {
  return parseYamlText(documentOfText(text, { path: 'a.yaml', absolute: '/a.yaml' }).text);
}

/** Texts with their types where these are not strings; entries in order, shadowed ones with a `-` in front. */
function plain(value: Value): unknown {
  if (value.kind === 'sequence') return value.items.map(plain);
  if (value.kind === 'mapping')
    return value.entries.map(({ key, value: member, shadowed }) => [
      `${shadowed ? '-' : ''}${key.reveal()}`,
      plain(member),
    ]);
  const text = value.text.reveal();
  return value.type === 'string' ? text : `${value.type} ${text}`;
}

function valuesOf(text: string): unknown {
  const { root, fault } = read(text);
  expect(fault).toBeUndefined();
  return plain(root!);
}

function at(root: Value | undefined, ...path: readonly (string | number)[]): Value {
  return path.reduce<Value>((value, step) => {
    const next =
      value.kind === 'mapping'
        ? value.entries.findLast(({ key }) => key.reveal() === step)?.value
        : value.kind === 'sequence'
          ? value.items[step as number]
          : undefined;
    if (!next) throw new Error(`nothing at ${step}`);
    return next;
  }, root!);
}

describe('scalars', () => {
  it.each<[string, string, unknown]>([
    ['plain', 'a: b c', [['a', 'b c']]],
    ['plain on several lines', 'a: b\n  c\n\n  d', [['a', 'b c\nd']]],
    [
      'types of the core schema',
      '[1, -1.5e3, 0x1F, 0o17, .inf, true, False, null, ~, yes, on, 1_000]',
      [
        'number 1',
        'number -1.5e3',
        'number 0x1F',
        'number 0o17',
        'number .inf',
        'boolean true',
        'boolean False',
        'null null',
        'null ~',
        'yes',
        'on',
        '1_000',
      ],
    ],
    [
      'nothing',
      'a:\nb: \nc: ""',
      [
        ['a', 'null '],
        ['b', 'null '],
        ['c', ''],
      ],
    ],
    [
      'single quotes',
      "a: 'it''s'\nb: 'c\n  d'",
      [
        ['a', "it's"],
        ['b', 'c d'],
      ],
    ],
    [
      'double quotes',
      String.raw`a: "\x41\u00e9\U0001f511\n\t\\\"\/\0\e\_"`,
      [['a', 'Aé\u{1f511}\n\t\\"/\0\x1b\u00a0']],
    ],
    ['folded double quotes', 'a: "b \\\n  c\n  d\n\n  e"', [['a', 'b c d\ne']]],
    [
      'a literal block',
      'a: |\n  b\n   c\n\n  d\ne: f',
      [
        ['a', 'b\n c\n\nd\n'],
        ['e', 'f'],
      ],
    ],
    ['a folded block', 'a: >\n  b\n  c\n\n  d\n    e\n  f\n', [['a', 'b c\nd\n  e\nf\n']]],
    [
      'chomping',
      'a: |-\n  b\n\nc: |+\n  d\n\ne: |\n  f\n\n',
      [
        ['a', 'b'],
        ['c', 'd\n\n'],
        ['e', 'f\n'],
      ],
    ],
    ['an indentation indicator', 'a: |2\n   b\n  c\n', [['a', ' b\nc\n']]],
    ['a comment behind the header', 'a: | # b\n  c # d\n', [['a', 'c # d\n']]],
    [
      'tags',
      'a: !!str 1\nb: !!int "2"\nc: !!binary aGVsbG8=\nd: ! 3\ne: !own f\ng: !<tag:yaml.org,2002:str> 4',
      [
        ['a', '1'],
        ['b', 'number 2'],
        ['c', 'hello'],
        ['d', '3'],
        ['e', 'f'],
        ['g', '4'],
      ],
    ],
    ['a tag for what is kept elsewhere', 'a: !secret b', [['a', '!secret b']]],
    [
      'CRLF',
      'a: b\r\nc: |\r\n  d\r\n  e\r\nf: "g\r\n  h"\r\n',
      [
        ['a', 'b'],
        ['c', 'd\ne\n'],
        ['f', 'g h'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(valuesOf(text)).toEqual(expected);
  });
});

describe('containers', () => {
  it.each<[string, string, unknown]>([
    ['lists as deep as their key', 'a:\n- b\n- c', [['a', ['b', 'c']]]],
    [
      'compact lists and mappings',
      '- - a\n  - b\n- c: d\n  e: f',
      [
        ['a', 'b'],
        [
          ['c', 'd'],
          ['e', 'f'],
        ],
      ],
    ],
    [
      'braces and brackets',
      '{a: [b, "c"], d, "e":f, g: {}, }',
      [
        ['a', ['b', 'c']],
        ['d', 'null '],
        ['e', 'f'],
        ['g', []],
      ],
    ],
    ['pairs in a list', '[a: b, c]', [[['a', 'b']], 'c']],
    ['JSON', '{\n\t"a": [1, "b"]\n}', [['a', ['number 1', 'b']]]],
    [
      'keys that are no words',
      '? [a, b]\n: c\n? d\n"e f": g\n1: h\n: i',
      [
        ['[a, b]', 'c'],
        ['d', 'null '],
        ['e f', 'g'],
        ['1', 'h'],
        ['', 'i'],
      ],
    ],
    [
      'a key twice',
      'a: b\na: c',
      [
        ['-a', 'b'],
        ['a', 'c'],
      ],
    ],
    ['comments', '# a\nb: # c\n  # d\n  e: f # g\n# h', [['b', [['e', 'f']]]]],
    ['directives and markers', '%YAML 1.2\n---\na: b\n...\n', [['a', 'b']]],
    ['nothing at all', '# a\n', 'null '],
  ])('%s', (_, text, expected) => {
    expect(valuesOf(text)).toEqual(expected);
  });

  it('ends before what follows', () => {
    const text = 'a:\n  b: c # d\n\n# e\nf: [g] # h\n';
    const { root } = read(text);
    const written = (...path: string[]) => {
      const { range } = at(root, ...path);
      return text.slice(range.start, range.end);
    };
    expect([written('a'), written('f'), written()]).toEqual(['b: c', '[g]', 'a:\n  b: c # d\n\n# e\nf: [g]']);
  });
});

describe('anchors', () => {
  it('gives the texts of an alias the places of its anchor', () => {
    const text = 'a: &x {k: v}\nb: *x\nc: &y s\nd: *y';
    const { root } = read(text);
    expect(plain(root!)).toEqual([
      ['a', [['k', 'v']]],
      ['b', [['k', 'v']]],
      ['c', 's'],
      ['d', 's'],
    ]);
    const [inner, alias] = [at(root, 'b', 'k'), at(root, 'd')];
    expect(inner.range.start).toBe(text.indexOf('v'));
    expect(alias.kind === 'scalar' && alias.text.range.start).toBe(text.indexOf('s'));
    expect([at(root, 'b').range.start, alias.range.start]).toEqual([text.indexOf('*x'), text.indexOf('*y')]);
  });

  it('merges what `<<` names, first what is named first, and nothing that the mapping has itself', () => {
    expect(
      valuesOf('a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  y: 5\n  <<: [*b, *a]\nd: {<<: 6}\n"<<": e'),
    ).toEqual([
      [
        'a',
        [
          ['x', 'number 1'],
          ['y', 'number 2'],
        ],
      ],
      [
        'b',
        [
          ['y', 'number 3'],
          ['z', 'number 4'],
        ],
      ],
      [
        'c',
        [
          ['x', 'number 1'],
          ['z', 'number 4'],
          ['y', 'number 5'],
        ],
      ],
      ['d', [['<<', 'number 6']]],
      ['<<', 'e'],
    ]);
  });

  it('takes an alias in its own anchor for nothing', () => {
    expect(valuesOf('&a [b, *a]')).toEqual(['b', 'null ']);
  });

  it('finds an alias without an anchor, also one of another document', () => {
    expect(read('a: *b').fault).toMatchObject({ offset: 3, message: 'an alias has no anchor' });
    expect(read('a: &b c\n---\nd: *b').fault?.offset).toBe(15);
  });
});

describe('several documents', () => {
  it('are a list, each a part of its own', () => {
    const { root, parts, fault } = read('---\na: b\n---\n# nothing\n---\nc: d\n');
    expect(fault).toBeUndefined();
    expect(plain(root!)).toEqual([[['a', 'b']], [['c', 'd']]]);
    expect(parts?.map(({ form, path, value }) => [form, path, plain(value)])).toEqual([
      ['whole', [0], [['a', 'b']]],
      ['whole', [1], [['c', 'd']]],
    ]);
  });

  it('are none where all but one are empty', () => {
    const { parts, root } = read('---\na: b\n---\n');
    expect([parts, plain(root!)]).toEqual([undefined, [['a', 'b']]]);
  });

  it('are read the same as a file', () => {
    const text = documentOfText('mcpServers: {}\n---\nb: c\n', { path: 'a.yaml', absolute: '/a.yaml' }).text;
    expect(parseYaml(text, 'a.yaml').parts?.length).toBe(2);
  });
});

describe('faults', () => {
  it.each([
    ['a: "b', 5, 'a quote is not closed'],
    ['a: "\\q"', 4, 'invalid escape in a quoted text'],
    ['a: [b', 5, 'a closing brace or bracket is missing'],
    ['a: [b c: d', 10, 'a closing brace or bracket is missing'],
    ['[a, , b]', 4, 'a comma is missing or one too many'],
    ['{a: "b" "c"}', 8, 'there is text where none may be'],
    ['a: b: c', 3, 'a mapping begins on the line of another key'],
    ['a:\n  b: c\n d: e', 11, 'the indentation does not fit the lines around'],
    ['a:\n\tb: c', 3, 'a tab is used for indentation'],
    ['a: @b', 3, 'a value begins with a character that has to be quoted'],
    ['a: b\nc', 5, 'a colon is missing behind a key'],
    ['a: "b" c', 7, 'there is text where none may be'],
    ['a: |x\n  b', 3, 'invalid header of a block text'],
    ['a: b\n<<<<<<< HEAD\nc: d\n', 5, 'merge conflict marker'],
  ])('%j at %i: %s', (text, offset, message) => {
    const { fault, root } = read(text);
    expect(fault).toEqual({ code: 'syntax', message, offset });
    expect(root).toBeDefined();
  });

  it('leaves what could be read', () => {
    expect(plain(read('a: b\nc: @d\ne: f').root!)).toEqual([
      ['a', 'b'],
      ['c', '@d'],
      ['e', 'f'],
    ]);
  });

  it('names the tags of templates, and reads what is around them', () => {
    const text = [
      '{{- if .Values.on }}',
      'env:',
      '  A: {{ .Values.a }}-b',
      '  B: "{{ include "c" . }}"',
      '  D: e',
      '{% endif %}',
      '',
    ].join('\n');
    const { root, fault } = read(text);
    expect(fault).toEqual({
      code: 'syntax',
      message: 'a tag of a template, which has to be filled in first',
      offset: 0,
    });
    expect(plain(root!)).toEqual([
      [
        'env',
        [
          ['A', '{{ .Values.a }}-b'],
          ['B', '{{ include "c" . }}'],
          ['D', 'e'],
        ],
      ],
    ]);
  });

  it('takes tags in quotes for text', () => {
    expect(valuesOf('a: "{{ b }}"\nc: x{{d}}')).toEqual([
      ['a', '{{ b }}'],
      ['c', 'x{{d}}'],
    ]);
  });
});
