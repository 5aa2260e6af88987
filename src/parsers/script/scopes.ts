import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { type Node, plainName } from './nodes.ts';

/** An expression and where its names are looked up. */
export interface Placed {
  readonly node: Node;
  readonly scope: Scope;
}

/** A member that is set behind the declaration: `headers.Authorization = …`, `url.searchParams.set('key', …)`. */
export interface Addition extends Placed {
  /** The members between the name and the one that is set: `searchParams`. */
  readonly through: readonly string[];
  readonly key: Node;
  readonly computed: boolean;
}

/** What a name stands for. */
export interface Binding {
  /** All that it is ever set to in this file; none for a parameter or an import. */
  readonly values: Placed[];
  /** Of a destructured name: the members that lead from the value to it. */
  readonly through: readonly string[];
  /** What it is when there is nothing else: `= 'x'` of a parameter or a destructured name. */
  readonly otherwise?: Placed;
  /** Of an import, the name in the other file. */
  readonly imported?: string;
  readonly additions: Addition[];
}

/** The names of a block, a function, a class or the file. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly #isFunction: boolean;
  readonly #names = new Map<string, Binding>();
  /** Of a class: what `this.name` is set to where it is declared. */
  readonly fields: Map<string, Placed> | undefined;

  constructor(parent: Scope | undefined, node: Node) {
    this.parent = parent;
    this.#isFunction = parent === undefined || FUNCTION.test(node.type);
    this.fields = node.type === 'ClassBody' ? fieldsOf(node, this) : undefined;
  }

  find(name: string): Binding | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      const binding = scope.#names.get(name);
      if (binding) return binding;
    }
    return undefined;
  }

  /** The field of the class around. */
  findField(name: string): Placed | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent)
      if (scope.fields) return scope.fields.get(name);
    return undefined;
  }

  /** `var` goes to the function around. */
  declare(name: string, binding: Omit<Binding, 'additions'>, kind: string): void {
    let scope: Scope = this;
    if (kind === 'var') while (!scope.#isFunction && scope.parent) scope = scope.parent;
    const known = scope.#names.get(name);
    if (known && kind === 'var') known.values.push(...binding.values);
    else scope.#names.set(name, { ...binding, additions: [] });
  }
}

const FUNCTION = /Function(?:Expression|Declaration)$/;
const OPENS_SCOPE =
  /^(?:Program|BlockStatement|StaticBlock|\w*Function(?:Expression|Declaration)|For\w*Statement|SwitchStatement|CatchClause|ClassBody|TSModuleBlock)$/;

/** By the type of a node: asked of each of them. */
const opening = new Map<string, boolean>();

export function opensScope({ type }: Node): boolean {
  let opens = opening.get(type);
  if (opens === undefined) {
    opens = OPENS_SCOPE.test(type);
    opening.set(type, opens);
  }
  return opens;
}

function fieldsOf(body: TSESTree.ClassBody, scope: Scope): Map<string, Placed> {
  const fields = new Map<string, Placed>();
  for (const member of body.body) {
    if (member.type !== 'PropertyDefinition' || !member.value) continue;
    const name =
      member.key.type === 'PrivateIdentifier'
        ? `#${member.key.name}`
        : plainName(member.key, member.computed);
    if (name !== undefined) fields.set(name, { node: member.value, scope });
  }
  return fields;
}

/** Notes the names that a node declares inside: variables, imports, parameters. */
export function declareNames(node: Node, scope: Scope): void {
  if (node.type === 'VariableDeclaration') {
    for (const { id, init } of node.declarations)
      declarePattern(id, init ? { node: init, scope } : undefined, [], scope, node.kind);
  } else if ('params' in node && FUNCTION.test(node.type)) {
    for (const parameter of node.params) declarePattern(parameter, undefined, [], scope, 'let');
  } else if (node.type === 'CatchClause') {
    if (node.param) declarePattern(node.param, undefined, [], scope, 'let');
  } else if (node.type === 'ImportDeclaration') {
    for (const one of node.specifiers) {
      const imported = one.type === 'ImportSpecifier' ? plainName(one.imported, false) : undefined;
      scope.declare(
        one.local.name,
        { values: [], through: [], ...(imported !== undefined && { imported }) },
        'let',
      );
    }
  } else if (node.type === 'TSEnumDeclaration') {
    scope.declare(node.id.name, { values: [{ node, scope }], through: [] }, 'let');
  }
}

/** Notes the name of a function or a class, which is declared around it. */
export function declareOwnName(node: Node, around: Scope): void {
  if (node.type === 'FunctionDeclaration' && node.id)
    around.declare(node.id.name, { values: [], through: [] }, 'let');
  if (node.type === 'ClassDeclaration' && node.id)
    around.declare(node.id.name, { values: [{ node, scope: around }], through: [] }, 'let');
}

/** The names of a declaration's left side; `value` is what the whole pattern is set to. */
function declarePattern(
  pattern: Node,
  value: Placed | undefined,
  through: readonly string[],
  scope: Scope,
  kind: string,
  otherwise?: Placed,
): void {
  switch (pattern.type) {
    case 'Identifier':
      scope.declare(
        pattern.name,
        { values: value ? [value] : [], through, ...(otherwise && { otherwise }) },
        kind,
      );
      break;
    case 'AssignmentPattern':
      declarePattern(pattern.left, value, through, scope, kind, { node: pattern.right, scope });
      break;
    case 'TSParameterProperty':
      declarePattern(pattern.parameter, value, through, scope, kind);
      break;
    case 'RestElement':
      declarePattern(pattern.argument, undefined, [], scope, kind);
      break;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries())
        if (element) declarePattern(element, value, [...through, String(index)], scope, kind);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          declarePattern(property.argument, undefined, [], scope, kind);
          continue;
        }
        const name = plainName(property.key, property.computed);
        const inner = name === undefined ? undefined : value;
        declarePattern(property.value, inner, [...through, name ?? ''], scope, kind);
      }
      break;
    default:
      break;
  }
}
