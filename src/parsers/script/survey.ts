import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { apiOf } from './apis.ts';
import { type Hint, hintOf, hintOfType } from './names.ts';
import { childrenOf, lastName, type Node, plainName, unwrap } from './nodes.ts';
import { declareNames, declareOwnName, opensScope, type Placed, Scope } from './scopes.ts';

/** A value that its name or its type says is about MCP. */
export interface Named extends Placed {
  readonly name: string;
  readonly hint: Hint;
  /** It is one entry of servers that are elsewhere: `config.mcpServers.github = …`. */
  readonly single: boolean;
}

export interface Call extends Placed {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
}

/** All places of a script that may hold servers, in its order. */
export interface Survey {
  readonly calls: readonly Call[];
  readonly named: readonly Named[];
  /** Objects with the member `type: 'mcp'`: tools of model APIs. */
  readonly tools: readonly Placed[];
  /** Strings and templates that may be a config in JSON. */
  readonly texts: readonly Placed[];
  /** The variable or member that an expression is given to. */
  readonly owners: ReadonlyMap<Node, string>;
}

/** Goes over the whole tree once; the names of each scope are known behind it. `path` is the name of the file. */
export function surveyScript(program: TSESTree.Program, source: string, path: string): Survey {
  const surveyor = new Surveyor(source, path);
  surveyor.go(program);
  return surveyor;
}

const JSON_TEXT = /^\s*\{[\s\S]*"(?:mcpServers|mcp_servers|servers|context_servers|mcp)"/;

class Surveyor implements Survey {
  readonly calls: Call[] = [];
  readonly named: Named[] = [];
  readonly tools: Placed[] = [];
  readonly texts: Placed[] = [];
  readonly owners = new Map<Node, string>();
  readonly #source: string;
  /** Whether the name of the file speaks of MCP. */
  readonly #fileHint: boolean;
  readonly #assignments: { node: TSESTree.AssignmentExpression; scope: Scope }[] = [];
  readonly #setters: Call[] = [];

  constructor(source: string, path: string) {
    this.#source = source;
    this.#fileHint = /mcp/i.test(path.replace(/^.*[\\/]/, ''));
  }

  go(program: TSESTree.Program): void {
    const open: { node: Node; scope: Scope | undefined; owner: Owner | undefined }[] = [
      { node: program, scope: undefined, owner: undefined },
    ];
    for (let next = open.pop(); next; next = open.pop()) {
      const { node } = next;
      const outer = next.scope;
      if (outer) declareOwnName(node, outer);
      const scope = outer === undefined || opensScope(node) ? new Scope(outer, node) : outer;
      declareNames(node, scope);
      const owner = ownerWithin(node, next.owner, this.#source);
      this.#look(node, scope, owner);
      // The last first, since the stack turns them round.
      for (const child of childrenOf(node).reverse()) open.push({ node: child, scope, owner });
    }
    for (const assignment of this.#assignments) noteAssignment(assignment);
    for (const setter of this.#setters) noteSetter(setter);
  }

  #look(node: Node, scope: Scope, owner: Owner | undefined): void {
    switch (node.type) {
      case 'VariableDeclarator':
        if (node.id.type === 'Identifier') this.#give(node.id.name, node.init, scope, this.#typeOf(node.id));
        break;
      case 'PropertyDefinition':
      case 'AccessorProperty':
        this.#give(plainName(node.key, node.computed), node.value, scope, this.#typeOf(node));
        break;
      case 'Property':
        if (node.kind === 'init' && !node.method)
          this.#give(plainName(node.key, node.computed), node.value, scope, '');
        break;
      case 'AssignmentPattern':
        this.#give(lastName(node.left), node.right, scope, '');
        break;
      case 'AssignmentExpression':
        this.#assign(node, scope);
        break;
      case 'JSXAttribute':
        if (node.name.type === 'JSXIdentifier' && node.value?.type === 'JSXExpressionContainer')
          this.#give(node.name.name, node.value.expression, scope, '');
        break;
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        this.#note('', node.expression, scope, hintOfType(this.#slice(node.typeAnnotation)));
        break;
      case 'ReturnStatement':
        if (owner && node.argument) this.#note(owner.name, node.argument, scope, owner.hint);
        break;
      case 'ArrowFunctionExpression':
        if (owner && node.body.type !== 'BlockStatement')
          this.#note(owner.name, node.body, scope, owner.hint);
        break;
      case 'ExportDefaultDeclaration':
        if (this.#fileHint) this.#note('default', node.declaration, scope, 'mention');
        break;
      case 'NewExpression':
      case 'CallExpression':
        this.#call(node, scope);
        break;
      case 'ObjectExpression':
        if (node.properties.some(isToolType)) this.tools.push({ node, scope });
        break;
      case 'Literal':
      case 'TemplateLiteral':
        if (JSON_TEXT.test(this.#source.slice(node.range[0] + 1, node.range[1] - 1)) || mayHoldJson(node))
          this.texts.push({ node, scope });
        break;
      default:
        break;
    }
  }

  #give(name: string | undefined, value: Node | null, scope: Scope, type: string): void {
    if (name === undefined || !value) return;
    this.owners.set(unwrap(value), name);
    this.#note(name, value, scope, hintOf(name) ?? hintOfType(type));
  }

  #note(name: string, value: Node, scope: Scope, hint: Hint | undefined, single = false): void {
    if (hint === undefined) return;
    const { type } = unwrap(value);
    // A name that stands for another is read where the other is; but a wrapper is what makes a config of it.
    const mayHold = /^(?:Object|Array|Call|New|Conditional|Logical)Expression$/.test(type);
    const follows = type === 'Identifier' || type === 'MemberExpression';
    if (mayHold || (hint === 'wrapper' && follows))
      this.named.push({ name, node: value, scope, hint, single });
  }

  #assign(node: TSESTree.AssignmentExpression, scope: Scope): void {
    if (node.operator !== '=' && node.operator !== '??=' && node.operator !== '||=') return;
    this.#assignments.push({ node, scope });
    const name = lastName(node.left);
    if (name === undefined) return;
    this.owners.set(unwrap(node.right), name);
    const container = node.left.type === 'MemberExpression' ? lastName(node.left.object) : undefined;
    if (container !== undefined && hintOf(container) === 'wrapper')
      this.#note(name, node.right, scope, 'server', true);
    else if (name === 'exports' || container === 'exports')
      this.#note(name, node.right, scope, hintOf(name) ?? (this.#fileHint ? 'mention' : undefined));
    else this.#note(name, node.right, scope, hintOf(name));
  }

  #call(node: TSESTree.CallExpression | TSESTree.NewExpression, scope: Scope): void {
    this.calls.push({ node, scope });
    const name = lastName(node.callee);
    if ((name === 'set' || name === 'append') && node.arguments.length === 2)
      this.#setters.push({ node, scope });
    if (name !== undefined && apiOf(name)) return;
    const [start, end] = node.callee.range;
    // `mcp.connect({…})`, `defineMcpServer({…})`, `mcpServers.push({…})`; not a chain of a thousand calls.
    if (end - start > 100 || !/mcp/i.test(this.#source.slice(start, end))) return;
    const [first] = node.arguments;
    const called = first?.type === 'Literal' && typeof first.value === 'string' ? first.value : (name ?? '');
    for (const argument of node.arguments) this.#note(called, argument, scope, 'mention');
  }

  #typeOf(node: { readonly typeAnnotation?: TSESTree.TSTypeAnnotation | undefined }): string {
    return node.typeAnnotation ? this.#slice(node.typeAnnotation) : '';
  }

  /** Types are told by their beginning. */
  #slice({ range: [start, end] }: Node): string {
    return this.#source.slice(start, Math.min(end, start + 200));
  }
}

/** The function whose results are looked at. */
interface Owner {
  readonly name: string;
  readonly hint: Hint | undefined;
}

/** What functions inside of one are about is theirs. */
function ownerWithin(node: Node, around: Owner | undefined, source: string): Owner | undefined {
  if (node.type === 'VariableDeclarator' || node.type === 'Property' || node.type === 'MethodDefinition') {
    const key = node.type === 'VariableDeclarator' ? node.id : node.key;
    const name = plainName(key, false);
    return name === undefined ? around : { name, hint: hintOf(name) };
  }
  if (
    node.type !== 'FunctionDeclaration' &&
    node.type !== 'FunctionExpression' &&
    node.type !== 'ArrowFunctionExpression'
  )
    return around;
  const name = node.id?.name ?? around?.name ?? '';
  const type = node.returnType ? source.slice(...node.returnType.range).slice(0, 200) : '';
  return { name, hint: hintOf(name) ?? hintOfType(type) };
}

function isToolType(property: TSESTree.ObjectLiteralElement): boolean {
  if (property.type !== 'Property' || plainName(property.key, property.computed) !== 'type') return false;
  const value = unwrap(property.value);
  return (
    (value.type === 'Literal' && value.value === 'mcp') ||
    (value.type === 'TemplateLiteral' &&
      value.expressions.length === 0 &&
      value.quasis[0]?.value.cooked === 'mcp')
  );
}

/** A string with its quotes escaped. */
function mayHoldJson(node: TSESTree.Literal | TSESTree.TemplateLiteral): boolean {
  return node.type === 'Literal' && typeof node.value === 'string' && JSON_TEXT.test(node.value);
}

/** `token = 'x'` and `headers.Authorization = 'x'`. */
function noteAssignment({ node, scope }: { node: TSESTree.AssignmentExpression; scope: Scope }): void {
  const placed = { node: node.right, scope };
  if (node.left.type === 'Identifier') {
    scope.find(node.left.name)?.values.push(placed);
  } else if (node.left.type === 'MemberExpression' && node.left.object.type === 'Identifier') {
    const { object, property, computed } = node.left;
    scope.find(object.name)?.additions.push({ ...placed, through: [], key: property, computed });
  }
}

/** `headers.set('Authorization', 'x')` and `url.searchParams.append('key', 'x')`. */
function noteSetter({ node, scope }: Call): void {
  const [key, value] = node.arguments;
  const target = node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
  if (!key || !value || !target || key.type === 'SpreadElement') return;
  const member = target.type === 'MemberExpression' ? plainName(target.property, target.computed) : undefined;
  const object = target.type === 'MemberExpression' ? target.object : target;
  if (object.type !== 'Identifier' || (target.type === 'MemberExpression' && member === undefined)) return;
  const through = member === undefined ? [] : [member];
  scope.find(object.name)?.additions.push({ node: value, scope, through, key, computed: true });
}
