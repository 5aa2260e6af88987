import { Buffer } from 'node:buffer';
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { LocatedText } from '../../core/located-text.ts';
import type { Value } from '../../core/value.ts';
import { lastName, type Node, unwrap } from './nodes.ts';
import { pairsAsMapping } from './pairs.ts';
import type { ValueReader } from './read-value.ts';
import { MAX_LENGTH } from './reading.ts';
import type { Scope } from './scopes.ts';
import { writeJson } from './write-json.ts';

/** A call whose result is in the file all the same. */
interface Call {
  readonly reader: ValueReader;
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly scope: Scope;
  /** What stands in front of the name: `['a', 'b']` of `['a', 'b'].join('')`. */
  readonly object?: Node;
}

/** None: the result is not known. */
type Reader = (call: Call) => readonly Value[];

const READERS: Readonly<Record<string, Reader>> = {
  // What they are given, as it is.
  String: (call) => given(call),
  freeze: (call) => given(call),
  seal: (call) => given(call),
  structuredClone: (call) => given(call),
  encodeURIComponent: (call) => given(call),
  Headers: (call) => given(call).map((value) => pairsAsMapping(call.reader.reading, value)),
  Map: (call) => given(call).map((value) => pairsAsMapping(call.reader.reading, value)),
  fromEntries: (call) => given(call).map((value) => pairsAsMapping(call.reader.reading, value)),
  assign: ({ reader, node, scope }) => [
    reader.reading.mapping(
      reader.reading.rangeOf(node),
      node.arguments
        .flatMap((argument) => reader.read({ node: argument, scope }))
        .flatMap((value) => (value.kind === 'mapping' ? value.entries : [])),
    ),
  ],
  // What they are called on, as it is.
  trim: (call) => calledOn(call),
  toJSON: (call) => calledOn(call),
  toString: (call: Call) => (isBase64(call) ? inBase64(call, buffered(call)) : calledOn(call)),
  btoa: (call) => inBase64(call, given(call)),
  URL: (call) => address(call),
  URLSearchParams: (call) => given(call).flatMap((value) => query(call, value)),
  join: (call) => joined(call),
  stringify: (call) => {
    const { reader, node } = call;
    return given(call).flatMap((value) => reader.reading.join(node, writeJson(reader.reading, node, value)));
  },
};

/** What a call gives as far as the file tells: `new URL('…')`, `['a', 'b'].join('')`, `defineConfig({…})`. */
export function readCall(
  reader: ValueReader,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  scope: Scope,
): readonly Value[] {
  const name = lastName(node.callee);
  if (name === undefined) return [];
  const callee = unwrap(node.callee);
  const object = callee.type === 'MemberExpression' ? callee.object : undefined;
  const call: Call = { reader, node, scope, ...(object && { object }) };
  if (Object.hasOwn(READERS, name)) return READERS[name]!(call);
  return /^define[A-Z]/.test(name) ? given(call) : [];
}

function given({ reader, node, scope }: Call, index = 0): readonly Value[] {
  const argument = node.arguments[index];
  return argument && argument.type !== 'SpreadElement' ? reader.read({ node: argument, scope }) : [];
}

function calledOn({ reader, scope, object }: Call): readonly Value[] {
  return object ? reader.read({ node: object, scope }) : [];
}

/** `new URL(path, base)`; what is no text is no address. */
function address(call: Call): readonly Value[] {
  const { reading } = call.reader;
  const bases = call.node.arguments.length > 1 ? given(call, 1) : [];
  return given(call).flatMap((value): readonly Value[] => {
    const base = bases[0];
    if (value.kind !== 'scalar' || base?.kind !== 'scalar' || /^\w+:/.test(value.text.reveal()))
      return [value];
    const start = base.text.reveal().endsWith('/') && value.text.reveal().startsWith('/') ? 1 : 0;
    return reading.join(call.node, [base.text, value.text.slice(start)]);
  });
}

/** `a=x&b=y`, where nothing has to be written in another way. */
function query({ reader, node }: Call, value: Value): readonly Value[] {
  if (value.kind !== 'mapping') return value.kind === 'scalar' ? [value] : [];
  const pieces: LocatedText[] = [];
  for (const { key, value: member } of value.entries) {
    if (member.kind !== 'scalar' || /[\s&#]/.test(member.text.reveal())) continue;
    pieces.push(key.decodedWhole(`${pieces.length > 0 ? '&' : ''}${key.reveal()}=`), member.text);
  }
  return reader.reading.join(node, pieces);
}

/** `['a', 'b'].join(' ')`. */
function joined(call: Call): readonly Value[] {
  const { reading } = call.reader;
  const separator = call.node.arguments.length === 0 ? ',' : textOf(given(call)[0]);
  if (separator === undefined) return [];
  return calledOn(call).flatMap((value): readonly Value[] => {
    if (value.kind !== 'sequence') return [];
    const pieces = value.items.flatMap((item, index) => {
      const text = item.kind === 'scalar' ? item.text : reading.wordAt(call.node, '${expression}');
      return index === 0 || separator === '' ? [text] : [text.slice(0, 0).decodedWhole(separator), text];
    });
    return reading.join(call.node, pieces);
  });
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' ? value.text.reveal() : undefined;
}

/** `Buffer.from(x).toString('base64')`. */
function isBase64(call: Call): boolean {
  return textOf(given(call)[0]) === 'base64' && buffered(call).length > 0;
}

function buffered({ reader, scope, object }: Call): readonly Value[] {
  const inner = object && unwrap(object);
  if (inner?.type !== 'CallExpression' || lastName(inner.callee) !== 'from') return [];
  const [text, ...others] = inner.arguments;
  return text && others.length === 0 && text.type !== 'SpreadElement'
    ? reader.read({ node: text, scope })
    : [];
}

/** As it is sent, at the place of what it is made from. */
function inBase64({ reader, node }: Call, values: readonly Value[]): readonly Value[] {
  return values.flatMap((value): readonly Value[] => {
    if (value.kind !== 'scalar' || value.text.length > MAX_LENGTH || /\$\{/.test(value.text.reveal()))
      return [reader.reading.reference(node)];
    const encoded = Buffer.from(value.text.reveal()).toString('base64');
    return [reader.reading.scalar(value.range, value.text.decodedWhole(encoded))];
  });
}
