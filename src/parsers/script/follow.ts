import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { lastName, type Node, plainName, unwrap } from './nodes.ts';
import type { Placed, Scope } from './scopes.ts';

/** Steps of one search: names may stand for each other in circles. */
const MAX_STEPS = 200;

/** Calls that give back what they are given. */
const TRANSPARENT = new Set(['freeze', 'seal', 'structuredClone']);

/** Finds the expression that a member such as `config.github.token` stands for, without reading the rest of its object. */
export class Follower {
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
        const added = binding?.additions.find(
          ({ key, computed, through }) => through.length === 0 && plainName(key, computed) === name,
        );
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
      case 'TSEnumDeclaration': {
        const member = node.body.members.find(({ id }) => plainName(id, false) === name);
        return member?.initializer && this.#through({ node: member.initializer, scope }, rest);
      }
      case 'ClassDeclaration': {
        for (const member of node.body.body)
          if (
            member.type === 'PropertyDefinition' &&
            member.static &&
            member.value &&
            plainName(member.key, member.computed) === name
          )
            return this.#through({ node: member.value, scope }, rest);
        return undefined;
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
    for (const property of node.properties.toReversed()) {
      if (property.type === 'SpreadElement') {
        const found = this.#through({ node: property.argument, scope }, [name, ...rest]);
        if (found) return found;
      } else if (property.kind === 'init' && plainName(property.key, property.computed) === name) {
        return this.#through({ node: property.value, scope }, rest);
      }
    }
    return undefined;
  }
}
