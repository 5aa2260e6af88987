import { describe, expect, test } from 'vitest';
import type { ConfigEditor } from '../../src/fixers/config-editor.ts';
import { findScalar } from '../../src/fixers/find-scalar.ts';
import { Unwritable } from '../../src/fixers/syntax.ts';
import { EditedToml, readToml } from './toml-edited.ts';

type Change = (editor: ConfigEditor, edited: EditedToml) => void;

function change(lines: readonly string[], make: Change): string[] {
  const edited = new EditedToml(`${lines.join('\n')}\n`);
  make(edited.editor, edited);
  return edited.result.split('\n').slice(0, -1);
}

const SERVER = ['[mcp_servers.a]', 'command = "npx" # runs', 'args = ["-y", "x"]'];
const ENV = ['', '[mcp_servers.a.env]', 'TOKEN = "x" # rotate', "OTHER = 'y'"];

const add =
  (path: readonly string[], key: string, value: Parameters<ConfigEditor['addMember']>[2]): Change =>
  (editor, edited) =>
    editor.addMember(edited.mapping(...path), key, value);

const remove =
  (path: readonly string[], ...keys: readonly string[]): Change =>
  (editor, edited) => {
    const mapping = edited.mapping(...path);
    for (const entry of mapping.entries)
      if (keys.includes(entry.key.reveal())) editor.removeMember(mapping, entry);
  };

describe('adding a member', () => {
  test.each<[string, readonly string[], Change, readonly string[]]>([
    [
      'a key goes behind the last of its table, in front of all sub-tables',
      [...SERVER, ...ENV],
      add(['mcp_servers', 'a'], 'cwd', '/tmp'),
      [...SERVER, 'cwd = "/tmp"', ...ENV],
    ],
    [
      'a key of a sub-table',
      [...SERVER, ...ENV],
      add(['mcp_servers', 'a', 'env'], 'NEW', 'a "b"'),
      [...SERVER, ...ENV, 'NEW = "a \\"b\\""'],
    ],
    [
      'a mapping is an inline table',
      [...SERVER, '', '[mcp_servers.b]', 'url = "https://h.example"'],
      add(['mcp_servers', 'a'], 'env', { A: '1', 'b c': '2' }),
      [...SERVER, 'env = { A = "1", "b c" = "2" }', '', '[mcp_servers.b]', 'url = "https://h.example"'],
    ],
    [
      'or a table where those of the file are',
      [...SERVER, ...ENV, '', '[mcp_servers.b]', 'command = "y"', '', '# end'],
      add(['mcp_servers', 'b'], 'env', { A: '1' }),
      [
        ...SERVER,
        ...ENV,
        '',
        '[mcp_servers.b]',
        'command = "y"',
        '',
        '[mcp_servers.b.env]',
        'A = "1"',
        '',
        '# end',
      ],
    ],
    [
      'keys with dots stay',
      ['mcp_servers.a.command = "x"', 'mcp_servers.a.env.A = "1"', 'other = 1'],
      add(['mcp_servers', 'a', 'env'], 'B', '2'),
      ['mcp_servers.a.command = "x"', 'mcp_servers.a.env.A = "1"', 'mcp_servers.a.env.B = "2"', 'other = 1'],
    ],
    [
      'a server to those that have tables',
      ['# servers', ...SERVER],
      add(['mcp_servers'], 'b', { command: 'y', args: ['z'] }),
      ['# servers', ...SERVER, '', '[mcp_servers.b]', 'command = "y"', 'args = ["z"]'],
    ],
    [
      'a key of the whole file is no key of its last table',
      ['# github', ...SERVER],
      add([], 'model', 'o3'),
      ['model = "o3"', '', '# github', ...SERVER],
    ],
    [
      'to an inline table',
      ['[mcp_servers.a]', "env = {A='1'}"],
      add(['mcp_servers', 'a', 'env'], 'B', '2'),
      ['[mcp_servers.a]', "env = {A='1', B='2'}"],
    ],
    ['to an empty inline table', ['env = {}'], add(['env'], 'B', '2'), ['env = { B = "2" }']],
    [
      'as the neighbours are indented',
      ['[a]', '\tb="x"'],
      add(['a'], 'c', 'd'),
      ['[a]', '\tb="x"', '\tc="d"'],
    ],
  ])('%s', (_, lines, make, expected) => {
    expect(change(lines, make)).toEqual(expected);
  });

  test('line ends of Windows, and no line end at the end of the file', () => {
    const edited = new EditedToml('[a]\r\nb = "x"');
    edited.editor.addMember(edited.mapping('a'), 'c', ['y']);
    expect(edited.result).toBe('[a]\r\nb = "x"\r\nc = ["y"]');
  });
});

describe('removing a member', () => {
  test.each<[string, readonly string[], Change, readonly string[]]>([
    [
      'goes with its line; a comment stays',
      [...SERVER, ...ENV],
      remove(['mcp_servers', 'a', 'env'], 'TOKEN', 'OTHER'),
      [...SERVER, '', '[mcp_servers.a.env]', '# rotate'],
    ],
    [
      'a table goes with all of its lines',
      [...SERVER, ...ENV],
      remove(['mcp_servers', 'a'], 'env'),
      [...SERVER, '', '# rotate'],
    ],
    [
      'a table that its keys made is empty then',
      ['a.env.A = "1"', 'a.env.B = "2"'],
      remove(['a', 'env'], 'A', 'B'),
      ['a.env = {}'],
    ],
    ['of an inline table', ['env = { A = "1", B = "2" }'], remove(['env'], 'A'), ['env = { B = "2" }']],
    ['a list of many lines', ['a = [', '  "x", # c', ']', 'b = 1'], remove([], 'a'), ['b = 1']],
  ])('%s', (_, lines, make, expected) => {
    expect(change(lines, make)).toEqual(expected);
  });
});

describe('lists', () => {
  test.each<[string, readonly string[], Change, readonly string[]]>([
    [
      'words in front, on one line',
      ['args = ["-y", "x"]'],
      (editor, edited) => editor.addItems(edited.sequence('args'), 0, ['exec', '--']),
      ['args = ["exec", "--", "-y", "x"]'],
    ],
    [
      'words in front, a line each',
      ['args = [', "  'a', # first", "  'b'", ']'],
      (editor, edited) => editor.addItems(edited.sequence('args'), 0, ['exec', '--']),
      ['args = [', "  'exec',", "  '--',", "  'a', # first", "  'b'", ']'],
    ],
    [
      'words into an empty list',
      ['args = []'],
      (editor, edited) => editor.addItems(edited.sequence('args'), 0, ['exec']),
      ['args = ["exec"]'],
    ],
    [
      'the last of lines with a comma behind each',
      ['args = [', '  "a",', '  "b",', ']'],
      (editor, edited) => {
        editor.removeItem(edited.sequence('args'), 0);
        editor.addItems(edited.sequence('args'), 2, ['c']);
      },
      ['args = [', '  "b",', '  "c",', ']'],
    ],
    [
      'tables',
      ['[[a]]', 'b = 1', '[[a]]', 'b = 2'],
      (editor, edited) => {
        editor.removeItem(edited.sequence('a'), 1);
        editor.addItems(edited.sequence('a'), 1, [{ b: 'x' }]);
      },
      ['[[a]]', 'b = 1', '', '[[a]]', 'b = "x"', ''],
    ],
  ])('%s', (_, lines, make, expected) => {
    expect(change(lines, make)).toEqual(expected);
  });

  test('the last of a list of tables cannot go', () => {
    const edited = new EditedToml('[[a]]\n');
    edited.editor.removeItem(edited.sequence('a'), 0);
    expect(() => edited.result).toThrow(Unwritable);
  });
});

describe('replacing a text', () => {
  test.each<[string, string, string, string]>([
    ['between double quotes', '"x"', 'a "b" \\', '"a \\"b\\" \\\\"'],
    ['between single quotes', "'x'", 'C:\\"b"', '\'C:\\"b"\''],
    ['what single quotes cannot hold', "'x'", "it's", '"it\'s"'],
    ['of many lines', '"""\nx\n"""', 'a"b', '"""\na\\"b"""'],
    ['a number', '12', 'x', '"x"'],
  ])('%s', (_, before, text, after) => {
    const edited = new EditedToml(`a = ${before}\n`);
    edited.editor.replaceText(edited.scalar('a'), text);
    expect(edited.result).toBe(`a = ${after}\n`);
  });

  test('a part keeps the rest as it is written', () => {
    const edited = new EditedToml('a = "Bearer \\u0041BC d"\nb = \'k=v\'\n');
    edited.editor.replaceText(edited.scalar('a'), '${N}', edited.scalar('a').text.slice(7, 10));
    edited.editor.replaceText(edited.scalar('b'), '$N', edited.scalar('b').text.slice(2));
    expect(edited.result).toBe('a = "Bearer ${N} d"\nb = \'k=$N\'\n');
  });

  test('a part that its quotes cannot hold is declined: the rest would have to be written anew', () => {
    const edited = new EditedToml("b = 'k=v'\n");
    const part = edited.scalar('b').text.slice(2);
    expect(() => edited.editor.replaceText(edited.scalar('b'), "it's", part)).toThrow(Unwritable);
  });
});

test('a value is found in tables that stand in several places', () => {
  const text = '[a.x]\nb = "1"\n[c]\nd = "2"\n[a.x.env]\ne = "3"\n[c.f]\ng = "4"\n';
  const { root } = readToml(text);
  const pathOf = (value: string) => {
    const start = text.indexOf(`"${value}"`);
    return findScalar(root, { start: start + 1, end: start + 2 })?.path;
  };
  expect(['1', '2', '3', '4'].map(pathOf)).toEqual([
    ['a', 'x', 'b'],
    ['c', 'd'],
    ['a', 'x', 'env', 'e'],
    ['c', 'f', 'g'],
  ]);
});
