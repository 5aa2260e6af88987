import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Scalar, Value } from '../../src/core/value.ts';
import { parseShell, parseShellText } from '../../src/parsers/shell/parse-shell.ts';

/** Ways to write a value as one word of a POSIX shell, each with its characters' ways. */
const WRITERS: Readonly<
  Record<string, { open: string; close: string; write: (character: string) => string }>
> = {
  bare: {
    open: '',
    close: '',
    write: (character) => (/[\w.-]/.test(character) ? character : `\\${character}`),
  },
  single: { open: "'", close: "'", write: (character) => (character === "'" ? "'\\''" : character) },
  double: {
    open: '"',
    close: '"',
    write: (character) => ('"\\$`'.includes(character) ? `\\${character}` : character),
  },
};

const value = fc
  .array(fc.constantFrom(...'abXY09_-.:/+= ;&|()<>"\'\\$`#!*~éß😀'), { minLength: 1, maxLength: 24 })
  .map((characters) => characters.join(''));
const writer = fc.constantFrom('bare', 'single', 'double');

function written(text: string, name: string): string {
  const { open, close, write } = WRITERS[name]!;
  return open + [...text].map(write).join('') + close;
}

function scalarAt(text: string, ...path: readonly string[]): Scalar {
  let at: Value = parseShellText(new LocatedText(text, 0))[0]!.value;
  for (const step of path) {
    if (at.kind !== 'mapping') throw new Error(`no ${step}`);
    at = at.entries.find(({ key }) => key.reveal() === step)!.value;
  }
  return at as Scalar;
}

describe('places of a value in a command', () => {
  it('cut from the file are what was written, and what is written there is read', () => {
    fc.assert(
      fc.property(value, value, writer, fc.nat(), fc.nat(), (text, other, how, a, b) => {
        // A quote in single quotes stands outside of them.
        fc.pre(how !== 'single' || !`${text}${other}`.includes("'"));
        const line = (word: string) => `claude mcp add s \\\n -e K=${word} -- npx # end`;
        const file = line(written(text, how));
        const scalar = scalarAt(file, 'mcpServers', 's', 'env', 'K');
        expect(scalar.text.reveal()).toBe(text);
        // The whole value, as it is written.
        const { start, end } = scalar.text.range;
        const { open, close, write } = WRITERS[how]!;
        expect(open + file.slice(start, end) + close).toBe(written(text, how));
        const edited = file.slice(0, start) + [...other].map(write).join('') + file.slice(end);
        expect(scalarAt(edited, 'mcpServers', 's', 'env', 'K').text.reveal()).toBe(other);
        const [one, two] = [a % (text.length + 1), b % (text.length + 1)];
        const [from, to] = [Math.min(one, two), Math.max(one, two)];
        if (splitsCharacter(text, from) || splitsCharacter(text, to)) return;
        const part = scalar.text.slice(from, to).range;
        expect(file.slice(part.start, part.end)).toBe([...text.slice(from, to)].map(write).join(''));
      }),
      { numRuns: 150 },
    );
  });

  it('hold in JSON inside a word and in here-documents', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('single', 'double', 'heredoc'), (text, how) => {
        fc.pre(how !== 'single' || !text.includes("'"));
        const json = JSON.stringify({ mcpServers: { s: { command: 'npx', env: { K: text } } } });
        const file =
          how === 'heredoc' ? `cat > x <<'EOF'\n${json}\nEOF\n` : `claude --mcp-config ${written(json, how)}`;
        const scalar = scalarAt(file, 'mcpServers', 's', 'env', 'K');
        expect(scalar.text.reveal()).toBe(text);
        const { start, end } = scalar.text.range;
        const { write } = WRITERS[how] ?? { write: (character: string) => character };
        expect(file.slice(start, end)).toBe([...JSON.stringify(text).slice(1, -1)].map(write).join(''));
      }),
      { numRuns: 100 },
    );
  });
});

function splitsCharacter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}

describe('hostile shell texts', () => {
  const MANY = 3000;
  it.each([
    ['open quotes', `"' `],
    ['quotes side by side', `''`],
    ['substitutions', '$('],
    ['braces', '${'],
    ['backticks', '`'],
    ['lists', '('],
    ['here-documents on one line', '<<A '],
    ['here-documents', 'cat <<A\n'],
    ['placeholders', '<a b '],
    ['doubled variables', 'A="$A$A"\n'],
    ['here-strings', "@'\n"],
    ['prompts', '$ x\n'],
    ['words', 'a '],
    ['continued lines', 'a \\\n'],
    ['options', 'claude mcp add s -e A=b '],
    ['overrides', 'codex -c mcp_servers.s.env.K=v '],
    ['pieces', `claude --mcp-config '{"a":'"1"`],
  ])('%s: read, whatever the shell', (_, piece) => {
    for (const path of ['x.sh', 'x.ps1', 'x.cmd']) {
      for (const text of [`mcp\n${piece.repeat(MANY)}`, piece.repeat(MANY) + piece.trim()])
        expect(parseShell(new LocatedText(text, 0), path).root?.kind).toBe('mapping');
    }
  });

  it('the path of an override has a limit', () => {
    const { parts } = parseShell(
      new LocatedText(`codex -c mcp_servers.${'a.'.repeat(100_000)}b=v -c mcp_servers.a.env.K=v`, 0),
      'x.sh',
    );
    expect(parts).toHaveLength(1);
  });

  it('any text is read', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...'claude mcp add s -e K=v|"|\'|\\|$|(|)|`|<<|EOF|\n| |{|}|#|;|&|@|^|%|>'.split('|'),
          ),
        ),
        fc.constantFrom('x.sh', 'x.ps1', 'x.bat', '.env'),
        (pieces, path) => {
          const text = `mcp ${pieces.join('')}`;
          const { root } = parseShell(new LocatedText(text, 0), path);
          expect(root!.range).toEqual({ start: 0, end: text.length });
        },
      ),
      { numRuns: 200 },
    );
  });
});
