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
  'what is put into a text': [`String('${token}')`],
  'what is asked for as a text': [`'${token}'.toString()`],
  'what is frozen': ['KEY', `const KEY = Object.freeze('${token}')`],
  'the last of several': [`(log(), '${token}')`],
  'an assignment': [`(KEY = '${token}')`],
  'what follows a condition': [`live && '${token}'`],
  'a member of a frozen object': ['K.a', `const K = structuredClone(Object.freeze({ a: '${token}' }))`],
  'a member behind a spread': ['K.a', `const B = { a: 'x' }; const K = { ...B, a: '${token}' }`],
  'a member in front of a spread': ['K.a', `const B = { a: '${token}' }; const K = { a: 'x', ...B }`],
  'a member of an item': ['K[0].a', `const K = [{ a: '${token}' }]`],
  'a member that is set later': ['K.a', `const K = {}; K.a = '${token}'`],
  'an item that is destructured': ['b', `const [a, b] = ['x', '${token}']`],
  'a member that is destructured twice': ['c', `const { a: { b: c } } = { a: { b: '${token}' } }`],
  'a variable of the file': ['KEY', `var KEY; { var KEY = '${token}' }`],
  'an enum in brackets': [`Keys['A']`, `enum Keys { 'A' = '${token}' }`],
  'a template without expressions as a name': ['K[`a`]', `const K = { a: '${token}' }`],
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

test('a field is what it is set to in its class', () => {
  const { literals } = readSource(`class Client {
    #key = '${token}';
    start() {
      return new StdioClientTransport({ command: 'a', env: { TOKEN: this.#key } });
    }
  }`);
  expect(literals.map(({ written }) => written)).toEqual([token]);
});

test.each([
  ['base64', `Buffer.from('user:${token}').toString('base64')`],
  ['btoa', `btoa('user:${token}')`],
])('what is encoded has the place of what it is made from: %s', (_, expression) => {
  const source = `start({ mcpServers: { a: { url: 'https://a.example.com', headers: { Authorization: 'Basic ' + ${expression} } } } })`;
  const { literals } = readSource(source);
  expect(literals).toHaveLength(1);
  const { start, end } = literals[0]!.value.range;
  expect(source.slice(start, end)).toContain(token);
});

test('what is encoded of a reference is one', () => {
  expect(environmentOf('btoa(`user:${process.env.KEY}`)')).toEqual({ TOKEN: '${expression}' });
});

test.each<[string, string, unknown, string?]>([
  [
    'numbers and truth values',
    '[1, -1, true, null, /x/]',
    ['1', '${expression}', 'true', 'null', '${expression}'],
  ],
  ['an address and its base', `new URL('/mcp', 'https://a.example.com/')`, 'https://a.example.com/mcp'],
  ['an address of its own', `new URL('https://a.example.com', base)`, 'https://a.example.com'],
  ['parameters', `new URLSearchParams({ a: 'x', b: 'y', c: '&' }).toString()`, 'a=x&b=y'],
  ['parameters as a text', `new URLSearchParams('a=x')`, 'a=x'],
  ['a list that is joined', `['a', 'b', f()].join()`, 'a,b,${expression}'],
  ['a list that is joined with what is not known', `['a', 'b'].join(f())`, 'a${expression}b'],
  ['JSON', `JSON.stringify({ a: ['"', 1, true], b: null })`, '{"a":["\\"",1,true],"b":null}'],
  ['a spread list', `[...A, 'c', , ...f()]`, ['a', 'b', 'c', '${expression}'], `const A = ['a', 'b']`],
  ['a computed name', `{ [K]: 'x', [f()]: 'y' }`, { k: 'x' }, `const K = 'k'`],
  ['a spread object', `{ ...A, ...f() }`, { a: 'x' }, `const A = { a: 'x' }`],
  [
    'objects that are put together',
    `Object.assign({}, A, { b: 'y' })`,
    { a: 'x', b: 'y' },
    `const A = { a: 'x' }`,
  ],
  ['a map', `Object.fromEntries(new Map([['a', 'x']]))`, { a: 'x' }],
  ['what is no list of pairs', `Object.fromEntries([['a', 'x'], ['b']])`, [['a', 'x'], ['b']]],
  ['what helps to write types', `defineServer({ a: 'x' })`, { a: 'x' }],
  ['an enum', 'Keys', { A: 'x', 'B-C': 'y' }, `enum Keys { A = 'x', 'B-C' = 'y', D }`],
  ['functions', `{ a: () => 'x', b() { return 'x' }, get c() { return 'x' }, d: 'y' }`, { d: 'y' }],
  ['a difference', `'a' - 'b'`, '${expression}'],
])('%s', (_, expression, read, declarations = '') => {
  expect(environmentOf(expression, declarations)).toEqual({ TOKEN: read });
});

test.each([
  ['a parameter with a member of its own', `function f({ key }) { $ }`],
  ['the rest of a list', `const [...key] = list; $`],
  ['the rest of an object', `const { a, ...key } = all; $`],
  ['what is caught', `try {} catch (key) { $ }`],
  ['a property of a constructor', `class A { constructor(private key: string) { $ } }`],
])('%s is not known', (_, source) => {
  const use = `new StdioClientTransport({ command: 'a', env: { TOKEN: key } })`;
  const { linted, literals } = readSource(`const key = '${token}'; ${source.replace('$', () => use)}`);
  expect(literals).toEqual([]);
  expect(linted.servers).toHaveLength(1);
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
