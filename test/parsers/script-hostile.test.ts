import { expect, test } from 'vitest';
import { MAX_DEPTH } from '../../src/parsers/jsonc.ts';
import { MAX_VALUES } from '../../src/parsers/script/reading.ts';
import { LONGEST_SCRIPT } from '../../src/parsers/script/syntax-tree.ts';
import { readConfigs } from '../../src/read-configs.ts';
import { folderOf } from '../support/cli.ts';
import { prng, sample } from '../support/samples.ts';
import { parseSource, readSource } from '../support/scripts.ts';

const MANY = 50_000;
const token = sample('github-pat-classic', prng(19));

test.each([
  ['brackets', '['.repeat(MANY)],
  ['brackets behind text', `${'a;\n'.repeat(100)}${'(['.repeat(MAX_DEPTH)}`],
  ['operators', `x = ${'!'.repeat(MANY)}y`],
  ['conditions', `${'if (a) {} else '.repeat(MANY)}{}`],
  ['arrow functions', `${'a=>'.repeat(MANY)}1`],
  ['a sum', `const mcpServers = ${"'a'+".repeat(MANY)}'b'`],
  ['calls', `a${'.b()'.repeat(MANY)}`],
  ['types', `let a: ${'A<'.repeat(MANY)}`],
  ['JSX', '<a>'.repeat(MANY)],
])('%s that nest too deeply are a fault', (_, source) => {
  expect(parseSource(source, 'a.tsx').fault?.code).toMatch(/^(?:too-deep|syntax)$/);
});

test('the place of the bracket that is too deep is told', () => {
  const { fault, root } = parseSource(`f('[[[', /[(]/, \`((\${1}((\`, ${'('.repeat(MAX_DEPTH)}`);
  expect(root).toBeUndefined();
  expect(fault).toEqual({ code: 'too-deep', message: 'nested too deeply', offset: 28 + MAX_DEPTH - 1 });
});

test('brackets in texts do not nest', () => {
  const texts = `x('${'['.repeat(MANY)}', \`${'('.repeat(MANY)}\`, /${'\\('.repeat(500)}/); // ${'{'.repeat(MANY)}`;
  expect(parseSource(texts).fault).toBeUndefined();
});

test('names in circles and constants that double end', () => {
  const circle = `const a = { ...b }; const b = { ...a, x: c.x }; const c = { x: b.x }; start({ mcpServers: { a, b: { command: c.x, env: a } } })`;
  expect(parseSource(circle).fault).toBeUndefined();
  const doubled = Array.from(
    { length: 60 },
    (_, index) => `const v${index + 1} = v${index} + v${index};`,
  ).join('');
  const objects = Array.from(
    { length: 60 },
    (_, index) => `const o${index + 1} = { a: o${index}, b: o${index} };`,
  ).join('');
  const source = `const v0 = 'x'; ${doubled} const o0 = { command: 'x' }; ${objects} start({ mcpServers: { a: { command: v60, env: o60 } } })`;
  expect(readSource(source).servers).toHaveLength(1);
});

const entryOf = (expression: string) =>
  `start({ mcpServers: { a: { command: 'a', env: { TOKEN: ${expression} } } } });`;
const each = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

test.each([
  ['a template of many', `const b = 'x'; ${entryOf(`\`${'${b} '.repeat(10_000)}\``)}`],
  ['JSON of many', entryOf(`JSON.stringify([${"'a',".repeat(10_000)}])`)],
  [
    'an address that is added to many times',
    `const u = new URL('https://a.example.com'); ${"u.searchParams.set('k', 'x');".repeat(20_000)}
    start({ mcpServers: { ${each(20, (at) => `s${at}: { url: u },`)} } });`,
  ],
  [
    'parameters of much text',
    `const k = '${'k'.repeat(100_000)}'; const u = new URL('https://a.example.com'); ${"u.searchParams.set(k, 'x');".repeat(10_000)}
    start({ mcpServers: { a: { url: u } } });`,
  ],
  ['base64 of base64', entryOf(`${'btoa('.repeat(300)}'a'${')'.repeat(300)}`)],
  ['JSON of JSON', entryOf(`${'JSON.stringify('.repeat(100)}'"'${')'.repeat(100)}`)],
  ...Object.entries({
    object: `const O = { ${each(10_000, (at) => `k${at}: 'x',`)} };`,
    enumeration: `enum O { ${each(10_000, (at) => `k${at} = 'x',`)} }`,
    class: `class O { ${each(10_000, (at) => `static k${at} = 'x';`)} }`,
    'object that is added to': `const O = {}; ${each(10_000, (at) => `O.k${at} = 'x';`)}`,
  }).map(([name, declaration]): [string, string] => [
    `members of a large ${name}`,
    `${declaration} start({ mcpServers: { a: { command: 'a', args: [${each(10_000, (at) => `O.k${at},`)}] } } });`,
  ]),
])('%s is read', (_, source) => {
  const { linted } = readSource(source);
  expect(linted.servers.length).toBeGreaterThan(0);
});

test('what hides a config behind too many values is told', () => {
  const words = `new MCPServerStdio({ fullCommand: '${'a '.repeat(MAX_VALUES)}' });`;
  const { fault, linted } = readSource(`${words}\n${entryOf(`'${token}'`)}`);
  expect(fault).toMatchObject({ code: 'unreadable', offset: 0 });
  expect(linted.servers.length).toBeGreaterThan(0);
});

test('conditions in conditions are not multiplied out', () => {
  const many = Array.from({ length: 200 }, (_, index) => `(a${index} ? 'x' : 'y')`).join(' + ');
  expect(readSource(`start({ mcpServers: { a: { command: ${many} } } })`).servers).toHaveLength(1);
});

test('a bundle is not read', () => {
  const { fault, root } = parseSource(' '.repeat(LONGEST_SCRIPT + 1));
  expect(root).toBeUndefined();
  expect(fault).toMatchObject({ code: 'unreadable', offset: 0 });
});

test.each([
  [
    'an expression is missing',
    `const mcpServers = { a: { command: 'a', env: { TOKEN: '${token}' } } };\nconst x = ;`,
    'x = ',
  ],
  [
    'the file ends too early',
    `const mcpServers = { a: { command: 'a', env: { TOKEN: '${token}' } }`,
    "' } }",
  ],
  [
    'merge conflict marker',
    `const mcpServers = { a: { command: 'a', env: { TOKEN: '${token}' } } };\n<<<<<<< HEAD\n`,
    '};\n',
  ],
])('what could be read is given beside the fault: %s', (message, source, before) => {
  const { fault, literals } = readSource(source);
  expect(fault).toEqual({ code: 'syntax', message, offset: source.indexOf(before) + before.length });
  expect(literals.map(({ written }) => written)).toEqual([token]);
});

test('no message has any text of the script', () => {
  for (const source of [
    `const ${token} ${token}`,
    `'${token}`,
    `\`${token}`,
    `/${token}`,
    `({ a: ${token} b })`,
    `@@${token}`,
  ])
    expect(parseSource(source).fault?.message).not.toContain(token);
});

test('every kind of script is read, by its name', () => {
  const type = `const a: string = <string>b; const mcpServers = { a: { command: 'a' } }`;
  for (const name of ['a.ts', 'a.mts', 'a.cts', 'a.ts.example', 'A.TS'])
    expect(parseSource(type, name).fault).toBeUndefined();
  const jsx = `const a = <b c="d" />; const mcpServers = { a: { command: 'a' } }`;
  for (const name of ['a.js', 'a.mjs', 'a.cjs', 'a.jsx', 'a.tsx'])
    expect(parseSource(jsx, name).fault).toBeUndefined();
  expect(parseSource('#!/usr/bin/env node\nreturn await a;', 'a.cjs').fault).toBeUndefined();
});

test('a script of a folder that cannot be read is told when it may hold servers', async () => {
  const deep = `const text = ${"'a'+".repeat(MANY)}'b';\n`;
  const cwd = folderOf({ 'a.ts': `${deep}${entryOf(`'${token}'`)}`, 'b.ts': deep });
  const results = await readConfigs(['.'], { cwd }, []);
  expect(results).toEqual([{ path: 'a.ts', problem: expect.objectContaining({ code: 'too-deep' }) }]);
});
