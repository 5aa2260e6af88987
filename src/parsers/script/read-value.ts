import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { LocatedText } from '../../core/located-text.ts';
import type { Entry, Mapping, Scalar, Value } from '../../core/value.ts';
import { MAX_DEPTH } from '../jsonc.ts';
import { readCall } from './calls.ts';
import { Follower } from './follow.ts';
import { unescapeScript } from './literal.ts';
import { type Node, unwrap } from './nodes.ts';
import { pairsAsMapping } from './pairs.ts';
import type { Reading } from './reading.ts';
import type { Binding, Placed, Scope } from './scopes.ts';
import { type FoundEntry, settleEntries } from './settle-entries.ts';
import { withDefault } from './with-default.ts';

/** `a ? b : c` and `a ?? b` are all that they may be; more are not worth the time. */
const MAX_ALTERNATIVES = 8;
/** Names that stand for names. */
const MAX_FOLLOWED = 40;

/** Reads expressions as the values that a config in JSON would have. */
export class ValueReader {
  readonly reading: Reading;
  readonly #follower = new Follower();
  readonly #active = new Set<Node>();
  #depth = 0;
  #followed = 0;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** The value of an expression; where it may be several, the first. */
  readOne(placed: Placed): Value {
    return this.read(placed)[0]!;
  }

  /** All that an expression may be, as far as the file tells; what is not in the file is a reference. One at least. */
  read({ node: wrapped, scope }: Placed): readonly Value[] {
    const node = unwrap(wrapped);
    if (this.#depth > MAX_DEPTH || this.reading.exhausted || this.#active.has(node))
      return [this.reading.reference(node)];
    this.#depth += 1;
    this.#active.add(node);
    try {
      const found = this.#readPlain(node, scope).slice(0, MAX_ALTERNATIVES);
      return found.length > 0 ? found : [this.reading.reference(node)];
    } finally {
      this.#active.delete(node);
      this.#depth -= 1;
    }
  }

  #readPlain(node: Node, scope: Scope): readonly Value[] {
    switch (node.type) {
      case 'Literal':
        return [this.#literal(node)];
      case 'TemplateLiteral':
        return this.#template(node, scope);
      case 'BinaryExpression':
        return node.operator === '+' ? this.#sum(node, scope) : [];
      case 'ObjectExpression':
        return [this.#object(node, scope)];
      case 'ArrayExpression':
        return [this.#array(node, scope)];
      case 'ConditionalExpression':
        return [node.consequent, node.alternate].flatMap((branch) => this.read({ node: branch, scope }));
      case 'LogicalExpression':
        return this.#either(node, scope);
      case 'SequenceExpression':
        return this.read({ node: node.expressions.at(-1)!, scope });
      case 'AssignmentExpression':
        return node.operator === '=' ? this.read({ node: node.right, scope }) : [];
      case 'Identifier':
        return this.#name(node, scope);
      case 'MemberExpression':
        return this.#member(node, scope);
      case 'CallExpression':
      case 'NewExpression':
        return readCall(this, node, scope);
      case 'TSEnumDeclaration':
        return [this.#enum(node, scope)];
      default:
        return [];
    }
  }

  #literal(node: TSESTree.Literal): Scalar {
    const range = this.reading.rangeOf(node);
    const written = this.reading.sliceOf(node);
    if (typeof node.value === 'string')
      return this.reading.note(
        this.reading.scalar(range, unescapeScript(written.slice(1, written.length - 1), false)),
      );
    if (typeof node.value === 'number') return this.reading.scalar(range, written, 'number');
    if (typeof node.value === 'boolean') return this.reading.scalar(range, written, 'boolean');
    return node.raw === 'null' ? this.reading.scalar(range, written, 'null') : this.reading.reference(node);
  }

  #template(node: TSESTree.TemplateLiteral, scope: Scope): readonly Value[] {
    const parts = node.quasis.flatMap((quasi, index): (readonly LocatedText[])[] => {
      const [start, end] = quasi.range;
      // A back quote or a brace in front; the same or `${` behind.
      const written = this.reading.text.slice(start + 1, end - (quasi.tail ? 1 : 2));
      const text = unescapeScript(written, true);
      const expression = node.expressions[index];
      return expression ? [[text], this.#texts({ node: expression, scope })] : [[text]];
    });
    const [first, ...others] = this.#joined(node, parts);
    return first ? [this.reading.note(first), ...others] : [];
  }

  /** Chains of `+` lean to the left, and are long where people wrap lines. */
  #sum(node: TSESTree.BinaryExpression, scope: Scope): readonly Value[] {
    const operands: Node[] = [];
    let left: Node = node;
    for (; left.type === 'BinaryExpression' && left.operator === '+'; left = unwrap(left.left))
      operands.unshift(left.right);
    operands.unshift(left);
    return this.#joined(
      node,
      operands.map((operand) => this.#texts({ node: operand, scope })),
    );
  }

  /** The texts that an expression may be inside of another text. */
  #texts(placed: Placed): readonly LocatedText[] {
    return this.read(placed).map((value) =>
      value.kind === 'scalar' ? value.text : this.reading.reference(placed.node).text,
    );
  }

  #joined(node: Node, parts: readonly (readonly LocatedText[])[]): readonly Scalar[] {
    let texts: LocatedText[][] = [[]];
    // Of many ways the first: copying each text again for each of them would be quadratic.
    const most = parts.length > 100 ? 1 : MAX_ALTERNATIVES;
    for (const part of parts) {
      const ways = part.slice(0, most);
      if (ways.length === 1) for (const pieces of texts) pieces.push(ways[0]!);
      else texts = texts.flatMap((pieces) => ways.map((text) => [...pieces, text])).slice(0, most);
    }
    return texts.flatMap((pieces) => this.reading.join(node, pieces));
  }

  #object(node: TSESTree.ObjectExpression, scope: Scope): Mapping {
    this.reading.seen.add(node);
    const found: FoundEntry[] = [];
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        for (const value of this.read({ node: property.argument, scope }))
          if (value.kind === 'mapping') for (const entry of value.entries) found.push({ ...entry, property });
        continue;
      }
      if (property.kind !== 'init' || property.method || isFunction(property.value)) continue;
      const key = this.#key(property.key, property.computed, scope);
      if (!key) continue;
      const name = key.reveal();
      for (const value of this.read({ node: property.value, scope })) {
        found.push({
          key,
          value: /headers$/i.test(name) ? pairsAsMapping(this.reading, value) : value,
          property,
        });
      }
    }
    return this.reading.mapping(this.reading.rangeOf(node), settleEntries(found));
  }

  #array(node: TSESTree.ArrayExpression, scope: Scope): Value {
    const items = node.elements.flatMap((element): readonly Value[] => {
      if (!element) return [];
      if (element.type !== 'SpreadElement') return this.read({ node: element, scope });
      return this.read({ node: element.argument, scope }).flatMap((value) =>
        value.kind === 'sequence' ? value.items : [value],
      );
    });
    return this.reading.sequence(this.reading.rangeOf(node), items);
  }

  #enum(node: TSESTree.TSEnumDeclaration, scope: Scope): Value {
    const entries = node.body.members.flatMap(({ id, initializer }): Entry[] => {
      const key = this.#key(id, false, scope);
      return key && initializer
        ? [{ key, value: this.readOne({ node: initializer, scope }), shadowed: false }]
        : [];
    });
    return this.reading.mapping(this.reading.rangeOf(node), entries);
  }

  /** Nothing for a computed key that is not in the file. */
  #key(key: Node, computed: boolean, scope: Scope): LocatedText | undefined {
    if (key.type === 'Identifier' && !computed) return this.reading.sliceOf(key);
    if (!computed && key.type === 'PrivateIdentifier') return undefined;
    const value = this.readOne({ node: key, scope });
    return value.kind === 'scalar' && this.reading.referenceName(value) === undefined
      ? value.text
      : undefined;
  }

  /** `a ?? 'b'`: the literal is what the value is when the other is not there, as in `${a:-b}`. */
  #either(node: TSESTree.LogicalExpression, scope: Scope): readonly Value[] {
    const right = this.read({ node: node.right, scope });
    if (node.operator === '&&') return right;
    return withDefault(this.reading, node, node.left, this.read({ node: node.left, scope }), right);
  }

  #name(node: TSESTree.Identifier, scope: Scope): readonly Value[] {
    const binding = scope.find(node.name);
    if (!binding)
      return node.name === 'undefined'
        ? [this.reading.scalar(this.reading.rangeOf(node), this.reading.sliceOf(node), 'null')]
        : [];
    return this.#bound(node, binding);
  }

  #member(node: TSESTree.MemberExpression, scope: Scope): readonly Value[] {
    const placed = this.#follower.member(node, scope);
    return placed ? this.#follow(placed) : [];
  }

  /** All that a name is set to, and what is added to it. */
  #bound(node: Node, binding: Binding): readonly Value[] {
    const values = binding.values.flatMap((value): readonly Value[] => {
      const placed = this.#follower.through(value, binding.through);
      return placed ? this.#follow(placed) : [this.reading.reference(node)];
    });
    const known = values.length > 0 ? values : [this.reading.reference(node)];
    const all = binding.otherwise
      ? withDefault(this.reading, node, node, known, this.#follow(binding.otherwise))
      : known;
    return binding.additions.length === 0
      ? all
      : all.map((value) => this.#withAdditions(node, value, binding));
  }

  #follow(placed: Placed): readonly Value[] {
    if (this.#followed >= MAX_FOLLOWED) return [];
    this.#followed += 1;
    try {
      return this.read(placed);
    } finally {
      this.#followed -= 1;
    }
  }

  #withAdditions(node: Node, value: Value, { additions }: Binding): Value {
    if (value.kind === 'mapping') {
      const added = additions.flatMap((addition): Entry[] => {
        const key =
          addition.through.length === 0 && !this.reading.exhausted
            ? this.#key(addition.key, addition.computed, addition.scope)
            : undefined;
        return key ? this.read(addition).map((one) => ({ key, value: one, shadowed: false })) : [];
      });
      return added.length === 0 ? value : this.reading.mapping(value.range, [...value.entries, ...added]);
    }
    if (value.kind !== 'scalar' || value.type !== 'string') return value;
    const texts = [value.text];
    let sign = value.text.reveal().includes('?') ? '&' : '?';
    for (const addition of additions) {
      if (this.reading.exhausted) break;
      const key =
        addition.through.join() === 'searchParams'
          ? this.#key(addition.key, addition.computed, addition.scope)
          : undefined;
      const added = key && this.readOne(addition);
      if (!key || added?.kind !== 'scalar' || /[\s&#]/.test(added.text.reveal())) continue;
      texts.push(key.decodedWhole(`${sign}${key.reveal()}=`), added.text);
      sign = '&';
    }
    const [whole] = texts.length === 1 ? [] : this.reading.join(node, texts);
    return whole ? { ...whole, range: value.range } : value;
  }
}

function isFunction({ type }: Node): boolean {
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'ClassExpression';
}
