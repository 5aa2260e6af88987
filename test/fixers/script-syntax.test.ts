import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literalCredential } from '../../src/core/literal-credential.ts';
import type { LocatedText } from '../../src/core/located-text.ts';
import type { Scalar, Value } from '../../src/core/value.ts';
import { findScalar } from '../../src/fixers/find-scalar.ts';
import { mergeEdits } from '../../src/fixers/merge-edits.ts';
import { scriptSyntax } from '../../src/fixers/script-syntax.ts';
import { Unwritable } from '../../src/fixers/syntax.ts';
import { applyEdits } from '../support/edits.ts';
import { prng, sample } from '../support/samples.ts';
import { parseSource, readSource } from '../support/scripts.ts';

const token = sample('github-pat-classic', prng(23));

/** The first literal credential, the scalar that holds it, and the syntax of the script. */
function firstOf(source: string, path?: string) {
  const { linted, root } = readSource(source, path);
  const slot = [...linted.servers.flatMap((server) => server.slots), ...linted.slots].find(literalCredential);
  const part = literalCredential(slot!)!.secret as LocatedText;
  const place = findScalar(root, part.range);
  if (!place) throw new Error('no scalar');
  return { holder: place.holder, part, syntax: scriptSyntax(source, root) };
}

/** A script with its credential replaced by a variable. */
function withVariable(source: string, path?: string): string {
  const { holder, part, syntax } = firstOf(source, path);
  return applyEdits(source, mergeEdits([syntax.replaceByVariable!(holder, 'MY_TOKEN', part)].flat()));
}

const entry = (env: string, declarations = '') =>
  `${declarations}start({ mcpServers: { a: { command: 'a', env: { TOKEN: ${env} } } } })`;

const VARIABLES: Readonly<Record<string, readonly [string, string]>> = {
  'a member': [entry(`'${token}'`), entry(`process.env.MY_TOKEN ?? ''`)],
  'a template that is it as a whole': [entry(`\`${token}\``), entry(`process.env.MY_TOKEN ?? ''`)],
  'a part of a string': [entry(`'Bearer ${token}'`), entry('`Bearer ${process.env.MY_TOKEN}`')],
  'a part of a template': [entry(`\`\${scheme} ${token}\``), entry('`${scheme} ${process.env.MY_TOKEN}`')],
  'an operand': [entry(`'Bearer ' + '${token}'`), entry(`'Bearer ' + (process.env.MY_TOKEN ?? '')`)],
  'a default': [
    entry(`process.env.OTHER || '${token}'`),
    entry(`process.env.OTHER || (process.env.MY_TOKEN ?? '')`),
  ],
  'a default of the variable itself': [
    entry(`process.env.MY_TOKEN || '${token}'`),
    entry(`process.env.MY_TOKEN || ''`),
  ],
  'a branch': [entry(`live ? '${token}' : x`), entry(`live ? (process.env.MY_TOKEN ?? '') : x`)],
  'a constant': [
    entry('KEY', `const KEY = '${token}';\n`),
    entry('KEY', `const KEY = process.env.MY_TOKEN ?? '';\n`),
  ],
  'a constant without a semicolon': [
    entry('KEY', `const KEY = '${token}'\n`),
    entry('KEY', `const KEY = process.env.MY_TOKEN ?? ''\n`),
  ],
  'a constant that is a part': [
    entry('`Bearer ${cfg.key}`', `const cfg = { key: '${token}' } as const;\n`),
    entry('`Bearer ${cfg.key}`', `const cfg = { key: process.env.MY_TOKEN ?? '' } as const;\n`),
  ],
  'a literal type': [entry(`'${token}' as const`), entry(`process.env.MY_TOKEN ?? '' as const`)],
  'a called string': [entry(`'${token}'.trim()`), entry(`(process.env.MY_TOKEN ?? '').trim()`)],
  'a query': [
    `new SSEClientTransport(new URL('https://a.example.com/sse?token=${token}&x=1'))`,
    'new SSEClientTransport(new URL(`https://a.example.com/sse?token=${process.env.MY_TOKEN}&x=1`))',
  ],
  'JSON inside of a string': [
    `write('{"mcpServers": {"a": {"command": "a", "env": {"TOKEN": "${token}"}}}}')`,
    'write(`{"mcpServers": {"a": {"command": "a", "env": {"TOKEN": "${process.env.MY_TOKEN}"}}}}`)',
  ],
};

test.each(Object.entries(VARIABLES))('a variable in the place of %s', (_, [source, expected]) => {
  const result = withVariable(source);
  expect(result).toBe(expected);
  const { fault, literals, servers } = readSource(result);
  expect(fault).toBeUndefined();
  expect(literals).toEqual([]);
  expect(servers.length).toBe(readSource(source).servers.length);
});

test('two variables can stand in one text', () => {
  const other = sample('github-pat-classic', prng(29));
  const source = `new SSEClientTransport(new URL('https://a.example.com/sse?token=${token}&key=${other}'))`;
  const { root, literals } = readSource(source);
  const syntax = scriptSyntax(source, root);
  const edits = literals.flatMap(({ value }, index) => {
    const { holder } = findScalar(root, value.range)!;
    return syntax.replaceByVariable!(holder, `KEY_${index}`, value);
  });
  const once = new Map(edits.map((edit) => [`${edit.range.start} ${edit.text}`, edit]));
  expect(applyEdits(source, mergeEdits([...once.values()]))).toBe(
    'new SSEClientTransport(new URL(`https://a.example.com/sse?token=${process.env.KEY_0}&key=${process.env.KEY_1}`))',
  );
});

test('what is sent in another form than it is written is left', () => {
  const source = `new SSEClientTransport(url, { requestInit: { headers: { Authorization: 'Basic ' + btoa('user:${token}') } } })`;
  expect(() => withVariable(source)).toThrow(Unwritable);
});

test('an octal escape cannot be written in a template', () => {
  expect(() => withVariable(entry(`'\\12Bearer ${token}'`), 'a.js')).toThrow(Unwritable);
});

function textOf(value: Value): Scalar {
  if (value.kind !== 'scalar') throw new Error('no scalar');
  return value;
}

test('a text that is replaced is read as the other one, whatever the quotes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom("'", '"', '`'),
      fc.string({ unit: fc.constantFrom(...'aZ "\'`$\\\né☃{}'), maxLength: 10 }),
      fc.boolean(),
      (quote, text, isPart) => {
        const source = entry(`${quote}Bearer ${token}${quote}`);
        const { holder, part, syntax } = firstOf(source);
        const edits = [syntax.replaceText(holder, text, isPart ? part : undefined)].flat();
        const result = parseSource(applyEdits(source, edits));
        expect(result.fault).toBeUndefined();
        const { start } = edits[0]!.range;
        const place = findScalar(result.root!, { start, end: start });
        expect(textOf(place!.holder).text.reveal()).toBe(isPart ? `Bearer ${text}` : text);
      },
    ),
    { numRuns: 60 },
  );
});

test('what is no string becomes one, and members cannot be changed', () => {
  const source = entry('12345');
  const { root } = readSource(source);
  const syntax = scriptSyntax(source, root);
  const place = findScalar(root, { start: source.indexOf('12345'), end: source.indexOf('12345') + 5 })!;
  expect(applyEdits(source, [syntax.replaceText(place.holder, `it's`)].flat())).toBe(entry(`'it\\'s'`));
  expect(() => syntax.replaceValue(place.holder, true)).toThrow(Unwritable);
  expect(() => syntax.editContainer({ container: root as never, removed: new Set(), added: [] })).toThrow(
    Unwritable,
  );
});

test('a variable in the place of any literal leaves a script that reads the rest as before', () => {
  fc.assert(
    fc.property(
      fc.constantFrom("'", '"', '`'),
      fc.string({ unit: fc.constantFrom(...'aZ /:"\'`$\\{}'), maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'aZ /:"\'`$\\{}'), maxLength: 8 }),
      (quote, before, after) => {
        const escaped = (text: string) => text.replace(/["'`$\\]/g, '\\$&');
        const source = `start({ mcpServers: { a: { command: 'a', env: { TOKEN: ${quote}${escaped(before)}@@${escaped(after)}${quote} } } } })`;
        const { root } = parseSource(source);
        const at = source.indexOf('@@');
        const { holder } = findScalar(root!, { start: at, end: at + 2 })!;
        const part: LocatedText = holder.text.slice(before.length, before.length + 2);
        const edits = [scriptSyntax(source, root!).replaceByVariable!(holder, 'X', part)].flat();
        const result = parseSource(applyEdits(source, mergeEdits(edits)));
        expect(result.fault).toBeUndefined();
        const place = findScalar(result.root!, {
          start: edits[0]!.range.start,
          end: edits[0]!.range.start + 1,
        })!;
        const isWhole = before === '' && after === '';
        expect(place.holder.text.reveal()).toBe(
          isWhole ? '${process.env.X}' : `${before}\${process.env.X}${after}`,
        );
      },
    ),
    { numRuns: 60 },
  );
});
