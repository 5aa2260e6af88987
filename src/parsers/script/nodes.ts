import type { TSESTree } from '@typescript-eslint/typescript-estree';

export type Node = TSESTree.Node;

/** Of types only: they hold no values. */
const TYPES =
  /^TS(?:Interface|Union|Intersection|Array|Function|Mapped|Conditional|Literal|Index|Tuple|Import|Type(?!Assertion))/;
/** By the type of a node: asked of each of them. */
const isOfTypes = new Map<string, boolean>();

/** The nodes right below one, types left out, in the order of the text as far as that matters to names. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  const members = node as unknown as Record<string, unknown>;
  for (const key in members) {
    if (key === 'range' || key === 'loc' || key === 'parent' || key === 'type') continue;
    const member = members[key];
    if (typeof member !== 'object' || member === null) continue;
    if (!Array.isArray(member)) add(children, member);
    else for (const child of member) add(children, child);
  }
  return children;
}

function add(children: Node[], value: unknown): void {
  if (typeof value !== 'object' || value === null || !('type' in value)) return;
  const { type } = value;
  if (typeof type !== 'string') return;
  let skipped = isOfTypes.get(type);
  if (skipped === undefined) {
    skipped = TYPES.test(type);
    isOfTypes.set(type, skipped);
  }
  if (!skipped) children.push(value as Node);
}

/** Without what changes the type of an expression but not its value. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        inner = inner.expression;
        break;
      case 'AwaitExpression':
        inner = inner.argument;
        break;
      default:
        return inner;
    }
  }
}

/** The word that a member or an argument is known by when it is written as it is: `a` of `{ a: 1 }`, `x.a` and `x['a']`. */
export function plainName(node: Node, computed: boolean): string | undefined {
  if (node.type === 'Identifier') return computed ? undefined : node.name;
  if (node.type === 'Literal' && (typeof node.value === 'string' || typeof node.value === 'number'))
    return String(node.value);
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The last word of what is called or assigned to: `create` of `client.responses.create`. */
export function lastName(node: Node): string | undefined {
  const plain = unwrap(node);
  if (plain.type === 'Identifier') return plain.name;
  return plain.type === 'MemberExpression' ? plainName(plain.property, plain.computed) : undefined;
}
