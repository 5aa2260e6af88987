import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Scalar, Value } from '../../src/core/value.ts';
import { parseMarkdown } from '../../src/parsers/markdown/parse-markdown.ts';

function plain(value: Value): unknown {
  if (value.kind === 'sequence') return value.items.map(plain);
  if (value.kind === 'scalar') return value.text.reveal();
  return Object.fromEntries(value.entries.map(({ key, value: member }) => [key.reveal(), plain(member)]));
}

function parse(text: string) {
  return parseMarkdown(new LocatedText(text, 0), 'README.md');
}

/** The configs of a text by their names. */
function configsOf(text: string): Record<string, unknown> {
  const { root, parts } = parse(text);
  const configs = plain(root!) as Record<string, unknown>;
  expect(parts!.map(({ path }) => path[0])).toEqual(Object.keys(configs));
  return configs;
}

const fenced = (language: string, ...lines: string[]) =>
  ['# MCP', '', `\`\`\`${language}`, ...lines, '```', ''].join('\n');
const CONFIG = '{"mcpServers": {"a": {"command": "npx", "args": ["-y", "a"], "env": {"KEY": "v"}}}}';
const READ = { mcpServers: { a: { command: 'npx', args: ['-y', 'a'], env: { KEY: 'v' } } } };

describe('where blocks are', () => {
  test.each([
    ['a fence', `\`\`\`json\n${CONFIG}\n\`\`\``],
    ['a long fence of tildes', `~~~~~ json title="mcp.json"\n${CONFIG}\n~~~~~`],
    ['attributes', `\`\`\`{.json title="mcp.json"}\n${CONFIG}\n\`\`\``],
    ['no language', `\`\`\`\n${CONFIG}\n\`\`\``],
    ['another language', `\`\`\`text\n${CONFIG}\n\`\`\``],
    ['a list', `1. Add:\n   \`\`\`json\n   ${CONFIG}\n   \`\`\``],
    ['the line of a list item', `- \`\`\`json\n  ${CONFIG}\n  \`\`\``],
    ['tabs', `-\tAdd:\n\n\t\`\`\`json\n\t${CONFIG}\n\t\`\`\``],
    ['a quote in a list in a quote', `> - > \`\`\`json\n>   > ${CONFIG}\n>   > \`\`\``],
    ['a quote that ends', `> \`\`\`json\n> ${CONFIG}\n\nno more`],
    ['a block without an end', `\`\`\`json\n${CONFIG}\n`],
    ['lines of Windows', `\`\`\`json\r\n${CONFIG}\r\n\`\`\`\r\n`],
    ['indentation', `Add:\n\n    ${CONFIG}\n\nDone.`],
    ['a text about texts', `\`\`\`\`markdown\n\`\`\`json\n${CONFIG}\n\`\`\`\n\`\`\`\``],
    ['an outer fence that is too short', `\`\`\`markdown\n\`\`\`json\n${CONFIG}\n\`\`\`\n\`\`\``],
    [
      'HTML',
      `<pre><code class="language-json">${CONFIG.replaceAll('"', '&quot;').replace('npx', '<b>npx</b>')}</code></pre>`,
    ],
    ['JSX', `<CodeBlock language="json">{\`${CONFIG}\`}</CodeBlock>`],
    ['a block behind commands', `\`\`\`bash\nnpm install\n${CONFIG}\n\`\`\``],
  ])('%s', (_, text) => {
    expect(configsOf(`MCP\n\n${text}`)).toEqual({ 'block 1': READ });
  });

  test('every block counts, and what stands between them does not', () => {
    const block = `\`\`\`json\n${CONFIG}\n\`\`\`\n`;
    expect(Object.keys(configsOf(`MCP\n${block}${CONFIG}\n${block}`))).toEqual(['block 1', 'block 2']);
  });
});

describe('what a block says', () => {
  test('comments, trailing commas, single quotes, missing commas', () => {
    const text = fenced(
      'jsonc',
      '// .mcp.json',
      '{ mcpServers: { /* one */ a: { command: \'npx\' "args": [\'-y\', "a",], # or uvx',
      '  "env": { KEY: v, }, }, }, }',
    );
    expect(configsOf(text)).toEqual({ 'block 1': READ });
  });

  test.each(['...', '…', '// …', '/* more */'])('%s for what is left out', (dots) => {
    const text = fenced('json', '{', `  ${dots}`, `  "mcpServers": { "a": { "command": "npx", ${dots}`);
    expect(configsOf(`${text}`)).toEqual({ 'block 1': { mcpServers: { a: { command: 'npx' } } } });
  });

  test('an ellipsis for a value does not swallow the next member', () => {
    const text = fenced('json', '{"mcpServers": {"b": ...', '"a": {"command": "npx"}}}');
    expect(configsOf(text)).toEqual({ 'block 1': { mcpServers: { a: { command: 'npx' } } } });
  });

  test.each([
    ['"mcpServers": {"a": {"command": "npx"}}', { mcpServers: { a: { command: 'npx' } } }],
    ['"a": {"command": "npx", "args": []},', { a: { command: 'npx', args: [] } }],
    ['"command": "npx",\n"args": ["a"]', { command: 'npx', args: ['a'] }],
    ['"headers": {"Authorization": "Bearer x"}', { server: { headers: { Authorization: 'Bearer x' } } }],
    ['"inputs": [{"type": "promptString", "id": "k"}]', { inputs: [{ type: 'promptString', id: 'k' }] }],
  ])('members without the braces around them: %s', (written, read) => {
    expect(configsOf(fenced('json', written))).toEqual({ 'block 1': read });
  });

  test('several values one after the other', () => {
    expect(Object.keys(configsOf(fenced('json', CONFIG, '', '// or', CONFIG)))).toEqual([
      'block 1',
      'block 2',
    ]);
  });

  test('TOML, YAML and commands', () => {
    expect(configsOf(fenced('toml', '[mcp_servers.a]', 'command = "npx"'))).toEqual({
      'block 1': { mcp_servers: { a: { command: 'npx' } } },
    });
    expect(configsOf(fenced('yaml', 'mcpServers:', '  a:', '    command: npx'))).toEqual({
      'block 1': { mcpServers: { a: { command: 'npx' } } },
    });
    expect(configsOf(fenced('', 'mcpServers:', '  a:', '    command: npx'))).toEqual({
      'block 1': { mcpServers: { a: { command: 'npx' } } },
    });
    expect(configsOf(fenced('bash', 'claude mcp add a -e KEY=v -- npx -y a'))).toEqual({ 'block 1': READ });
    expect(configsOf('Run `claude mcp add a -e KEY=v -- npx -y a` once.')).toEqual({ 'command 1': READ });
  });

  test.each<[string, unknown]>([
    [
      '{"mcp": {"servers": {"a": {"url": "https://a.example"}}}}',
      { mcp: { servers: { a: { url: 'https://a.example' } } } },
    ],
    [
      '{"servers": {"a": {"type": "http", "url": "https://a.example"}}}',
      { servers: { a: { type: 'http', url: 'https://a.example' } } },
    ],
    ['{"extensions": {"a": {"cmd": "npx", "args": []}}}', { extensions: { a: { cmd: 'npx', args: [] } } }],
    [
      '{"a": {"command": "npx", "args": ["x"]}, "b": {"url": "https://b.example"}}',
      { a: { command: 'npx', args: ['x'] }, b: { url: 'https://b.example' } },
    ],
    ['{"command": "npx", "type": "stdio"}', { command: 'npx', type: 'stdio' }],
    [
      '{"url": "https://a.example/mcp", "headers": {"K": "v"}}',
      { url: 'https://a.example/mcp', headers: { K: 'v' } },
    ],
    ['{"transport": {"command": "npx", "args": []}}', { transport: { command: 'npx', args: [] } }],
    ['{"inputs": [{"type": "promptString", "id": "a"}]}', { inputs: [{ type: 'promptString', id: 'a' }] }],
    ['"headers": {"K": "v"},\n"timeout": 3', { server: { headers: { K: 'v' }, timeout: '3' } }],
  ])('%s is a config', (content, expected) => {
    expect(configsOf(`# MCP\n\n${fenced('json', content)}`)).toEqual({ 'block 1': expected });
  });

  test('objects of code, names being references', () => {
    const text = fenced(
      'ts',
      'async function start(key: string) {',
      "  return new StdioClientTransport({ command: 'npx', args: ['a'], env: { A: key, B: 'v' } });",
      '}',
    );
    expect(configsOf(text)).toEqual({
      'block 1': { command: 'npx', args: ['a'], env: { A: '${key}', B: 'v' } },
    });
  });

  test.each([
    [
      'the answer of an API',
      'json',
      '{"jsonrpc": "2.0", "result": {"tools": [{"name": "mcp", "url": "https://a.example"}]}}',
    ],
    [
      'package.json',
      'json',
      '{"name": "x-mcp", "repository": {"type": "git", "url": "https://a.example"}, "scripts": {"mcp": "x"}}',
    ],
    ['OpenAPI', 'json', '{"openapi": "3.1.0", "servers": [{"url": "https://a.example/mcp"}]}'],
    ['AsyncAPI', 'yaml', 'servers:\n  a:\n    url: a.example\n    protocol: mqtt'],
    ['a request', 'js', 'fetch(url, { method: "POST", headers: { Authorization: "Bearer mcp" } });'],
    ['a workflow', 'yaml', 'jobs:\n  mcp:\n    runs-on: x\n    env:\n      KEY: v'],
    ['names of servers', 'json', '{"mcpServers": ["a", "b"]}'],
    ['a broken block', 'json', '}}]{"mcpServers": '],
    ['prose', '', 'Add "mcpServers": to the file, then the command.'],
  ])('%s is no config', (_, language, content) => {
    const { parts, fault } = parse(fenced(language, content));
    expect({ parts, fault }).toEqual({ parts: [], fault: undefined });
  });

  test('a text that does not mention MCP holds nothing', () => {
    expect(parse('```json\n{"servers": {"a": {"command": "npx", "args": []}}}\n```').parts).toEqual([]);
  });
});

describe('links', () => {
  const entry = { command: 'npx', args: ['-y', 'a'], env: { KEY: 'v' } };
  const json = JSON.stringify(entry);
  const base64 = Buffer.from(json).toString('base64');
  const named = encodeURIComponent(JSON.stringify({ name: 'a', ...entry }));
  const read = { mcpServers: { a: entry } };

  test.each([
    [`cursor://anysphere.cursor-deeplink/mcp/install?name=a&config=${base64}`],
    [`https://cursor.com/en/install-mcp?name=a&config=${encodeURIComponent(base64)}`],
    [`https://cursor.com/install-mcp?config=${base64}&name=a`],
    [`lmstudio://add_mcp?name=a&config=${base64.replaceAll('=', '')}`],
    [
      `https://insiders.vscode.dev/redirect/mcp/install?name=a&config=${encodeURIComponent(json)}&quality=insiders`,
    ],
    [`https://kiro.dev/launch/mcp/add?name=a&config=${encodeURIComponent(json)}`],
    ['goose://extension?cmd=npx&arg=-y&arg=a&id=x&name=a&env=KEY%3Dv&timeout=300'],
    [`cursor://x/mcp/install?name=q&config=${Buffer.from(JSON.stringify({ a: entry })).toString('base64')}`],
  ])('%s', (link) => {
    const badge = `[![Install](https://img.shields.io/badge/mcp-install?style=flat)](${link})`;
    expect(configsOf(badge)).toEqual({ 'link 1': read });
    expect(configsOf(`<a href="${link.replaceAll('&', '&amp;')}">MCP</a>`)).toEqual({ 'link 1': read });
  });

  test.each([
    [`vscode:mcp/install?${named}`],
    [`vscode-insiders:mcp/install?${named}`],
    [`https://vscode.dev/redirect?url=${encodeURIComponent(`vscode:mcp/install?${named}`)}`],
    [`https://insiders.vscode.dev/redirect?url=vscode-insiders:mcp/install?${named}`],
  ])('%s', (link) => {
    expect(configsOf(`[MCP](${link})`)).toEqual({ 'link 1': { mcpServers: { a: { name: 'a', ...entry } } } });
  });

  test('inputs beside a config', () => {
    const inputs = encodeURIComponent('[{"type":"promptString","id":"k"}]');
    const link = `https://vscode.dev/redirect/mcp/install?name=a&inputs=${inputs}&config=${encodeURIComponent(json)}`;
    expect(configsOf(link)).toEqual({
      'link 1': { ...read, inputs: [{ type: 'promptString', id: 'k' }] },
    });
  });

  test('of Goose has arguments, variables and headers', () => {
    const of = (query: string) => configsOf(`goose://extension?${query}`);
    expect(of('url=https%3A%2F%2Fa.example&type=sse&id=b&header=X-Key%3Dv&header=none&env=%3Dx')).toEqual({
      'link 1': { mcpServers: { b: { url: 'https://a.example', type: 'sse', headers: { 'X-Key': 'v' } } } },
    });
    expect(of('cmd=npx')).toEqual({ 'link 1': { mcpServers: { server: { command: 'npx' } } } });
    expect(parse('goose://extension?').parts).toEqual([]);
  });

  test('characters of several bytes in percent encoding, and what is none', () => {
    const link = `vscode:mcp/install?${named.replace('KEY', '%E2%82%AC%F0%9F%94%91%C3%A9%ZZ%E2%82')}`;
    expect(configsOf(link)).toEqual({
      'link 1': { mcpServers: { a: { name: 'a', ...entry, env: { '€\u{1f511}é%ZZ%E2%82': 'v' } } } },
    });
  });

  test('an address with parentheses of its own', () => {
    const link = `vscode:mcp/install?${named.replace('KEY', 'K(1)')}`;
    expect(configsOf(`[add](${link}) to MCP`)).toEqual({
      'link 1': { mcpServers: { a: { name: 'a', ...entry, env: { 'K(1)': 'v' } } } },
    });
  });

  test('other addresses are none', () => {
    expect(parse('https://a.example/mcp?config=x&b=%7B https://mcp.example/?a=eyJhIjoxfQ').parts).toEqual([]);
  });

  test('a value in base64 stands where all of it stands; in percent encoding exactly', () => {
    const find = (value: Value): Scalar => {
      if (value.kind === 'scalar') return value;
      const last = value.kind === 'mapping' ? value.entries.at(-1)!.value : value.items.at(-1)!;
      return find(last);
    };
    const whole = `mcp cursor://a/mcp/install?name=a&config=${base64} b`;
    const { start, end } = find(parse(whole).root!).text.range;
    expect(whole.slice(start, end)).toBe(base64);
    const value = 'k\u00e9y "\ud83d\ude00';
    const exact = `vscode:mcp/install?${encodeURIComponent(JSON.stringify({ command: 'a', args: [], env: { K: value } }))}`;
    const scalar = find(parse(exact).root!);
    expect(scalar.text.reveal()).toBe(value);
    expect(exact.slice(scalar.text.range.start, scalar.text.range.end)).toBe(
      encodeURIComponent(JSON.stringify(value).slice(1, -1)),
    );
  });
});

describe('the mapping in front', () => {
  test('is a part of its own when it names servers', () => {
    const text = '---\nname: x\nmcpServers:\n  - slack\n  - a:\n      command: npx\n---\n\nWork.\n';
    const { parts, root } = parse(text);
    expect(parts!.map(({ form, path }) => [form, path])).toEqual([['frontmatter', ['frontmatter']]]);
    expect(plain(root!)).toEqual({
      frontmatter: { name: 'x', mcpServers: ['slack', { a: { command: 'npx' } }] },
    });
    expect(parse('---\ntitle: MCP\nurl: https://mcp.example.com\n---\n').parts).toEqual([]);
  });

  test('of a text that a block shows is a snippet', () => {
    const agent = '---\nname: x\nmcpServers:\n  - a:\n      command: npx\n---\n\nWork.';
    const read = { name: 'x', mcpServers: [{ a: { command: 'npx' } }] };
    for (const language of ['markdown', 'yaml', 'text', ''])
      expect(configsOf(fenced(language, agent))).toEqual({ 'block 1': read });
  });

  test('is the only thing that can have a fault', () => {
    const { fault } = parse('---\nmcp-servers:\n  a: { command: "npx\n---\n');
    expect(fault?.code).toBe('syntax');
    expect(parse('---\ntitle: "MCP\n---\n```json\n{"mcpServers":\n```\n').fault).toBeUndefined();
  });
});

const containers = fc
  .array(fc.constantFrom('> ', '>', '   ', '\t', '>\t', '    '), { maxLength: 4 })
  .map((steps) => steps.join(''));

test('in any container, what is cut from the text is the value as written, and what replaces it is read again', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 12 });
  fc.assert(
    fc.property(
      containers,
      fc.constantFrom('\n', '\r\n'),
      fc.array(texts, { minLength: 1, maxLength: 3 }),
      texts,
      fc.nat(),
      (prefix, ending, values, other, choice) => {
        const config = JSON.stringify({ mcpServers: { a: { command: 'x', args: values } } }, null, '\t');
        const lines = ['```json', ...config.split('\n'), '```'].map((line) => `${prefix}${line}`);
        const text = ['MCP', ...lines, ''].join(ending);
        const argsOf = (source: string): Scalar[] => {
          const found: Scalar[] = [];
          const walk = (value: Value, within: boolean): void => {
            if (value.kind === 'scalar') within && found.push(value);
            else if (value.kind === 'sequence') for (const item of value.items) walk(item, true);
            else for (const entry of value.entries) walk(entry.value, within);
          };
          walk(parse(source).root!, false);
          return found;
        };
        const scalars = argsOf(text);
        expect(scalars.map((scalar) => scalar.text.reveal())).toEqual(values);
        const chosen = scalars[choice % scalars.length]!;
        const { start, end } = chosen.text.range;
        expect(JSON.parse(`"${text.slice(start, end)}"`)).toBe(chosen.text.reveal());
        expect(chosen.range).toEqual({ start: start - 1, end: end + 1 });
        const half = chosen.text.slice(0, chosen.text.length >> 1);
        expect(JSON.parse(`"${text.slice(half.range.start, half.range.end)}"`)).toBe(half.reveal());
        const replaced = text.slice(0, start) + JSON.stringify(other).slice(1, -1) + text.slice(end);
        expect(argsOf(replaced)[scalars.indexOf(chosen)]!.text.reveal()).toBe(other);
      },
    ),
  );
});

test('any text at all is read, never thrown at', () => {
  const pieces = fc.constantFrom(
    '```',
    '~~~',
    'json',
    '\n',
    '> ',
    '- ',
    '{',
    '}',
    '[',
    '"',
    ':',
    'mcpServers',
    'command',
    '<pre>',
    '</pre>',
    '&',
    '%7B',
    'mcp/install?',
    'config=',
    'eyJ',
    '---\n',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 }),
      (words) => {
        expect(parse(`mcp:${words.join('')}`).root).toBeDefined();
      },
    ),
  );
});

describe('hostile texts take linear time', () => {
  const long = (piece: string, length = 500_000) => piece.repeat(length / piece.length);
  test.each([
    ['backticks', 'mcp '.concat(long('`', 100_000))],
    ['fences', `mcp\n${long('```json\n"command\n')}`],
    ['one line', `mcp${long('a')}`],
    ['quotes in quotes', `mcp\n${long(`${'> '.repeat(500)}\`\`\`json\n`)}`],
    ['markers of lists', `mcp\n${long(`${'- '.repeat(900)}\`\`\`\n`)}`],
    ['brackets', `mcp\n\`\`\`json\ncommand${long('[')}`],
    ['open strings', `mcp\n\`\`\`json\ncommand"${long('\\"')}`],
    ['open references', `mcp\n\`\`\`json\ncommand{a:${long('${')}`],
    ['open elements', `mcp${long('<pre>')}`],
    ['open tags', `mcp<pre>command${long('<a')}</pre>`],
    ['links', long('a:mcp?{ ')],
    ['links in links', `vscode:mcp/install?url=${long('vscode%3Amcp%2Finstall%3Furl%3D')}`],
    ['encodings of encodings', `vscode:mcp/install?%${long('25')}7B`],
    ['a front without an end', `---\nmcpServers:\n${long('a\n')}`],
  ])(
    '%s',
    (_, text) => {
      expect(parse(text).root).toBeDefined();
    },
    10_000,
  );
});
