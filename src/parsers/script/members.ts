import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { type Node, plainName } from './nodes.ts';
import type { Addition, Binding } from './scopes.ts';

/** Where the members of an object literal are, by the numbers of its properties. */
export interface Properties {
  /** The last of each name. */
  readonly named: ReadonlyMap<string, number>;
  readonly spreads: readonly number[];
}

/**
 * Members by their names. Each object is gone through once: a large one that many expressions take a member of would cost
 * as much each time.
 */
export class Members {
  readonly #properties = new Map<TSESTree.ObjectExpression, Properties>();
  readonly #named = new Map<Node, ReadonlyMap<string, Node>>();
  readonly #additions = new Map<Binding, ReadonlyMap<string, Addition>>();

  ofObject(node: TSESTree.ObjectExpression): Properties {
    return cached(this.#properties, node, () => {
      const named = new Map<string, number>();
      const spreads: number[] = [];
      for (const [number, property] of node.properties.entries()) {
        if (property.type === 'SpreadElement') spreads.push(number);
        else if (property.kind === 'init') {
          const name = plainName(property.key, property.computed);
          if (name !== undefined) named.set(name, number);
        }
      }
      return { named, spreads };
    });
  }

  /** What a member of an enumeration, or a static one of a class, is set to: of one name the first. */
  ofDeclaration(node: TSESTree.TSEnumDeclaration | TSESTree.ClassDeclaration): ReadonlyMap<string, Node> {
    return cached(this.#named, node, () => {
      const named = new Map<string, Node>();
      const add = (name: string | undefined, value: Node | null | undefined) => {
        if (name !== undefined && value && !named.has(name)) named.set(name, value);
      };
      if (node.type === 'TSEnumDeclaration')
        for (const { id, initializer } of node.body.members) add(plainName(id, false), initializer);
      else
        for (const member of node.body.body)
          if (member.type === 'PropertyDefinition' && member.static)
            add(plainName(member.key, member.computed), member.value);
      return named;
    });
  }

  /** What is set behind the declaration of a name: of one member the first. */
  addedTo(binding: Binding): ReadonlyMap<string, Addition> {
    return cached(this.#additions, binding, () => {
      const added = new Map<string, Addition>();
      for (const addition of binding.additions) {
        const name = addition.through.length === 0 && plainName(addition.key, addition.computed);
        if (typeof name === 'string' && !added.has(name)) added.set(name, addition);
      }
      return added;
    });
  }
}

function cached<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
