import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigEditor } from '../../src/fixers/config-editor.ts';
import type { ServerFacts } from '../../src/servers/server-facts.ts';
import { applyEdits, lintText } from '../support/edits.ts';
import { fillExample } from '../support/examples.ts';

const LAUNCHER = ['mcp-lint', 'exec', '--'];

/** The text after changes of its first server; nothing when a change was refused. */
function changed(
  text: string,
  make: (editor: ConfigEditor, facts: ServerFacts) => boolean,
): string | undefined {
  const { document, root, servers } = lintText(text);
  const editor = new ConfigEditor(document, root);
  return make(editor, servers[0]!) ? applyEdits(text, editor.edits()) : undefined;
}

const wrapped = (text: string, words: readonly string[] = LAUNCHER) =>
  changed(text, (editor, facts) => editor.wrapCommand(facts, words));

const wordsOf = (text: string) => lintText(text).servers[0]!.server.words.map((word) => word.text.reveal());

/** A file with one server whose entry is written out. */
const file = (entry: string) => `{\n  "mcpServers": {\n    "s": ${entry}\n  }\n}\n`;

describe('words in front of a command line', () => {
  const cases: readonly [string, string, string][] = [
    [
      'program and list',
      '{ "command": "npx", "args": ["-y", "x"] }',
      '{ "command": "mcp-lint", "args": ["exec", "--", "npx", "-y", "x"] }',
    ],
    [
      'program and empty list',
      '{ "command": "x", "args": [] }',
      '{ "command": "mcp-lint", "args": ["exec", "--", "x"] }',
    ],
    [
      'program alone',
      '{ "command": "x", "env": {} }',
      '{ "command": "mcp-lint", "args": ["exec", "--", "x"], "env": {} }',
    ],
    [
      'list before the program',
      '{ "args": ["a"], "command": "x" }',
      '{ "args": ["exec", "--", "x", "a"], "command": "mcp-lint" }',
    ],
    [
      'list with the program',
      '{ "type": "local", "command": ["npx", "x"] }',
      '{ "type": "local", "command": ["mcp-lint", "exec", "--", "npx", "x"] }',
    ],
    [
      'cmd of Goose',
      '{ "cmd": "uvx", "args": ["x"] }',
      '{ "cmd": "mcp-lint", "args": ["exec", "--", "uvx", "x"] }',
    ],
    ['one line', '{ "command": "npx -y \\"a b\\"" }', '{ "command": "mcp-lint exec -- npx -y \\"a b\\"" }'],
    [
      'one line and a list',
      '{ "command": "npx -y", "args": ["x"] }',
      '{ "command": "mcp-lint exec -- npx -y", "args": ["x"] }',
    ],
    [
      'a path with blanks',
      '{ "command": "/opt/my server/run" }',
      '{ "command": "mcp-lint", "args": ["exec", "--", "/opt/my server/run"] }',
    ],
    [
      'a path of Windows',
      '{ "command": "C:\\\\a b\\\\x.exe", "args": [] }',
      '{ "command": "mcp-lint", "args": ["exec", "--", "C:\\\\a b\\\\x.exe"] }',
    ],
    [
      'a mapping of older versions of Zed',
      '{ "source": "custom", "command": { "path": "npx", "args": ["x"], "env": {} } }',
      '{ "source": "custom", "command": { "path": "mcp-lint", "args": ["exec", "--", "npx", "x"], "env": {} } }',
    ],
    [
      'a mapping without arguments',
      '{ "command": { "path": "/opt/my server" } }',
      '{ "command": { "path": "mcp-lint", "args": ["exec", "--", "/opt/my server"] } }',
    ],
    [
      'nested transport',
      '{ "transport": { "type": "stdio", "command": "npx", "args": ["x"] } }',
      '{ "transport": { "type": "stdio", "command": "mcp-lint", "args": ["exec", "--", "npx", "x"] } }',
    ],
    [
      'type of the entry',
      '{ "type": "stdio", "command": "x", "args": ["1", 2, true] }',
      '{ "type": "stdio", "command": "mcp-lint", "args": ["exec", "--", "x", "1", 2, true] }',
    ],
  ];
  test.each(cases)('%s', (_, entry, expected) => {
    const text = wrapped(file(entry));
    expect(text).toBe(file(expected));
    expect(wordsOf(text!)).toEqual([...LAUNCHER, ...wordsOf(file(entry))]);
  });

  test.each([
    ['an address', '{ "url": "https://a.example/mcp" }'],
    ['the program twice', '{ "command": "a", "command": "b" }'],
    ['the arguments twice', '{ "command": "a", "args": ["x"], "args": ["y"] }'],
    ['a mapping without a program', '{ "command": { "args": [] }, "url": "https://a.example" }'],
    ['a program twice in a mapping', '{ "command": { "path": "a", "path": "b" } }'],
    ['two programs', '{ "command": "a", "cmd": "b" }'],
    ['a program inside and outside', '{ "command": "a", "transport": { "command": "b" } }'],
    ['arguments outside of the transport', '{ "transport": { "command": "b" }, "args": ["x"] }'],
    ['arguments in one string', '{ "command": "a", "args": "-y x" }'],
    ['an empty list', '{ "command": [] }'],
    ['a line of two commands', '{ "command": "cd x && npx y" }'],
    ['a program that is a number', '{ "command": 1, "url": "https://a.example/mcp" }'],
  ])('refused: %s', (_, entry) => {
    expect(wrapped(file(entry))).toBeUndefined();
  });

  test('refused: a program that holds a credential', () => {
    const text = fillExample(file('{ "command": "{{sample:github-pat-classic}}" }'));
    expect(wrapped(text)).toBeUndefined();
  });

  test('a line becomes a program and its arguments when a path goes in front', () => {
    const words = ['/usr/bin/node', '/opt/mcp-lint/cli.cjs', 'exec', '--'];
    expect(wrapped(file('{ "command": "npx -y x", "env": {} }'), words)).toBe(
      file(
        '{ "command": "/usr/bin/node", "args": ["/opt/mcp-lint/cli.cjs", "exec", "--", "npx", "-y", "x"], "env": {} }',
      ),
    );
    expect(wordsOf(wrapped(file('{ "command": "npx -y", "args": ["x"] }'), words)!)).toEqual([
      ...words,
      'npx',
      '-y',
      'x',
    ]);
    expect(wrapped(file('{ "command": "node ~/x.js" }'), words)).toBeUndefined();
    expect(wrapped(fillExample(file('{ "command": "srv --api-key {{opaque}}" }')), words)).toBeUndefined();
  });

  test('a launcher with a blank in its path', () => {
    const words = ['/my tools/mcp-lint', 'exec', '--'];
    expect(wordsOf(wrapped(file('{ "command": "npx x" }'), words)!)).toEqual([...words, 'npx', 'x']);
    expect(wordsOf(wrapped(file('{ "command": "npx" }'), words)!)).toEqual([...words, 'npx']);
    expect(wordsOf(wrapped(file('{ "command": "npx x" }'), ['C:\\mcp-lint.cmd', 'exec'])!)).toEqual([
      'C:\\mcp-lint.cmd',
      'exec',
      'npx',
      'x',
    ]);
    expect(wordsOf(wrapped(file('{ "command": "npx" }'), ['C:\\a b\\mcp-lint.cmd', 'exec'])!)).toEqual([
      'C:\\a b\\mcp-lint.cmd',
      'exec',
      'npx',
    ]);
  });

  test('on lines of their own where arguments have them', () => {
    const entry = '{\n      "command": "npx",\n      "args": [\n        "-y"\n      ]\n    }';
    expect(wrapped(file(entry), ['m', 'exec'])).toBe(
      file(
        '{\n      "command": "m",\n      "args": [\n        "exec",\n        "npx",\n        "-y"\n      ]\n    }',
      ),
    );
  });

  test('for any words', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'npx',
        '-y',
        '@scope/x@1.2.3',
        'a b',
        '/opt/x y',
        'C:\\x y\\z',
        '"',
        "'",
        '',
        '&&',
        '${A}',
        'é',
      ),
      fc.string({ maxLength: 5 }),
    );
    const entries = fc.oneof(
      fc.record({ command: word, args: fc.array(word, { maxLength: 3 }) }),
      fc.record({ command: word }),
      fc.record({ command: fc.array(word, { maxLength: 3 }) }),
      fc.record({ transport: fc.record({ command: word, args: fc.array(word, { maxLength: 2 }) }) }),
    );
    let rewritten = 0;
    fc.assert(
      fc.property(entries, (entry) => {
        const before = file(JSON.stringify({ type: 'stdio', url: 'https://a.example', ...entry }));
        const after = wrapped(before);
        if (after === undefined) return;
        rewritten += 1;
        expect(wordsOf(after)).toEqual([...LAUNCHER, ...wordsOf(before)]);
      }),
      { seed: 20_261_123, numRuns: 1000 },
    );
    expect(rewritten).toBeGreaterThan(500);
  });
});

describe('a variable', () => {
  const cases: readonly [string, string, string][] = [
    [
      'in a block',
      '{ "command": "x", "env": { "B": "1" } }',
      '{ "command": "x", "env": { "B": "1", "A": "ref" } }',
    ],
    [
      'that is there',
      '{ "command": "x", "env": { "A": "old", "B": "1" } }',
      '{ "command": "x", "env": { "A": "ref", "B": "1" } }',
    ],
    [
      'that is a number',
      '{ "command": "x", "env": { "A": 12 } }',
      '{ "command": "x", "env": { "A": "ref" } }',
    ],
    [
      'that is a list',
      '{ "command": "x", "env": { "A": ["old"] } }',
      '{ "command": "x", "env": { "A": "ref" } }',
    ],
    [
      'of the name that counts',
      '{ "command": "x", "env": { "A": "1", "A": "2" } }',
      '{ "command": "x", "env": { "A": "1", "A": "ref" } }',
    ],
    [
      'of the block that counts',
      '{ "command": "x", "env": {}, "env": {} }',
      '{ "command": "x", "env": {}, "env": { "A": "ref" } }',
    ],
    [
      'without a block',
      '{ "command": "x", "args": ["y"], "cwd": "." }',
      '{ "command": "x", "args": ["y"], "env": { "A": "ref" }, "cwd": "." }',
    ],
    ['without a block or arguments', '{ "command": "x" }', '{ "command": "x", "env": { "A": "ref" } }'],
    ['in an empty block', '{ "command": "x", "env": {} }', '{ "command": "x", "env": { "A": "ref" } }'],
    [
      'in a block that is null',
      '{ "command": "x", "env": null }',
      '{ "command": "x", "env": { "A": "ref" } }',
    ],
    [
      'of opencode',
      '{ "type": "local", "command": ["x"] }',
      '{ "type": "local", "command": ["x"], "environment": { "A": "ref" } }',
    ],
    [
      'of a list with "env"',
      '{ "command": ["x"], "env": { "B": "1" } }',
      '{ "command": ["x"], "env": { "B": "1", "A": "ref" } }',
    ],
    ['of Goose', '{ "cmd": "x", "args": [] }', '{ "cmd": "x", "args": [], "envs": { "A": "ref" } }'],
    [
      'of a nested transport',
      '{ "transport": { "command": "x" } }',
      '{ "transport": { "command": "x", "env": { "A": "ref" } } }',
    ],
    [
      'in a nested block',
      '{ "transport": { "command": "x", "env": {} } }',
      '{ "transport": { "command": "x", "env": { "A": "ref" } } }',
    ],
    [
      'in a list of lines',
      '{ "command": "x", "env": ["B=1"] }',
      '{ "command": "x", "env": ["B=1", "A=ref"] }',
    ],
    [
      'that is a line',
      '{ "command": "x", "env": ["A=1", "B=2"] }',
      '{ "command": "x", "env": ["A=ref", "B=2"] }',
    ],
    [
      'in a list of names and values',
      '{ "command": "x", "env": [{ "name": "B", "value": "1" }] }',
      '{ "command": "x", "env": [{ "name": "B", "value": "1" }, { "name": "A", "value": "ref" }] }',
    ],
    [
      'that has a name and a value',
      '{ "command": "x", "env": [{ "name": "A", "value": "1" }] }',
      '{ "command": "x", "env": [{ "name": "A", "value": "ref" }] }',
    ],
  ];
  test.each(cases)('%s', (_, entry, expected) => {
    const make = (editor: ConfigEditor, facts: ServerFacts) => editor.setVariable(facts, 'A', 'ref');
    expect(changed(file(entry), make)).toBe(file(expected));
  });

  test.each(['{ "url": "https://a.example/mcp" }', '{ "command": "x", "env": "A=b" }'])(
    'nowhere to be in %s',
    (entry) => {
      expect(changed(file(entry), (editor, facts) => editor.setVariable(facts, 'A', 'ref'))).toBeUndefined();
    },
  );

  test('several in a new block, behind new arguments', () => {
    const text = changed(file('{\n      "command": "x"\n    }'), (editor, facts) => {
      editor.setVariable(facts, 'A', '1');
      editor.setVariable(facts, '__proto__', '2');
      editor.setVariable(facts, 'A', '3');
      return editor.wrapCommand(facts, ['m', '--']);
    });
    const env = '"env": {\n        "A": "3",\n        "__proto__": "2"\n      }';
    expect(text).toBe(file(`{\n      "command": "m",\n      "args": ["--", "x"],\n      ${env}\n    }`));
  });

  test('set twice in an old block is there once', () => {
    const text = changed(file('{ "command": "x", "env": {} }'), (editor, facts) => {
      editor.setVariable(facts, 'A', '1');
      return editor.setVariable(facts, 'A', '2');
    });
    expect(text).toBe(file('{ "command": "x", "env": { "A": "2" } }'));
  });
});
