import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { Members } from './members.ts';
import { lastName, type Node, plainName, unwrap } from './nodes.ts';
import type { Placed, Scope } from './scopes.ts';

/** Steps of one search: names may stand for each other in circles. */
const MAX_STEPS = 200;

/** Calls that give back what they are given. */
const TRANSPARENT = new Set(['freeze', 'seal', 'structuredClone']);

/** Finds the expression that a member such as `config.github.token` stands for, without reading the rest of its object. */
export class Follower {
  readonly #members = new Members();
  #steps = 0;

  /** The expression of a member; nothing when it is not in the file. */
  member(node: TSESTree.MemberExpression, scope: Scope): Placed | undefined {
    this.#steps = 0;
    return this.#member(node, scope);
  }

  /** The expression that the members of these names lead to. */
  through(placed: Placed, names: readonly string[]): Placed | undefined {
    this.#steps = 0;
    return this.#through(placed, names);
  }

  #member(node: TSESTree.MemberExpression, scope: Scope): Placed | undefined {
    const names: string[] = [];
    let object: Node = node;
    for (; object.type === 'MemberExpression'; object = unwrap(object.object)) {
      const name =
        object.property.type === 'PrivateIdentifier'
          ? `#${object.property.name}`
          : plainName(object.property, object.computed);
      if (name === undefined) return undefined;
      names.unshift(name);
    }
    if (object.type !== 'ThisExpression') return this.#through({ node: object, scope }, names);
    const field = scope.findField(names[0]!);
    return field && this.#through(field, names.slice(1));
  }

  #through(placed: Placed, names: readonly string[]): Placed | undefined {
    this.#steps += 1;
    const [name, ...rest] = names;
    if (name === undefined) return placed;
    if (this.#steps > MAX_STEPS) return undefined;
    const { scope } = placed;
    const node = unwrap(placed.node);
    switch (node.type) {
      case 'Identifier': {
        const binding = scope.find(node.name);
        for (const value of binding?.values ?? []) {
          const found = this.#through(value, [...binding!.through, ...names]);
          if (found) return found;
        }
        const added = binding && this.#members.addedTo(binding).get(name);
        return added && this.#through(added, rest);
      }
      case 'MemberExpression': {
        const inner = this.#member(node, scope);
        return inner && this.#through(inner, names);
      }
      case 'ObjectExpression':
        return this.#property(node, scope, name, rest);
      case 'ArrayExpression': {
        const element = node.elements[Number(name)];
        return element && element.type !== 'SpreadElement'
          ? this.#through({ node: element, scope }, rest)
          : undefined;
      }
      case 'CallExpression': {
        const given = TRANSPARENT.has(lastName(node.callee) ?? '') ? node.arguments[0] : undefined;
        return given && this.#through({ node: given, scope }, names);
      }
      case 'TSEnumDeclaration':
      case 'ClassDeclaration': {
        const member = this.#members.ofDeclaration(node).get(name);
        return member && this.#through({ node: member, scope }, rest);
      }
      default:
        return undefined;
    }
  }

  #property(
    node: TSESTree.ObjectExpression,
    scope: Scope,
    name: string,
    rest: readonly string[],
  ): Placed | undefined {
    const { named, spreads } = this.#members.ofObject(node);
    const own = named.get(name) ?? -1;
    // What a spread behind it brings replaces a member.
    for (const number of spreads.toReversed()) {
      if (number < own || this.#steps > MAX_STEPS) break;
      const { argument } = node.properties[number] as TSESTree.SpreadElement;
      const found = this.#through({ node: argument, scope }, [name, ...rest]);
      if (found) return found;
    }
    const property = node.properties[own];
    return property?.type === 'Property' ? this.#through({ node: property.value, scope }, rest) : undefined;
  }
}
