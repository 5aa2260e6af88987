import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LocatedText } from '../../src/core/located-text.ts';
import type { Value } from '../../src/core/value.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import { loadDialect } from '../../src/parsers/dialects.ts';
import { parseText } from '../../src/parsers/parse.ts';

/** How one character of a value is written. */
type Escape = (character: string) => string;

/** A way to write a value into a file, each character by itself. */
interface Form {
  readonly name: string;
  readonly path: string;
  readonly write: Escape;
  /** The file around a value as written. */
  readonly file: (written: string) => string;
  /** Characters that cannot be written so. */
  readonly without?: string;
  /** May stand between characters, in front of them and behind them, and is no part of any. */
  readonly nothing?: string;
}

const ALPHABET = [...'aZ9-_./+=:;,{}[]()!*~@?^|<>&%#$`"\'\\ ', 'é', '名', '😀'];

const asIs: Escape = (character) => character;
const backslashed =
  (characters: string): Escape =>
  (character) =>
    characters.includes(character) ? `\\${character}` : character;
/** What is written in one language is written in another. */
const within =
  (outer: Escape, inner: Escape): Escape =>
  (character) =>
    [...inner(character)].map(outer).join('');

const json = backslashed('"\\');
const unicode: Escape = (character) =>
  [...Array(character.length).keys()]
    .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');
const percent: Escape = (character) => encodeURIComponent(character).replace(/[!'()*]/g, unescapable);
const html = (character: string) =>
  ({ '"': '&quot;', '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;' })[character] ?? character;
const inDouble = backslashed('"\\$`');
const inYaml = backslashed('"\\');

function unescapable(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

const JSON_CONFIG = (written: string) =>
  `{"mcpServers":{"a":{"command":"x","args":[],"env":{"TOKEN":"${written}"}}}}`;
const TOML_CONFIG = (value: string) => `[mcp_servers.a]\ncommand = "x"\nenv = { TOKEN = ${value} } # end\n`;
const YAML_CONFIG = (value: string) =>
  `mcpServers:\n  a:\n    command: x\n    env:\n      TOKEN: ${value}\n    args: []\n`;
const COMMAND = (word: string) => `claude mcp add a -e TOKEN=${word} -- npx x # end`;
const SCRIPT = (value: string) => `f({ mcpServers: { a: { command: 'x', env: { TOKEN: ${value} } } } });\n`;
const STEP = (lines: string) =>
  `on: push\njobs:\n  a:\n    steps:\n      - run: ${lines}\n      - run: echo\n`;
const fence = (language: string, block: string, prefix = '') =>
  ['about mcp', '', '', ...['```'.concat(language), ...block.split('\n'), '```'].map((line) => prefix + line)]
    .join('\n')
    .concat('\n\nend\n');

const FORMS: readonly Form[] = [
  { name: 'JSON', path: 'mcp.json', write: json, file: JSON_CONFIG },
  { name: 'JSON, all escaped', path: 'mcp.json', write: unicode, file: JSON_CONFIG },
  {
    name: 'JSON5 in single quotes',
    path: 'openclaw.json',
    write: backslashed("'\\"),
    file: (written) => `{mcp: {servers: {a: {command: 'x', env: {TOKEN: '${written}',},},},},}`,
  },
  { name: 'TOML', path: 'a.toml', write: json, file: (written) => TOML_CONFIG(`"${written}"`) },
  {
    name: 'TOML, all escaped',
    path: 'a.toml',
    write: unicode,
    file: (w) => TOML_CONFIG(`"${w}"`),
    without: '😀',
  },
  { name: 'TOML literal', path: 'a.toml', write: asIs, file: (w) => TOML_CONFIG(`'${w}'`), without: "'" },
  { name: 'TOML of lines', path: 'a.toml', write: json, file: (w) => TOML_CONFIG(`"""\n${w}"""`) },
  { name: 'YAML in double quotes', path: 'a.yaml', write: inYaml, file: (w) => YAML_CONFIG(`"x${w}x"`) },
  {
    name: 'YAML in single quotes',
    path: 'a.yaml',
    write: (character) => (character === "'" ? "''" : character),
    file: (written) => YAML_CONFIG(`'x${written}x'`),
  },
  {
    name: 'YAML without quotes',
    path: 'a.yaml',
    write: asIs,
    file: (w) => YAML_CONFIG(`x${w}x`),
    without: ': #',
  },
  { name: 'YAML of lines', path: 'a.yaml', write: asIs, file: (w) => YAML_CONFIG(`|-\n        x${w}x`) },
  ...["'", '"', '`'].map(
    (quote): Form => ({
      name: `a script in ${quote}`,
      path: 'a.ts',
      write: backslashed(`${quote}\\$`),
      file: (written) => SCRIPT(quote + written + quote),
    }),
  ),
  {
    name: 'a script, put together',
    path: 'a.ts',
    write: backslashed("'\\"),
    file: (written) => `const end = 'x';\n${SCRIPT(`'x' + '${written}' + \`\${end}\``)}`,
  },
  { name: 'a word in double quotes', path: 'a.sh', write: inDouble, file: (w) => COMMAND(`"${w}"`) },
  {
    name: 'a word in single quotes',
    path: 'a.sh',
    write: asIs,
    file: (w) => COMMAND(`'${w}'`),
    without: "'",
  },
  {
    name: 'a word without quotes',
    path: 'a.sh',
    write: (character) => (/[\w.-]/.test(character) ? character : `\\${character}`),
    file: COMMAND,
  },
  {
    name: 'a here-document',
    path: 'a.sh',
    write: json,
    file: (written) => `cat > .mcp.json <<'EOF'\n${JSON_CONFIG(written)}\nEOF\n`,
  },
  {
    name: 'a here-document in which variables are replaced',
    path: 'a.sh',
    write: within(backslashed('$`\\'), json),
    file: (written) => `cat > .mcp.json <<EOF\n${JSON_CONFIG(written)}\nEOF\n`,
  },
  {
    name: 'PowerShell',
    path: 'a.ps1',
    write: (character) => (character === "'" ? "''" : character),
    file: (written) => COMMAND(`'${written}'`),
  },
  {
    name: '.env',
    path: '.env',
    write: json,
    file: (w) => `A=1\nTOOL_SERVER_CONNECTIONS='[{"url":"https://x.test/mcp","TOKEN":"${w}"}]'\nB=2\n`,
    without: "'",
  },
  {
    name: 'a workflow',
    path: 'a.yml',
    write: inDouble,
    file: (w) => STEP(`|\n          ${COMMAND(`"${w}"`)}`),
  },
  {
    name: 'a workflow, folded',
    path: 'a.yml',
    write: inDouble,
    file: (w) => STEP(`>-\n          claude mcp add a\n          -e "TOKEN=${w}"\n          -- npx x`),
  },
  {
    name: 'a workflow in quotes',
    path: 'a.yml',
    write: within(inYaml, inDouble),
    file: (w) => STEP(`"claude mcp add a -e \\"TOKEN=${w}\\" -- npx x"`),
  },
  {
    name: 'an input of an action',
    path: 'a.yml',
    write: json,
    file: (w) =>
      `on: push\njobs:\n  a:\n    steps:\n      - uses: a/b@v1\n        with:\n          mcp_config: |\n            ${JSON_CONFIG(w)}\n`,
  },
  {
    name: 'a compose file',
    path: 'compose.yaml',
    write: inYaml,
    file: (w) => `services:\n  a:\n    image: mcp/a\n    environment:\n      TOKEN: "x${w}x"\n`,
  },
  { name: 'a fence of JSON', path: 'a.md', write: json, file: (w) => fence('json', JSON_CONFIG(w)) },
  {
    name: 'a fence of JSON in a quote in a list',
    path: 'a.md',
    write: json,
    file: (w) =>
      fence(
        'json',
        JSON.stringify(JSON.parse(JSON_CONFIG('W')), null, 2).replace('W', () => w),
        ' > ',
      ),
  },
  {
    name: 'a fence of JSON5',
    path: 'a.md',
    write: backslashed("'\\"),
    file: (w) => fence('json5', `{mcpServers: {a: {command: 'x', args: [], env: {TOKEN: '${w}'}}}}`),
  },
  { name: 'a fence of TOML', path: 'a.md', write: json, file: (w) => fence('toml', TOML_CONFIG(`"${w}"`)) },
  {
    name: 'a fence of YAML',
    path: 'a.md',
    write: inYaml,
    file: (w) => fence('yaml', YAML_CONFIG(`"x${w}x"`)),
  },
  {
    name: 'a fence of commands',
    path: 'a.md',
    write: inDouble,
    file: (w) => fence('sh', COMMAND(`"${w}"`), '> '),
  },
  {
    name: 'a fence of code',
    path: 'a.md',
    write: backslashed("'\\"),
    file: (w) => fence('ts', SCRIPT(`'${w}'`)),
  },
  {
    name: 'an element',
    path: 'a.md',
    write: within(html, json),
    file: (w) =>
      `mcp\n\n<pre><code class="language-json">${[...JSON_CONFIG('W')]
        .map(html)
        .join('')
        .replace('W', () => w)}</code></pre>\n`,
  },
  {
    name: 'a link',
    path: 'a.md',
    write: within(percent, json),
    file: (w) =>
      `[add](vscode:mcp/install?${allPercent(`{"name":"a","command":"x","args":[],"env":{"TOKEN":"`)}${w}${allPercent('"}}')}) to mcp\n`,
  },
  {
    name: 'a link in a link',
    path: 'a.md',
    write: within(percent, within(percent, json)),
    file: (w) =>
      `[add](https://x.test/redirect?url=vscode%3Amcp/install%3F${allPercent(allPercent(`{"name":"a","command":"x","env":{"TOKEN":"`))}${w}${allPercent(allPercent('"}}'))}) to mcp\n`,
  },
];

/** In these, something that is no part of the value stands anywhere in it. */
const INTERRUPTED: readonly Form[] = [
  {
    name: 'TOML, lines that go on',
    path: 'a.toml',
    write: json,
    file: (written) => TOML_CONFIG(`"""${written}"""`),
    nothing: '\\\n  ',
    without: ' ',
  },
  {
    name: 'YAML, lines that go on',
    path: 'a.yaml',
    write: inYaml,
    file: (written) => YAML_CONFIG(`"${written}"`),
    nothing: '\\\r\n          ',
    without: ' ',
  },
  {
    name: 'JSON5, lines that go on',
    path: 'openclaw.json',
    write: backslashed("'\\"),
    file: (written) => `{mcp: {servers: {a: {command: 'x', env: {TOKEN: '${written}'}}}}}`,
    nothing: '\\\r\n',
  },
  {
    name: 'a script, lines that go on',
    path: 'a.ts',
    write: backslashed("'\\"),
    file: (written) => SCRIPT(`'${written}'`),
    nothing: '\\\n',
  },
  {
    name: 'a word in double quotes, lines that go on',
    path: 'a.sh',
    write: inDouble,
    file: (written) => COMMAND(`"${written}"`),
    nothing: '\\\n',
  },
  {
    name: 'code with single quotes in a text, lines that go on',
    path: 'a.md',
    write: backslashed("'\\"),
    file: (written) => fence('js', SCRIPT(`'${written}'`)),
    nothing: '\\\n',
  },
  {
    name: 'an element with others in it',
    path: 'a.md',
    write: within(html, json),
    file: (written) =>
      `mcp\n\n<pre>${[...JSON_CONFIG('W')]
        .map(html)
        .join('')
        .replace('W', () => written)}</pre>\n`,
    nothing: '<b></b>',
  },
];

/** What stands around a value in a link. */
function allPercent(text: string): string {
  return [...text].map(percent).join('');
}

/** The text of the one member TOKEN. */
function tokenIn(file: string, path: string): LocatedText {
  const { root, parts = [], problem } = parseText(documentOfText(file, { path, absolute: `/${path}` }));
  expect(problem).toBeUndefined();
  const found = new Map<number, LocatedText>();
  const walk = (value: Value): void => {
    if (value.kind === 'sequence') value.items.forEach(walk);
    if (value.kind !== 'mapping') return;
    for (const { key, value: member } of value.entries) {
      if (key.reveal() === 'TOKEN' && member.kind === 'scalar')
        found.set(member.text.range.start, member.text);
      walk(member);
    }
  };
  // Those of a workflow stand beside its tree.
  for (const value of [root!, ...parts.map((part) => part.value)]) walk(value);
  expect(found.size).toBe(1);
  return [...found.values()][0]!;
}

beforeAll(async () => {
  for (const { path } of [...FORMS, ...INTERRUPTED]) await loadDialect(path);
}, 120_000);

describe('the range of a part of a value, cut from the file, is the part as written; replaced, it is read as the other', () => {
  test.each([...FORMS, ...INTERRUPTED].map((form) => [form.name, form] as const))(
    '%s',
    (_, { path, write, file, without = '', nothing = '' }) => {
      const characters = fc.array(
        fc.constantFrom(...ALPHABET.filter((character) => !without.includes(character))),
        { minLength: 1, maxLength: 12 },
      );
      const gaps = fc.array(fc.constantFrom('', nothing), { minLength: 13, maxLength: 13 });
      fc.assert(
        fc.property(characters, characters, gaps, fc.nat(), fc.nat(), (given, other, gap, a, b) => {
          const between = (from: number, to: number) =>
            given
              .slice(from, to)
              .map((character, index) => (index === 0 ? '' : gap[from + index]!) + write(character))
              .join('');
          const text = file(gap[0]! + between(0, given.length) + gap[given.length]!);
          const token = tokenIn(text, path);
          const whole = token.reveal();
          // What stands around it so that it may begin and end with anything.
          const before = whole.indexOf(given.join(''));
          expect(before === 0 || before === 1).toBe(true);
          const [start, last] = [a % given.length, b % given.length].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const from = before + given.slice(0, start).join('').length;
          const to = from + given.slice(start, last + 1).join('').length;
          const { range } = token.slice(from, to);
          expect(text.slice(range.start, range.end)).toBe(between(start, last + 1));
          const written = other.map(write).join('');
          const replaced = tokenIn(text.slice(0, range.start) + written + text.slice(range.end), path);
          expect(replaced.reveal()).toBe(whole.slice(0, from) + other.join('') + whole.slice(to));
        }),
        { numRuns: 40 },
      );
    },
  );
});
