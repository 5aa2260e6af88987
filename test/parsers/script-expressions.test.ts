import { expect, test } from 'vitest';
import { prng, sample } from '../support/samples.ts';
import { plainValue, readSource } from '../support/scripts.ts';

const token = sample('github-pat-classic', prng(13));
const half = Math.floor(token.length / 2);

/** What `mcpServers.a.env` is read as, with `TOKEN` in the place of the expression; declarations come in front. */
function environmentOf(expression: string, declarations = '', path = 'script.ts'): unknown {
  const { parts } = readSource(
    `${declarations}\nstart({ mcpServers: { a: { command: 'a', env: { TOKEN: ${expression} } } } })`,
    path,
  );
  const read = plainValue(parts.at(-1)!.value) as { mcpServers: { a: { env: unknown } } };
  return read.mcpServers.a.env;
}

const LITERALS: Readonly<Record<string, readonly [string, string?]>> = {
  'single quotes': [`'${token}'`],
  'double quotes': [`"${token}"`],
  'a template': [`\`${token}\``],
  'a sum': [`'${token.slice(0, half)}' + '${token.slice(half)}'`],
  'a list that is joined': [`['${token.slice(0, half)}', '${token.slice(half)}'].join('')`],
  'a constant': ['KEY', `const KEY = '${token}'`],
  'a variable that is set later': ['KEY', `let KEY; KEY = '${token}'`],
  'a constant of a constant': ['B', `const A = '${token}'; const B = A`],
  'a member': ['cfg.a.token', `const cfg = { a: { token: '${token}' } } as const`],
  'a member in brackets': [`cfg['token']`, `const cfg = Object.freeze({ token: '${token}' })`],
  'a member of a spread': ['cfg.token', `const base = { token: '${token}' }; const cfg = { ...base }`],
  'a destructured member': ['t', `const cfg = { token: '${token}' }; const { token: t } = cfg`],
  'an item': ['keys[1]', `const keys = ['x', '${token}']`],
  'an enum': ['Keys.A', `enum Keys { A = '${token}' }`],
  'a static field': ['Keys.A', `class Keys { static A = '${token}' }`],
  'a type that is asserted': [`'${token}' as string`],
  'a template of a constant': ['`${KEY}`', `const KEY = '${token}'`],
  'a text without white space': [`' ${token}'.trim()`],
};

test.each(Object.entries(LITERALS))('%s is a literal', (_, [expression, declarations]) => {
  const read = environmentOf(expression, declarations) as { TOKEN: string };
  expect(read.TOKEN.trim()).toBe(token);
});

const REFERENCES: Readonly<Record<string, readonly [string, string]>> = {
  'process.env.KEY': ['process.env.KEY', '${process.env.KEY}'],
  'process.env.KEY!': ['process.env.KEY!', '${process.env.KEY}'],
  "process.env['KEY']": ["process.env['KEY']", '${process.env.KEY}'],
  'import.meta.env.KEY': ['import.meta.env.KEY', '${process.env.KEY}'],
  'Deno.env.get': [`Deno.env.get('KEY')`, '${process.env.KEY}'],
  'Bun.env.KEY': ['Bun.env.KEY', '${process.env.KEY}'],
  'a member of what is not known': ['config.key', '${config.key}'],
  'a call': [`await readSecret('a')`, '${expression}'],
  'an empty default': [`process.env.KEY ?? ''`, '${process.env.KEY}'],
  'a default that is one too': ['process.env.KEY || other', '${process.env.KEY}'],
  'a part of a text': ['`Bearer ${process.env.KEY}`', 'Bearer ${process.env.KEY}'],
  'a tag': ['tag`x`', '${expression}'],
};

test.each(Object.entries(REFERENCES))('%s is a reference', (_, [expression, read]) => {
  expect(environmentOf(expression)).toEqual({ TOKEN: read });
});

const DEFAULTS: Readonly<Record<string, readonly [string, string?]>> = {
  '??': [`process.env.KEY ?? '${token}'`],
  '||': [`process.env.KEY || '${token}'`],
  'a constant': ['process.env.KEY ?? FALLBACK', `const FALLBACK = '${token}'`],
  'a destructured variable': ['KEY', `const { KEY = '${token}' } = process.env`],
  'inside of a text': [`\`Bearer \${process.env.KEY ?? '${token}'}\``],
};

test.each(Object.entries(DEFAULTS))('a default is a credential: %s', (_, [expression, declarations = '']) => {
  const { literals } = readSource(
    `${declarations}\nstart({ mcpServers: { a: { command: 'a', env: { TOKEN: ${expression} } } } })`,
  );
  expect(literals.map(({ kind, written }) => [kind, written])).toEqual([['reference-default', token]]);
});

test('a default of a parameter is a credential', () => {
  const { literals } = readSource(
    `function start(token = '${token}') { return new StdioClientTransport({ command: 'a', env: { TOKEN: token } }) }`,
  );
  expect(literals.map(({ written }) => written)).toEqual([token]);
});

test('both branches of a condition are read', () => {
  const other = sample('github-pat-classic', prng(17));
  const { literals } = readSource(
    `start({ mcpServers: { a: { command: 'a', env: { TOKEN: live ? '${token}' : '${other}' } } } })`,
  );
  expect(literals.map(({ written }) => written)).toEqual([token, other]);
});

test('a name is what it is where it is used', () => {
  const { literals } = readSource(
    `const key = '${token}'; function start(key) { return new StdioClientTransport({ command: 'a', env: { TOKEN: key } }) }`,
  );
  expect(literals).toEqual([]);
});

test('a constant that two servers use has one place', () => {
  const source = `const KEY = '${token}'; start({ mcpServers: { a: { command: 'a', env: { TOKEN: KEY } }, b: { command: 'b', env: { TOKEN: KEY } } } })`;
  const places = readSource(source).literals.map(({ value }) => value.range.start);
  expect(places).toEqual([source.indexOf(token), source.indexOf(token)]);
});

test('headers are read in every form', () => {
  const forms = [
    `{ headers: { Authorization: 'Bearer ${token}' } }`,
    `{ headers: new Headers({ Authorization: 'Bearer ${token}' }) }`,
    `{ headers: [['Authorization', 'Bearer ${token}']] }`,
    `{ headers: Object.fromEntries([['Authorization', 'Bearer ${token}']]) }`,
  ];
  for (const form of forms) {
    const { literals } = readSource(`new SSEClientTransport(url, { requestInit: ${form} })`);
    expect(literals.map(({ kind, name, written }) => [kind, name, written])).toEqual([
      ['header', 'Authorization', token],
    ]);
  }
});

test('members that are set behind the declaration count', () => {
  const { literals } = readSource(`
    const headers: Record<string, string> = {};
    headers.Authorization = 'Bearer ' + '${token}';
    const url = new URL('/mcp', 'https://a.example.com');
    url.searchParams.set('api_key', '${token}');
    new StreamableHTTPClientTransport(url, { requestInit: { headers } });`);
  expect(literals.map(({ kind, written }) => [kind, written])).toEqual([
    ['header', token],
    ['url-query', token],
  ]);
});

test('JSON that is written into a variable is read', () => {
  const { literals } = readSource(
    `start({ mcpServers: { a: { command: 'a', env: { HEADERS: JSON.stringify({ Authorization: 'Bearer ${token}' }) } } } })`,
  );
  expect(literals.map(({ kind, written }) => [kind, written])).toEqual([['embedded-json', token]]);
});

test('a member that is written twice is shadowed, one that replaces a spread is not', () => {
  const { linted } = readSource(`start({ mcpServers: { a: { command: 'a', command: 'b' } } })`);
  expect(linted.servers[0]!.server.command?.reveal()).toBe('b');
  const spread = readSource(
    `const base = { command: 'a' }; start({ mcpServers: { a: { ...base, command: 'b' } } })`,
  );
  expect(spread.servers[0]!.entry.entries).toHaveLength(1);
});
