import { describe, expect, it } from 'vitest';
import type { Mapping, Scalar, Sequence, Value } from '../../src/core/value.ts';
import { ConfigEditor } from '../../src/fixers/config-editor.ts';
import { Unwritable } from '../../src/fixers/syntax.ts';
import { lintDocument, NOWHERE } from '../../src/lint-document.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import { parseYamlText } from '../../src/parsers/yaml/parse-yaml.ts';
import { applyEdits } from '../support/edits.ts';
import { PLAIN_HOST } from '../support/slots.ts';

function open(text: string) {
  const document = documentOfText(text, { path: 'a.yaml', absolute: '/a.yaml' });
  const { root, fault } = parseYamlText(document.text);
  if (!root || fault) throw new Error(`not YAML: ${fault?.message}`);
  const editor = new ConfigEditor(document, root);
  const { servers } = lintDocument({ document, root }, [PLAIN_HOST], [], NOWHERE);
  const at = (...path: readonly (string | number)[]): Value =>
    path.reduce<Value>((value, step) => {
      const next =
        value.kind === 'mapping'
          ? value.entries.find(({ key }) => key.reveal() === step)?.value
          : value.kind === 'sequence'
            ? value.items[step as number]
            : undefined;
      if (!next) throw new Error(`nothing at ${step}`);
      return next;
    }, root);
  return {
    editor,
    servers,
    scalar: (...path: readonly (string | number)[]) => at(...path) as Scalar,
    mapping: (...path: readonly (string | number)[]) => at(...path) as Mapping,
    sequence: (...path: readonly (string | number)[]) => at(...path) as Sequence,
    result: () => applyEdits(text, editor.edits()),
  };
}

describe('a new text', () => {
  it.each([
    ['a: b # c', '${NAME}', 'a: ${NAME} # c'],
    ['a: b', '{env:NAME}', 'a: "{env:NAME}"'],
    ['a: b', 'keychain://mcp-lint/a/b', 'a: keychain://mcp-lint/a/b'],
    ['a: b', 'true', 'a: "true"'],
    ['a: b', '12', 'a: "12"'],
    ['a: b', '2026-11-23', 'a: "2026-11-23"'],
    ['a: b', 'off', 'a: "off"'],
    ['a: b', '1:30', 'a: "1:30"'],
    ['a: b', '', 'a: ""'],
    ['a: b', 'c: d', 'a: "c: d"'],
    ['a: b', 'c #d', 'a: "c #d"'],
    ['a: b', '-y', 'a: -y'],
    ['a: b', '- y', 'a: "- y"'],
    ['a: b', 'c\n', 'a: "c\\n"'],
    ['a: 12', 'x', 'a: x'],
    ['a: [b]', 'c, d', 'a: ["c, d"]'],
    ['a: {b: c}', '${NAME}', 'a: {b: "${NAME}"}'],
    ["a: 'b' # c", "it's", "a: 'it''s' # c"],
    ["a: 'b'", 'c\td', 'a: "c\\td"'],
    ['a: "b"', 'c"\\', 'a: "c\\"\\\\"'],
    ['a: !!str b', 'c', 'a: !!str c'],
    ['a: |\n  b\n  c\nd: e', 'f', 'a: f\nd: e'],
    ['a: > # b\n  c\nd: e', 'f', 'a: f # b\nd: e'],
    ['a:\nb: c', 'd', 'a: d\nb: c'],
    ['{a, b: c}', 'd', '{a: d, b: c}'],
    ['a: &x b', 'c', 'a: &x c'],
  ])('of %j as %j', (before, text, after) => {
    const { editor, scalar, mapping, sequence, result } = open(before);
    const value = mapping().entries[0]!.value;
    const holder =
      value.kind === 'sequence'
        ? sequence('a').items[0]
        : value.kind === 'mapping'
          ? scalar('a', 'b')
          : value;
    editor.replaceText(holder as Scalar, text);
    expect(result()).toBe(after);
  });

  it.each([
    ['a: Bearer x', 'a: Bearer ${N}'],
    ['a: "Bearer x"', 'a: "Bearer ${N}"'],
    ['a: {b: Bearer x}', 'a: {b: "Bearer ${N}"}'],
    ['a: [say "Bearer x"]', 'a: ["say \\"Bearer ${N}\\""]'],
    ['a: |\n  Bearer x\n  y\n', 'a: |\n  Bearer ${N}\n  y\n'],
    ['a: >-\n  Bearer\n  x\n', 'a: >-\n  Bearer\n  ${N}\n'],
    ['a: Bearer\n  x', 'a: Bearer\n  ${N}'],
  ])('in the place of a part: %j', (before, after) => {
    const { editor, mapping, result } = open(before);
    const { value } = mapping().entries[0]!;
    const holder = (
      value.kind === 'mapping' ? value.entries[0]!.value : value.kind === 'sequence' ? value.items[0] : value
    ) as Scalar;
    const start = holder.text.reveal().indexOf('x');
    editor.replaceText(holder, '${N}', holder.text.slice(start, start + 1));
    expect(result()).toBe(after);
  });

  it.each([
    ['an alias', 'a: &x b\nc: *x', ['c']],
    ['what an alias stands for', 'a: &x b\nc: *x', ['a']],
    ['what is in something that an alias stands for', 'a: &x {b: c}\nd: *x', ['a', 'b']],
    ['what is merged', 'a: &x {b: c}\nd:\n  <<: *x', ['d', 'b']],
    ['bytes', 'a: !!binary aGVsbG8=', ['a']],
  ])('is not written for %s', (_, text, path) => {
    const { editor, scalar } = open(text);
    expect(() => editor.replaceText(scalar(...path), 'x')).toThrow(Unwritable);
  });
});

describe('a new member', () => {
  it.each([
    ['a:\n  b: c # d\n# e\nf: g\n', 'a:\n  b: c # d\n  new: x\n# e\nf: g\n'],
    ['a:\n    b:\n        c: d\ne: f', 'a:\n    b:\n        c: d\n    new: x\ne: f'],
    ['a: {b: c}\n', 'a: {b: c, new: x}\n'],
    ['a: {\n  b: c,\n  d: e # f\n}\n', 'a: {\n  b: c,\n  d: e,\n  new: x # f\n}\n'],
    ['a: {}\n', 'a: { new: x }\n'],
    ['a:\r\n  b: c\r\n', 'a:\r\n  b: c\r\n  new: x\r\n'],
    ['a:\n  b: |\n    c\n\n  # d\n', 'a:\n  b: |\n    c\n  new: x\n\n  # d\n'],
  ])('of %j', (before, after) => {
    const { editor, mapping, result } = open(before);
    editor.addMember(mapping('a'), 'new', 'x');
    expect(result()).toBe(after);
  });

  it('with a value of its own is laid out as its neighbours are', () => {
    const text = 'a:\n    command: x\n    args:\n    - y\nb:\n    command: z\n';
    const { editor, mapping, result } = open(text);
    editor.addMember(mapping('b'), 'args', ['-y', 'a b']);
    editor.addMember(mapping('b'), 'env', { A: '1', B: '${B}' });
    expect(result()).toBe(
      `${text}    args:\n    - -y\n    - a b\n    env:\n        A: "1"\n        B: \${B}\n`,
    );
    const flow = 'a:\n  args: ["y"]\nb:\n  command: z';
    const other = open(flow);
    other.editor.addMember(other.mapping('b'), 'args', ['-y', 'a, b']);
    expect(other.result()).toBe(`${flow}\n  args: [-y, "a, b"]`);
  });
});

describe('items', () => {
  it.each([
    ['a:\n- b\n- c\n', 'a:\n- x\n- k: z\n  w: v\n- b\n- c\n'],
    ['a:\n  - b # c\n', 'a:\n  - x\n  - k: z\n    w: v\n  - b # c\n'],
    ['a: [b]\n', 'a: [x, { k: z, w: v }, b]\n'],
    ['a: []\n', 'a: [x, { k: z, w: v }]\n'],
    ['a: [\n  b,\n]\n', 'a: [\n  x,\n  { k: z, w: v },\n  b,\n]\n'],
  ])('go to the front of %j', (before, after) => {
    const { editor, sequence, result } = open(before);
    editor.addItems(sequence('a'), 0, ['x', { k: 'z', w: 'v' }]);
    expect(result()).toBe(after);
  });

  it.each([
    ['a:\n- b\n- c # d\ne: f\n', 'a:\n- c # d\ne: f\n'],
    ['a:\n- b # d\n- c\n', 'a:\n# d\n- c\n'],
    ['a:\n- b\ne: f\n', 'a: []\ne: f\n'],
    ['a: # d\n- b\n', 'a: [] # d\n'],
    ['a: [b, c]', 'a: [c]'],
    ['a: [b]', 'a: []'],
    ['a:\n- b:\n    c: d\n  e: f\n- g\n', 'a:\n- g\n'],
  ])('go from the front of %j', (before, after) => {
    const { editor, sequence, result } = open(before);
    editor.removeItem(sequence('a'), 0);
    expect(result()).toBe(after);
  });

  it('stay where aliases stand for them', () => {
    const { editor, sequence, mapping } = open('a: &x [b]\nc: *x\nd: &y {e: f}\ng: {<<: *y, h: i}');
    for (const path of ['a', 'c']) {
      editor.addItems(sequence(path), 0, ['x']);
      expect(() => editor.edits()).toThrow(Unwritable);
    }
    const other = open('d: &y {e: f}\ng: {<<: *y, h: i}');
    other.editor.addMember(other.mapping('d'), 'x', 'y');
    expect(() => other.editor.edits()).toThrow(Unwritable);
    expect(mapping('g').entries.length).toBe(2);
  });
});

describe('a server', () => {
  it.each([
    [
      'without variables',
      'mcpServers:\n  s:\n    command: npx\n    args: [-y, x]\n',
      'mcpServers:\n  s:\n    command: npx\n    args: [-y, x]\n    env:\n      A: ${A}\n',
    ],
    [
      'with a block that is empty',
      'mcpServers:\n  s:\n    command: npx\n    env:\n    args:\n      - x\n',
      'mcpServers:\n  s:\n    command: npx\n    env:\n      A: ${A}\n    args:\n      - x\n',
    ],
    [
      'with an empty block and a comment',
      'mcpServers:\n  s:\n    command: npx\n    env: # c\n',
      'mcpServers:\n  s:\n    command: npx\n    env: { A: "${A}" } # c\n',
    ],
    [
      'with variables',
      'mcpServers:\n  s:\n    command: npx\n    env:\n      B: c\n\nother: d\n',
      'mcpServers:\n  s:\n    command: npx\n    env:\n      B: c\n      A: ${A}\n\nother: d\n',
    ],
    [
      'with a list of variables',
      'mcpServers:\n  s:\n    command: npx\n    env:\n    - name: B\n      value: c\n',
      'mcpServers:\n  s:\n    command: npx\n    env:\n    - name: B\n      value: c\n    - name: A\n      value: ${A}\n',
    ],
    [
      'of Goose',
      'mcpServers:\n  s:\n    cmd: npx\n    args: []\n    timeout: 3\n',
      'mcpServers:\n  s:\n    cmd: npx\n    args: []\n    envs:\n      A: ${A}\n    timeout: 3\n',
    ],
  ])('%s gets one', (_, before, after) => {
    const { editor, servers, result } = open(before);
    expect(editor.setVariable(servers[0]!, 'A', '${A}')).toBe(true);
    expect(result()).toBe(after);
  });

  it('gets a launcher in front and variables behind at once', () => {
    const text = 'mcpServers:\n  s:\n    command: npx\n    args:\n    - -y\n    - x\n';
    const { editor, servers, result } = open(text);
    expect(editor.wrapCommand(servers[0]!, ['mcp-lint', 'exec', '--'])).toBe(true);
    editor.setVariable(servers[0]!, 'A', 'b');
    expect(result()).toBe(
      'mcpServers:\n  s:\n    command: mcp-lint\n    args:\n    - exec\n    - --\n    - npx\n    - -y\n    - x\n    env:\n      A: b\n',
    );
  });

  it('keeps what is added to a block and to what the block is in apart', () => {
    const { editor, mapping, result } = open('s:\n  env:\n    A: b');
    editor.addMember(mapping('s'), 'last', 'x');
    editor.addMember(mapping('s', 'env'), 'C', 'd');
    expect(result()).toBe('s:\n  env:\n    A: b\n    C: d\n  last: x');
  });
});
